package org.probity.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Refusal;

/** Somebody who is signed in shows once more who they are, before they use a power over others. Called at no board. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Confirmations {

    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Passwords passwords;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * Shows it with the passphrase and, where they have a second factor, a code.
     *
     * @return the field that is wrong, which the audit keeps; null where nothing is
     * @throws Refusal STATE where a provider vouches for them, which is asked instead; TOO_MANY after too many wrong codes
     */
    @Permitted(Act.ENTER)
    public String show(SignedIn me, String passphrase, String code) {
        if (!me.keepsOwnKeys()) {
            throw Refusal.state("identity.refused.providerKeepsIt");
        }
        String wrong = wrong(me, passphrase, code);
        if (wrong == null) {
            sessions.current(me.sessionId()).confirms(clock.instant());
        }
        acts.fire(new AccountAct(wrong == null ? "account.confirmed" : "account.confirmationFailed", me.account().id(),
                me.account().displayName(), null));
        return wrong;
    }

    /** A wrong passphrase where somebody wanted to choose a new one: kept, though what they wanted is taken back. */
    @Permitted(Act.INTERNAL)
    public void failed(Account account) {
        acts.fire(new AccountAct("account.confirmationFailed", account.id(), account.displayName(), null));
    }

    private String wrong(SignedIn me, String passphrase, String code) {
        if (!passwords.verify(Passphrase.normal(passphrase), me.account().passwordHash())) {
            return "passphrase";
        }
        boolean asked = me.account().hasSecondFactor();
        return asked && !secondFactors.show(me.account().id(), me.sessionId(), code) ? "code" : null;
    }
}
