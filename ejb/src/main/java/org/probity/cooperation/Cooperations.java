package org.probity.cooperation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.cooperation.CooperationDecision.Authority;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationRules.Again;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.files.Upload;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.worklist.Work;

/** Everything that is done about requests for help, by people and by the clockwork. */
@Stateless
@Guarded
public class Cooperations {

    /** Of one case. */
    static final int MOST = 50;

    /** What the clockwork did not do, since the subject may not be contacted, or not be asked. */
    private static final String HELD = "cooperation.heldBack";

    private static final String OVERDUE = "cooperation.overdue";

    /** The deadline went by of a letter that the subject had no way to. */
    private static final String UNREAD = "cooperation.unread";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private CooperationRules rules;

    @Inject
    private CooperationAccess access;

    @Inject
    private CooperationPost post;

    @Inject
    private MinutesPost minutes;

    @Inject
    private CooperationProcess process;

    @Inject
    private CooperationTrail trail;

    @Inject
    private NameWalls names;

    @Inject
    private Work work;

    @Inject
    private Clock clock;

    /**
     * Asks the subject of a case for help (000 cl. 6.3). Access to an account is asked for only once a lead allows it.
     *
     * @return id of the request
     * @throws Refusal STATE where the case is not being investigated, the subject may not be contacted, it may be a protected disclosure,
     *         nothing was preserved or nobody is named; INVALID naming each field that is wrong, among them any text that gives away a password
     */
    @Permitted(Act.REQUEST_COOPERATION)
    public Long request(@OfCase String reference, NewCooperation asked) {
        Investigation investigation = investigations.running(reference);
        investigation.requireAsking();
        post.requireAsking(reference);
        Quota.require(MOST, entities.createQuery("select count(r) from CooperationRequest r where r.reference = :reference", Long.class)
                .setParameter("reference", reference), "cooperation.refused.manyRequests");
        rules.check(asked, investigations.allegations(investigation.id()).stream().map(Allegation::id).toList());
        CooperationRequest request = new CooperationRequest(reference, investigation.subjectId(), investigation.policyDay(),
                asked, rules.first(asked), sign());
        entities.persist(request);
        entities.flush();
        access.investigates(request);
        trail.asked(request);
        process.requested(request);
        return request.id();
    }

    /**
     * Allows or refuses to ask for access to an account. Never decided by somebody who investigated the case.
     *
     * @throws Refusal FORBIDDEN where the caller investigated, INVALID without reasons, STATE where it is allowed and the subject
     *         may not be contacted or asked any more
     */
    @Permitted(Act.AUTHORISE_ACCESS)
    public void authorise(Long id, boolean authorised, String reasons) {
        CooperationRequest request = access.authorising(id);
        CooperationRules.reasons(reasons);
        requireReach(request, authorised);
        Authority result = authorised ? Authority.GRANTED : Authority.REFUSED;
        Instant until = rules.atLeastTomorrow(request.replyBy());
        trail.of("cooperation.authorised", request, () -> request.authorised(result, reasons, until, sign()));
        work.finish("authoriseAccess", request.reference(), id, Map.of("authorised", authorised));
    }

    /** Sends the letter of the round that waits to be sent. Sending twice is sending once. @throws Refusal STATE where nobody may write to them */
    @Permitted(Act.CLOCKWORK)
    public void send(Long id) {
        CooperationRequest request = access.held(id);
        if (request.status() == CooperationRequest.Status.SENDING) {
            trail.of("cooperation.sent", request, () -> post.send(request));
        }
    }

    /**
     * Reminds the subject, each time once in each round, as long as they have not answered and may be contacted and asked; not by a letter that
     * would be with them only once their time is over.
     *
     * @param nth 1 or 2
     */
    @Permitted(Act.CLOCKWORK)
    public void remind(Long id, int nth) {
        CooperationRequest request = access.held(id);
        if (request.status() == CooperationRequest.Status.SENT && !post.reaches(request)) {
            trail.of(HELD, request, () -> { });
        } else if (post.remindsInTime(request) && request.remind(nth, now())) {
            post.remind(request, nth);
            trail.of("cooperation.reminded", request, () -> { });
        }
    }

    /** The deadline went by in silence. It does not count where the subject may not be contacted or asked, or had no way to the letter. */
    @Permitted(Act.CLOCKWORK)
    public void markOverdue(Long id) {
        CooperationRequest request = access.held(id);
        if (request.status() == CooperationRequest.Status.SENT) {
            String passed = !post.reaches(request) ? HELD : post.isReadable(request) ? OVERDUE : UNREAD;
            trail.of(passed, request, () -> request.overdue(passed.equals(OVERDUE) ? now() : null));
            post.overdue(request);
        }
    }

    /**
     * The subject answers, or an officer writes down an answer that came another way; the subject is told of that, and may still
     * answer themself. Late answers count until somebody has decided on the silence.
     *
     * @throws Refusal NOT_FOUND where the caller was not asked; STATE where the request has ended; INVALID by field
     */
    @Permitted(Act.REPLY)
    public void reply(Long id, CooperationReply reply, List<Upload> files) {
        CooperationRequest request = access.answerable(id, reply.channel(), now());
        CooperationRules.check(reply, files, request.round(), now());
        access.answered(request);
        CooperationRequest.Status before = request.status();
        trail.of("cooperation.replied", request, () -> keep(request, reply, files));
        post.replied(request, reply.language());
        process.replied(request, before, reply);
    }

    private void keep(CooperationRequest request, CooperationReply reply, List<Upload> files) {
        rules.leaveTime(request, reply);
        CooperationAnswer answer = request.replied(reply, sign());
        entities.persist(answer);
        List<Long> documents = post.keep(request, files);
        entities.flush();
        documents.forEach(document -> entities.persist(new CooperationFile(request, answer, document)));
        names.raise(request.reference(), Said.of(answer.signed().at(), answer.words(), answer.companion(), answer.adjustments())
                .with(Upload.names(files)));
    }

    /** Refuses what {@link #reply} would refuse, and keeps nothing: for forms of several pages. */
    @Permitted(Act.REPLY)
    public void checkReply(Long id, CooperationReply reply, List<Upload> files) {
        CooperationRules.check(reply, files, access.answerable(id, reply.channel(), now()).round(), now());
    }

    /**
     * Records a meeting or a supervised look that took place. The subject is told, reads what was recorded, and may say until the end of
     * the board's usual time that it was not so ({@link CooperationMinutes}); before that they are not heard by it. Where they cannot read
     * it in the portal it goes by post ({@link MinutesPost}), and that time begins once it is with them.
     *
     * @throws Refusal INVALID on {@code heldAt} where it is before the day that was agreed or the letter that named it
     */
    @Permitted(Act.REQUEST_COOPERATION)
    public void holdMeeting(Long id, MeetingRecord record) {
        CooperationRequest request = access.working(id, CooperationRequest.Status.AGREED);
        requireKind(request.kind().meets());
        rules.check(record, request.round());
        Signature signed = sign();
        Instant sayBy = minutes.reaches(request) ? rules.sayBy() : null;
        trail.of("cooperation.met", request, () -> request.met(record, sayBy, signed));
        minutes.tell(request);
        names.raise(request.reference(), Said.of(signed.at(), record.minutes()).by(signed.accountId()).before(record.present()));
        done("holdMeeting", request, Map.of());
    }

    /** Records that access ended and that the password was changed afterwards; nothing else of it is kept. */
    @Permitted(Act.REQUEST_COOPERATION)
    public void endAccess(Long id, AccessEnd end) {
        CooperationRequest request = access.working(id, CooperationRequest.Status.AGREED);
        requireKind(request.kind() == CooperationKind.ACCESS);
        rules.check(end, request.agreedAt());
        trail.of("cooperation.accessEnded", request, () -> request.accessEnded(end, sign()));
        done("endAccess", request, Map.of());
    }

    private static void requireKind(boolean fits) {
        if (!fits) {
            throw Refusal.state("cooperation.refused.notNow");
        }
    }

    /**
     * Considers an answer: it is enough, or the subject is asked again, as where a meeting is moved to which they had agreed.
     *
     * @param newDeadline null for the board's usual time
     * @param newMeetingAt null for the time that the person named, or where they wish no other, for the same
     */
    @Permitted(Act.REQUEST_COOPERATION)
    public void considerReply(Long id, Consideration result, String reasons, LocalDate newDeadline, Instant newMeetingAt) {
        CooperationRequest request = access.working(id, CooperationRequest.Status.REPLIED, CooperationRequest.Status.AGREED);
        boolean moved = request.isToBeMoved();
        requireKind(request.status() == CooperationRequest.Status.REPLIED || moved && result != Consideration.ENOUGH);
        Again again = new Again(newDeadline, newMeetingAt);
        rules.decision(request, result, result == Consideration.ASK_AGAIN, reasons, again);
        requireReach(request, result == Consideration.ASK_AGAIN);
        trail.of("cooperation.considered", request,
                () -> request.considered(result, reasons, rules.next(request, again), sign()));
        if (moved) {
            access.investigates(request);
            process.moved(request);
        } else {
            done("considerReply", request, Map.of("result", result.name()));
        }
    }

    /**
     * A person says whether the investigation goes on without an answer.
     *
     * @param newDeadline null for the board's usual time
     * @param newMeetingAt null for the same meeting
     * @throws Refusal STATE where the subject may not be contacted or asked: they are not asked again, and their silence does not count; or
     *         where it does not, and they can be asked again
     */
    @Permitted(Act.DECIDE_ON_SILENCE)
    public void decideOnSilence(Long id, Silence result, String reasons, LocalDate newDeadline, Instant newMeetingAt) {
        CooperationRequest request = access.working(id, CooperationRequest.Status.OVERDUE);
        CooperationRules.reasons(reasons);
        Again again = new Again(newDeadline, newMeetingAt);
        rules.decision(request, result, result == Silence.ASK_AGAIN, reasons, again);
        requireReach(request, true);
        CooperationRules.silence(request, result, post.isReadable(request));
        trail.of("cooperation.silenceDecided", request,
                () -> request.silenceDecided(result, reasons, rules.next(request, again), sign()));
        done("decideOnSilence", request, Map.of("silence", result.name()));
    }

    private void requireReach(CooperationRequest request, boolean needed) {
        if (needed) {
            post.addressee(request);
        }
    }

    /** @throws Refusal STALE where the request has changed since that version, NOT_FOUND where it is out of sight */
    @Permitted(Act.SEE_REQUESTS)
    public void expect(Long id, int version) {
        if (access.heldInSight(id).version() != version) {
            throw Refusal.stale();
        }
    }

    private void done(String task, CooperationRequest request, Map<String, Object> answers) {
        access.investigates(request);
        work.finish(task, request.reference(), request.id(), answers);
    }

    private Signature sign() {
        return Signature.now(now());
    }

    private Instant now() {
        return clock.instant();
    }
}
