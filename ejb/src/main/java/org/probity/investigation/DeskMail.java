package org.probity.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.probity.access.Capacity;
import org.probity.access.Role;
import org.probity.casework.DeadEnds;
import org.probity.kernel.Unguarded;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.notification.Outbox;

/** Tells those who work on a case, by mail, that something new waits for them: a reference and a link. */
@Unguarded("It queues words without case content through the guarded outbox")
@ApplicationScoped
public class DeskMail {

    /** Of the mail that says that nobody is left for something, before what that is. */
    static final String NOBODY_LEFT = "officer.left.";

    @Inject
    private Investigations investigations;

    @Inject
    private Members members;

    @Inject
    private Capacities capacities;

    @Inject
    private Outbox outbox;

    /**
     * To the officer of the case; where nobody leads it who may still know of it, to every officer who may.
     *
     * @param key unique at the board, so that nobody is told twice
     * @param template such as {@code removal.replied}
     */
    public void officer(String reference, String key, String template) {
        Long officer = investigations.byReference(reference).officerId();
        Member known = officer == null ? null : members.member(officer);
        if (known != null && known.roles().contains(Role.OFFICER) && members.knows(known, reference)) {
            send(known, reference, key, template);
        } else {
            members.with(Role.OFFICER, reference).forEach(other -> send(other, reference, key, template));
        }
    }

    /** To every officer, of nothing that is in one case. @param page of the board */
    public void officers(String key, String template, String page) {
        members.standing().stream().filter(member -> member.roles().contains(Role.OFFICER)).forEach(one -> send(one, key, template, "", page));
    }

    /** To every lead and officer who may see the case and has had no other part in it than reviewing. */
    public void reviewers(String reference, String key, String template) {
        Investigation investigation = investigations.byReference(reference);
        capacities.left(investigation, Capacity.REVIEWED).forEach(member -> send(member, reference, key, template));
    }

    /**
     * To every lead who may see the case and decide there, having neither investigated nor reviewed it. Where there is none nobody
     * is told here: {@link DeadEnds} tells the administrators.
     */
    public void deciders(String reference, String key, String template) {
        capacities.left(investigations.byReference(reference), Capacity.APPROVED).forEach(lead -> send(lead, reference, key, template));
    }

    /** To every lead who may see the case, of what waits for no decision. */
    public void leads(String reference, String key, String template) {
        members.with(Role.LEAD, reference).forEach(lead -> send(lead, reference, key, template));
    }

    /** To every lead who may see the case, has not investigated it and does not have that account: one of them decides. Where there is none nobody is told here. */
    public void deciders(String reference, String key, String template, Long asking) {
        capacities.deciders(investigations.byReference(reference), asking).forEach(lead -> send(lead, reference, key, template));
    }

    /** To every officer and lead who may see the case. */
    public void everybody(String reference, String key, String template) {
        Stream.of(Role.LEAD, Role.OFFICER).flatMap(role -> members.with(role, reference).stream()).distinct()
                .forEach(member -> send(member, reference, key, template));
    }

    /** To a colleague, if they may see the case. */
    public void colleague(Member colleague, String reference, String key, String template) {
        if (members.knows(colleague, reference)) {
            send(colleague, reference, key, template);
        }
    }

    /**
     * To every lead whom the team of a restricted case keeps from it, and to nobody whom a wall does; where there is no such lead, to
     * the administrators of that kind. Not told is which case it is: what names it is not for them to know.
     *
     * @param by who restricted it
     */
    public void outside(String reference, String key, String template, String by) {
        List<Member> leads = outside(Role.LEAD, reference);
        leads.forEach(lead -> outbox.queue(key + "/" + lead.id(), lead.name(), lead.email(), members.language(lead), template, by));
        if (leads.isEmpty()) {
            outside(Role.ADMINISTRATOR, reference).forEach(one -> send(one, key, template, by, "members#restricted"));
        }
    }

    private List<Member> outside(Role role, String reference) {
        List<Long> seeing = members.with(role, reference).stream().map(Member::id).toList();
        return members.unnamed(reference).stream().filter(member -> member.roles().contains(role) && !seeing.contains(member.id())).toList();
    }

    /**
     * To every administrator who is not in the case themself, with the way to the list of such cases: somebody has to be found who
     * may see it. Where all of them are in it too, they are told that there is a case, and not which.
     */
    public void administrators(String reference, String key) {
        List<Member> outside = members.unnamed(reference).stream().filter(DeskMail::isAdministrator).toList();
        outside.forEach(one -> send(one, key, "officer.unseen", reference, Outbox.UNSEEN));
        if (outside.isEmpty()) {
            members.standing().stream().filter(DeskMail::isAdministrator).forEach(one -> send(one, key + "/all", "officer.unseenByAll", "", "members"));
        }
    }

    /** To every administrator, that there are several such cases. */
    public void administrators(String key) {
        administrators(key, "officer.unseenMany", "members");
    }

    /** The same of nothing that is in one case. @param page of the board */
    public void administrators(String key, String template, String page) {
        members.standing().stream().filter(DeskMail::isAdministrator).forEach(one -> send(one, key, template, "", page));
    }

    /**
     * To every administrator who is not in the case themself, that nobody is left there for something. Where all of them are in it too,
     * they are told that there is such a case, and not which.
     */
    public void nobodyLeft(String reference, String key, Capacity capacity) {
        List<Member> outside = members.unnamed(reference).stream().filter(DeskMail::isAdministrator).toList();
        outside.forEach(one -> send(one, key, NOBODY_LEFT + capacity, reference, Outbox.LEFT));
        if (outside.isEmpty()) {
            administrators(key + "/all", "officer.leftByAll", "members");
        }
    }

    private static boolean isAdministrator(Member member) {
        return member.roles().contains(Role.ADMINISTRATOR);
    }

    private void send(Member member, String key, String template, String reference, String page) {
        outbox.queue(key + "/" + member.id(), member.name(), member.email(), members.language(member), template, reference, page);
    }

    private void send(Member member, String reference, String key, String template) {
        send(member, key, template, reference, "investigations/" + reference);
    }
}
