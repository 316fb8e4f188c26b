package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.probity.access.RolesLost;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.LetterServed;
import org.probity.member.Directory;
import org.probity.tenancy.Boards;

/** How the minutes of a meeting come to the subject: they read them in the portal, or have them as a letter that is posted or brought. */
@Dependent
class MinutesPost {

    /** Meetings of one person, or in one case, whose time runs. */
    private static final int MOST = 200;

    private static final String RUNNING = "select m from HeldMeeting m join fetch m.request r ";

    /** They read it in the portal so far. */
    private static final String STILL = "m.saidAt is null and m.sayBy > :now and m.letterId is null ";

    @Inject
    private EntityManager entities;

    @Inject
    private CooperationPost post;

    @Inject
    private CooperationTrail trail;

    @Inject
    private Directory directory;

    @Inject
    private WorkingDays days;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** Whether the subject reads in the portal what was written down. */
    boolean reaches(CooperationRequest request) {
        return directory.reaches(directory.person(request.subjectId()));
    }

    /** They are told of the meeting that was written down last: by mail where they can read it, else by a letter. */
    void tell(CooperationRequest request) {
        if (reaches(request)) {
            post.minutes(request);
        } else {
            write(request, request.meetings().get(request.meetings().size() - 1));
        }
    }

    private void write(CooperationRequest request, HeldMeeting meeting) {
        meeting.posted(post.letter(request, meeting, usual()), usual());
    }

    private int usual() {
        return Math.max(1, boards.board().deadlines().cooperationDays());
    }

    /** The letter is with them: from the day of service on they have the time that it promised. */
    void begin(@Observes LetterServed served) {
        entities.createQuery("select m from HeldMeeting m join fetch m.request where m.letterId = :letter and m.sayBy is null and m.saidAt is null",
                HeldMeeting.class).setParameter("letter", served.documentId()).setMaxResults(1).getResultList().forEach(meeting -> begin(meeting, served));
    }

    private void begin(HeldMeeting meeting, LetterServed served) {
        Instant until = served.until(days, meeting.sayDays() == null ? usual() : meeting.sayDays());
        trail.of("cooperation.served", meeting.request(), () -> meeting.served(until));
    }

    /** Whoever leaves while their time runs cannot read it any more: it begins anew with a letter. */
    void leave(@Observes RolesLost lost) {
        if (lost.left().isEmpty()) {
            writeAnew(running(lost.memberId()));
        }
    }

    /** The clocks of a case go on: whoever lost their way while they stood has time again by that alone, so it begins anew with a letter. */
    void goOn(String reference) {
        writeAnew(entities.createQuery(RUNNING + "where r.reference = :reference and " + STILL + "order by m.id", HeldMeeting.class)
                .setParameter("reference", reference).setParameter("now", clock.instant()).setMaxResults(MOST).getResultList());
    }

    private void writeAnew(List<HeldMeeting> running) {
        running.stream().filter(meeting -> !reaches(meeting.request()))
                .forEach(meeting -> trail.of("cooperation.minutesPosted", meeting.request(), () -> write(meeting.request(), meeting)));
    }

    private List<HeldMeeting> running(Long memberId) {
        return entities.createQuery(RUNNING + "join Person p on p.id = r.subjectId join Member b on b.accountId = p.accountId where b.id = :member and "
                + STILL + "and exists (select 1 from Investigation i where i.reference = r.reference and i.endedAt is null) order by m.id",
                HeldMeeting.class).setParameter("member", memberId).setParameter("now", clock.instant()).setMaxResults(MOST).getResultList();
    }
}
