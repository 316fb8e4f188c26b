package org.probity.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.probity.account.AccountMail;
import org.probity.kernel.Unguarded;

/** Queues what is to be written to people about their ways in, in the transaction it was said in. */
@Unguarded("It only hears events, and queues through the guarded outbox")
@ApplicationScoped
public class AccountPost {

    @Inject
    private Outbox outbox;

    void queue(@Observes AccountMail mail) {
        String page = Links.toRoot(mail.page()) + (mail.secret() == null ? "" : Mail.SECRET);
        Recipient to = new Recipient(mail.name(), mail.address(), mail.language());
        Object[] args = mail.until() == null ? new Object[] {"", page} : new Object[] {"", page, mail.until()};
        outbox.queueSealed(mail.key(), to, mail.template(), mail.secret(), args);
    }
}
