package org.probity.signon;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.crypto.Keys;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerChange.Decision;
import org.probity.powers.PowerDecided;
import org.probity.powers.PowerProposals;
import org.probity.powers.SecondFactorRules;
import org.probity.tenancy.Boards;
import org.probity.token.ApiTokens;

/**
 * Sets the current board's provider. It says who somebody is, and may say that they showed a second factor: so whose word that
 * is, and what of it counts, is decided by two people, as who has which power is. So is whatever could keep others out: whom it
 * lets in, and all it takes to get there where there is no other way; and that there is another way again, which it keeps out.
 */
@Stateless
@Guarded
public class ProviderChanges {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Providers providers;

    @Inject
    private PowerProposals proposals;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Boards boards;

    @Inject
    private Keys keys;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Whether these settings would wait for a second person. */
    @Permitted(Act.ADMINISTER)
    public boolean asksSecond(ProviderSettings given) {
        return given.issuer() != null && given.clientId() != null && isPower(providers.provider().orElse(null), given);
    }

    private static boolean isPower(Provider before, ProviderSettings given) {
        return before == null || !before.vouchesAs(given) || given.isOnlyWay() != before.settings().isOnlyWay()
                || given.isOnlyWay() && given.clientSecret() != null;
    }

    /**
     * Keeps the settings, the secret sealed; what is power over others once a second person has confirmed it. Passphrases can be
     * ruled out only by somebody who is here through this very provider as it is set, so that nobody locks a board out by a
     * typing mistake; and where roles need a second factor, who has shown one there.
     *
     * @param through what the session of the administrator carries
     * @throws Refusal INVALID naming each field; STATE where another change of the provider waits, or a second factor that is asked for
     *     could not be shown
     */
    @Permitted(Act.CHANGE_POWERS)
    public void save(ProviderSettings given, String through) {
        Provider before = providers.provider().orElse(null);
        given.check(before != null && before.isSameAs(given));
        if (given.isOnlyWay() && (before == null || !before.isProven(given, through))) {
            throw Refusal.invalid("passphrasesAllowed", "signon.refused.proveFirst");
        }
        if (given.isOnlyWay() && areFactorsAsked()) {
            requireFactors(before, given);
        }
        if (isPower(before, given)) {
            propose(before, new ProviderTerms(given, given.clientSecret() == null ? before.sealedSecret() : sealed(given)),
                    given.clientSecret() != null);
        } else {
            become(before, given, given.clientSecret() == null ? null : sealed(given));
        }
    }

    /** From now on nobody could show one but there; whoever sets it anew has seen that it is said of them. */
    private static void requireFactors(Provider before, ProviderSettings given) {
        if (before.settings().isOnlyWay()) {
            ProviderFactorRules.requireSaid(given);
        } else {
            ProviderFactorRules.requireShown(given);
        }
    }

    private boolean areFactorsAsked() {
        return !SecondFactorRules.roles(boards.board()).isEmpty();
    }

    private void propose(Provider before, ProviderTerms terms, boolean newSecret) {
        PowerChange change = PowerChange.ofProvider(terms.settings().issuer(), before == null ? null : before.said(), terms.said(newSecret),
                Signature.now(clock.instant()));
        proposals.propose(change);
        entities.persist(new ProviderChange(change.id(), before, terms));
    }

    /** @throws Refusal STALE where something else was set after it was asked for */
    @Permitted(Act.INTERNAL)
    public void hear(@Observes PowerDecided decided) {
        entities.createQuery("select c from ProviderChange c where c.changeId = :change", ProviderChange.class)
                .setParameter("change", decided.change().id()).getResultList().stream().findFirst()
                .ifPresent(change -> end(change, decided.change().decision()));
    }

    private void end(ProviderChange change, Decision decision) {
        entities.remove(change);
        if (decision == Decision.CONFIRMED) {
            Provider before = providers.provider().orElse(null);
            change.requireUnchanged(before);
            ProviderSettings wanted = change.terms().settings();
            if (wanted.isOnlyWay() && areFactorsAsked()) {
                ProviderFactorRules.requireSaid(wanted);
            }
            become(before, wanted, change.terms().sealedSecret());
        }
    }

    private void become(Provider before, ProviderSettings given, String sealedSecret) {
        Map<String, ?> was = before == null ? null : before.kept();
        Provider provider = before == null ? new Provider(given, sealedSecret) : before;
        if (before == null) {
            entities.persist(provider);
        } else {
            provider.becomes(given, sealedSecret);
        }
        audit.record("signon.set", null, "provider", null, was, provider.kept());
        if (!provider.admits(null)) {
            tokens.revokeAll();
        }
    }

    private String sealed(ProviderSettings given) {
        return keys.seal(Providers.purpose(given.issuer().strip()), given.clientSecret().strip());
    }
}
