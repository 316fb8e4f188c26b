package org.probity.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.stream.Stream;

/** Whom of which case a mail concerns, and whether it waits until its case lets it go. */
@Embeddable
class MailOfCase {

    /** The case whose desk or referral it leads to; null where it leads elsewhere. */
    @Column(name = "desk_of", length = 30, updatable = false)
    private String deskOf;

    /** The case whose subject it goes to; null where it goes to others. */
    @Column(name = "subject_of", length = 30, updatable = false)
    private String subjectOf;

    /** Since when it waits. Set by {@link Outbox} alone, whatever is done with the mail at that moment. */
    @Column(name = "held_at", insertable = false, updatable = false)
    private Instant heldAt;

    protected MailOfCase() {
    }

    /** @param args of the mail: the case and the page that it leads to */
    MailOfCase(Object... args) {
        this.deskOf = caseOf(args, "investigations/", "referrals/", Outbox.UNSEEN, Outbox.LEFT);
        this.subjectOf = caseOf(args, Outbox.PORTAL);
    }

    String subjectOf() {
        return subjectOf;
    }

    private static String caseOf(Object[] args, String... pages) {
        return args.length > 1 && Stream.of(pages).anyMatch(String.valueOf(args[1])::startsWith) ? String.valueOf(args[0]) : null;
    }
}
