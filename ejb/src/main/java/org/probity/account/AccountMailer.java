package org.probity.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Language;

/** Writes to people about their ways in, from the current board, or from the installation where there is none. */
@Stateless
@Guarded
public class AccountMailer {

    @Inject
    private Event<AccountMail> mail;

    @Inject
    private Event<AccountAct> acts;

    /** In the caller's transaction. */
    @Permitted(Act.INTERNAL)
    public void post(AccountMail given) {
        mail.fire(given);
    }

    /** In a transaction of its own, for callers that are at no board themselves. */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void postAlone(AccountMail given) {
        mail.fire(given);
    }

    /** Keeps in the current board's audit what was done to an account of a member, in a transaction of its own. */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void noteAlone(AccountAct given) {
        acts.fire(given);
    }

    /** A letter with a one-time link. */
    public static AccountMail with(OneTimeLinks.Made link, String template, String name, String address, Language language) {
        return new AccountMail(template + "/" + link.id(), template, name, address, language, "link/", link.token(), link.until());
    }
}
