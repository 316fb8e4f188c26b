package org.probity.web.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Language;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.web.faces.Texts;

/** The clauses somebody can be alleged to have broken, under the policies in force on the day of the post. */
@Named
@RequestScoped
public class ClauseChoices {

    @Inject
    private Policies policies;

    private final Map<LocalDate, List<SelectItem>> groups = new HashMap<>();

    public List<SelectItem> on(LocalDate day) {
        return groups.computeIfAbsent(day, this::read);
    }

    /** Whether the same versions were in force on both days. */
    public boolean same(LocalDate day, LocalDate other) {
        return versions(day).equals(versions(other));
    }

    private List<Long> versions(LocalDate day) {
        return policies.inForceOn(day).stream().map(Policy::id).toList();
    }

    private List<SelectItem> read(LocalDate day) {
        Map<String, Long> alike = policies.clausesOn(day).stream().collect(Collectors.groupingBy(Clause::number, Collectors.counting()));
        return policies.inForceOn(day).stream().map(policy -> group(policy, alike)).toList();
    }

    private SelectItem group(Policy policy, Map<String, Long> alike) {
        Language language = CurrentCaller.get().language();
        SelectItem[] clauses = policies.clauses(policy.id()).stream().filter(Clause::canBeBroken)
                .map(clause -> new SelectItem(name(clause, alike), label(language, clause))).toArray(SelectItem[]::new);
        return new SelectItemGroup(policy.title(language), null, false, clauses);
    }

    private static String name(Clause clause, Map<String, Long> alike) {
        return alike.get(clause.number()) == 1 ? clause.number() : Policies.BY_ID + clause.id();
    }

    private static String label(Language language, Clause clause) {
        return Texts.of(language, "detection.triage.clause", clause.number(), clause.text(language),
                Texts.get(language, "policy.strength." + clause.strength()));
    }
}
