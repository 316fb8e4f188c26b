package org.probity.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Language;
import org.probity.powers.PowerChanges;
import org.probity.web.faces.Texts;

/** Who was given power over others at the board, or lost it, and which two people decided so. */
@Named
@RequestScoped
public class PowersPage {

    @Inject
    private PowerChanges changes;

    private List<PowerChanges.Line> lines = List.of();

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but leads, auditors and administrators */
    public void load() {
        lines = changes.all();
    }

    public List<PowerChanges.Line> getLines() {
        return lines;
    }

    /** From which roles to which; a person without any is no member. Or what was and will be set. */
    public String words(PowerChanges.Line line) {
        return switch (line.kind()) {
            case PROVIDER -> words("administration.powers.provider", said(line.saidBefore()), said(line.saidAfter()));
            case ARCHIVE_KEY -> words("administration.powers.archiveKey", line.saidBefore(), line.saidAfter());
            case CONTACT -> text("administration.powers.contact", inOneLine(line.saidBefore()), inOneLine(line.saidAfter()));
            case SECOND_FACTOR -> text("administration.powers.secondFactor", askers(line.before()), askers(line.after()));
            case TEAM -> text("administration.powers.team", line.saidAfter());
            case ROLES, ENDED, INVITED -> roles(line);
        };
    }

    private static String roles(PowerChanges.Line line) {
        return line.saidAfter() == null ? text("administration.powers.fromTo", names(line.before()), names(line.after()))
                : text("administration.powers.fromToAt", names(line.before()), names(line.after()), line.saidAfter());
    }

    private static String inOneLine(String lines) {
        return lines.lines().collect(Collectors.joining(", "));
    }

    private static String words(String key, String before, String after) {
        return before == null ? text(key, after) : text(key + "Change", before, after);
    }

    /** A line for each setting of a provider: its name, and what is set. What was asked for by an earlier release says no names. */
    private static String said(String lines) {
        return lines == null ? null : lines.lines().map(PowersPage::setting).collect(Collectors.joining("; "));
    }

    private static String setting(String line) {
        String[] parts = line.split(" ", 2);
        Language language = CurrentCaller.get().language();
        String value = parts.length < 2 ? text("administration.powers.new")
                : parts[1].equals("true") ? text("kernel.yes") : parts[1].equals("false") ? text("kernel.no") : parts[1];
        return Texts.find(language, "signon.settings." + parts[0]).map(label -> label + ": " + value).orElse(line);
    }

    private static String askers(Set<Role> roles) {
        return roles.isEmpty() ? text("administration.powers.nobody") : names(roles);
    }

    private static String names(Set<Role> roles) {
        return roles.isEmpty() ? text("administration.powers.none")
                : String.join(", ", roles.stream().sorted().map(role -> text("identity.role." + role)).toList());
    }

    private static String text(String key, Object... args) {
        return Texts.of(CurrentCaller.get().language(), key, args);
    }
}
