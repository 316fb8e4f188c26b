package org.probity.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.probity.identity.CurrentCaller;
import org.probity.identity.PowerChange;
import org.probity.identity.PowerChanges;
import org.probity.identity.Role;
import org.probity.web.kernel.Texts;

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

    /** From which roles to which; a person without any is no member. Or what was and will be set of the board's provider. */
    public String words(PowerChanges.Line line) {
        if (line.kind() == PowerChange.Kind.PROVIDER) {
            return line.saidBefore() == null ? text("administration.powers.provider", line.saidAfter())
                    : text("administration.powers.providerChange", line.saidBefore(), line.saidAfter());
        }
        return text("administration.powers.fromTo", names(line.before()), names(line.after()));
    }

    private static String names(Set<Role> roles) {
        return roles.isEmpty() ? text("administration.powers.none")
                : String.join(", ", roles.stream().sorted().map(role -> text("identity.role." + role)).toList());
    }

    private static String text(String key, Object... args) {
        return Texts.of(CurrentCaller.get().language(), key, args);
    }
}
