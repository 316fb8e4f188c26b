package org.probity.web.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.probity.identity.CurrentCaller;
import org.probity.investigation.CaseView;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.web.kernel.Texts;

/** The clauses somebody can be alleged to have broken, under the policies in force on the day of the post. */
@Named
@RequestScoped
public class ClauseChoices {

    @Inject
    private Policies policies;

    private List<SelectItem> groups;

    public List<SelectItem> of(CaseView view) {
        if (groups == null) {
            LocalDate day = view.postedOn() != null ? view.postedOn() : Days.of(view.openedAt());
            groups = policies.inForceOn(day).stream().map(this::group).toList();
        }
        return groups;
    }

    private SelectItem group(Policy policy) {
        Language language = CurrentCaller.get().language();
        SelectItem[] clauses = policies.clauses(policy.id()).stream().filter(Clause::canBeBroken)
                .map(clause -> new SelectItem(clause.number(), label(language, clause))).toArray(SelectItem[]::new);
        return new SelectItemGroup(policy.title(language), null, false, clauses);
    }

    private static String label(Language language, Clause clause) {
        return Texts.of(language, "detection.triage.clause", clause.number(), clause.text(language),
                Texts.get(language, "policy.strength." + clause.strength()));
    }
}
