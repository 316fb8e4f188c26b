package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.probity.access.Role;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.notification.Outbox;
import org.probity.notification.Recipient;

/** Tells people by mail that a referral waits for them: a reference and a link. Each mail has a number, so none goes twice. */
@ApplicationScoped
class ReferralMail {

    @Inject
    private Members members;

    @Inject
    private Directory directory;

    @Inject
    private DeskMail desk;

    @Inject
    private Outbox outbox;

    void sent(Referral referral) {
        toEmployer(referral, "sent", referral.round(), "referral.sent", referral.acknowledgeBy());
    }

    /** @param number of the chaser, from 1 in each round */
    void chase(Referral referral, int number) {
        toEmployer(referral, "chase/" + referral.round(), number, "referral.chaser", referral.acknowledgeBy());
    }

    /** @param number of the chaser, from 1 */
    void chaseProgress(Referral referral, int number) {
        toEmployer(referral, "progress", number, "referral.progress");
    }

    void answered(Referral referral) {
        toEmployer(referral, "answered", referral.moves().size(), "referral.answered", referral.acknowledgeBy());
    }

    void withdrawn(Referral referral) {
        toEmployer(referral, "withdrawn", referral.round(), "investigation.withdrawn");
    }

    /** Not told by mail is what has changed. @param number of what they were told of it, from 1 in each round */
    void contact(Referral referral, boolean allowed, int number) {
        toEmployer(referral, "contact/" + referral.round(), number, allowed ? "referral.contactAllowed" : "referral.contactStopped");
    }

    /** The letter itself waits in the portal; nothing is there for whoever it is posted to. */
    void subjectTold(Referral referral, Person subject) {
        if (directory.reaches(subject)) {
            outbox.queue(key(referral, "subject", referral.round()), subject.name(), subject.email(), subject.language(),
                    "referral.subjectTold", referral.reference(), "requests#letters");
        }
    }

    /** Something waits for the leads of the board who may decide on it. */
    void deciders(Referral referral, String what) {
        desk.deciders(referral.reference(), key(referral, what, referral.moves().size()), what);
    }

    /** Something waits for the officer of the case. */
    void officer(Referral referral, String what) {
        desk.officer(referral.reference(), key(referral, what, referral.moves().size()), what);
    }

    /** Whoever leads the case and the leads of the board hear of each outcome, an appeal's too. @param number of the outcome, from 1 */
    void outcome(Referral referral, int number) {
        String key = key(referral, "outcome", number);
        String template = number == 1 ? "referral.outcome" : "referral.outcomeAgain";
        desk.officer(referral.reference(), key, template);
        desk.leads(referral.reference(), key, template);
    }

    /** Every HR member of the organisation who may know of the case; its own address where there is none. */
    private void toEmployer(Referral referral, String what, int number, String template, Object... deadline) {
        String key = key(referral, what, number);
        List<Member> partners = members.with(Role.HR, referral.reference()).stream().filter(member -> isPartner(member, referral)).toList();
        partners.forEach(member -> queue(key + "/" + member.id(),
                new Recipient(member.name(), member.email(), members.language(member)), template, referral, deadline));
        if (partners.isEmpty()) {
            toOrganisation(key, template, referral, deadline);
        }
    }

    private static boolean isPartner(Member member, Referral referral) {
        return member.roles().contains(Role.HR) && Objects.equals(member.organisationId(), referral.organisationId());
    }

    /**
     * Where somebody reads at its own address who may not know of the case, the officer is told, who finds another way. So is done
     * where all its partners may not: who reads at an address that is nobody's own is not known here.
     */
    private void toOrganisation(String key, String template, Referral referral, Object... deadline) {
        Organisation organisation = directory.organisation(referral.organisationId());
        if (members.standing().stream().anyMatch(member -> isPartner(member, referral))
                || members.at(organisation.contactEmail()).stream().anyMatch(member -> !members.knows(member, referral.reference()))) {
            desk.officer(referral.reference(), key + "/unreached", "referral.unreached");
        } else {
            queue(key + "/organisation", new Recipient(organisation.name(), organisation.contactEmail(), Language.EN), template,
                    referral, deadline);
        }
    }

    private void queue(String key, Recipient to, String template, Referral referral, Object... deadline) {
        Object[] args = new Object[2 + deadline.length];
        args[0] = referral.reference();
        args[1] = "referrals/" + referral.id();
        System.arraycopy(deadline, 0, args, 2, deadline.length);
        outbox.queue(key, to.name(), to.address(), to.language(), template, args);
    }

    private static String key(Referral referral, String what, int number) {
        return "referral/" + referral.id() + "/" + what + "/" + number;
    }
}
