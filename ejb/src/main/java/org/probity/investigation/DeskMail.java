package org.probity.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.probity.identity.Member;
import org.probity.identity.Members;
import org.probity.identity.Role;
import org.probity.notification.Outbox;

/** Tells those who work on a case, by mail, that something new waits for them: a reference and a link. */
@ApplicationScoped
public class DeskMail {

    @Inject
    private Investigations investigations;

    @Inject
    private Members members;

    @Inject
    private Outbox outbox;

    /**
     * To the officer of the case, if it has one.
     *
     * @param key unique at the board, so that nobody is told twice
     * @param template such as {@code removal.replied}
     */
    public void officer(String reference, String key, String template) {
        Long officer = investigations.byReference(reference).officerId();
        if (officer != null) {
            send(members.member(officer), reference, key, template);
        }
    }

    /** To every lead who may see the case. */
    public void leads(String reference, String key, String template) {
        members.with(Role.LEAD, reference).forEach(lead -> send(lead, reference, key, template));
    }

    private void send(Member member, String reference, String key, String template) {
        outbox.queue(key + "/" + member.id(), member.name(), member.email(), members.language(member), template, reference,
                "investigations/" + reference);
    }
}
