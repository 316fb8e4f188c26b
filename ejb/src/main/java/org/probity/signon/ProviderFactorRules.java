package org.probity.signon;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Condition;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerDecided;
import org.probity.powers.SecondFactorRules;
import org.probity.tenancy.Boards;

/**
 * Which roles of the current board need a second factor, where its provider may be the only way in: then nobody can show one but
 * through it, and whoever asks more than it says of people shuts everybody out who could take that back.
 */
@Stateless
@Guarded
public class ProviderFactorRules {

    @Inject
    private Providers providers;

    @Inject
    private SecondFactorRules rules;

    @Inject
    private Boards boards;

    /** Whether that would wait for a second person. */
    @Permitted(Act.ADMINISTER)
    public boolean asksSecond(Set<Role> roles) {
        Set<Role> now = SecondFactorRules.roles(boards.board());
        return SecondFactorRules.weakens(now, roles) || isOnlyWay() && !now.containsAll(roles);
    }

    private boolean isOnlyWay() {
        return providers.provider().filter(provider -> provider.settings().isOnlyWay()).isPresent();
    }

    /**
     * The current board asks it of those roles from the next request on; where it would ask fewer than now, or more and its provider is
     * the only way in, once a second person has confirmed that.
     *
     * @throws Refusal INVALID on {@code roles}; STATE where another change of them waits, or where there is no way in but a provider that
     *     says nothing of second factors, or by which the caller has shown none
     */
    @Permitted(Act.CHANGE_POWERS)
    public void ask(Set<Role> roles) {
        requireShown(SecondFactorRules.roles(boards.board()), roles);
        rules.ask(roles, asksSecond(roles));
    }

    /** Before it is set: the provider may be another, or the only way in, since it was asked for. */
    @Permitted(Act.INTERNAL)
    public void hear(@Observes @Priority(Interceptor.Priority.APPLICATION) PowerDecided decided) {
        if (decided.confirms(PowerChange.Kind.SECOND_FACTOR)) {
            requireShown(decided.change().before(), decided.change().after());
        }
    }

    private void requireShown(Set<Role> before, Set<Role> after) {
        if (isOnlyWay() && !before.containsAll(after)) {
            requireShown(providers.current().settings());
        }
    }

    /** What nobody has shown in that way, nobody may be able to. @throws Refusal STATE */
    static void requireShown(ProviderSettings onlyWay) {
        requireSaid(onlyWay);
        if (!CurrentCaller.get().proofs().contains(Condition.SECOND_FACTOR)) {
            throw Refusal.state("signon.refused.showFactor");
        }
    }

    /** @throws Refusal STATE where it says of nobody that they showed one */
    static void requireSaid(ProviderSettings onlyWay) {
        if (!onlyWay.saysSecondFactors()) {
            throw Refusal.state("signon.refused.noFactor");
        }
    }
}
