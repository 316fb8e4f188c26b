package org.probity.removal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
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
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.files.Upload;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.policy.PolicyBackdated;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** Everything that is done about removal requests, by people and by the clockwork. */
@Stateless
@Guarded
public class Removals {

    /** Of one case. */
    static final int MOST = 50;

    /** What the clockwork did not do, since the subject may not be contacted, or not be asked. */
    private static final String HELD = "removal.heldBack";

    private static final String OVERDUE = "removal.overdue";

    /** The deadline went by of a letter that the subject had no way to. */
    private static final String UNREAD = "removal.unread";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private RemovalRules rules;

    @Inject
    private RemovalAccess access;

    @Inject
    private RemovalPost post;

    @Inject
    private RemovalProcess process;

    @Inject
    private RemovalTrail trail;

    @Inject
    private NameWalls names;

    @Inject
    private Work work;

    @Inject
    private Processes processes;

    @Inject
    private Clock clock;

    /**
     * Asks the subject of a case to take content down or to close an account (000 cl. 5.3).
     *
     * @return id of the request
     * @throws Refusal STATE where the case is not being investigated, the subject may not be contacted, it may be a protected disclosure,
     *         nothing was preserved or nobody is named; INVALID naming each factor that was not weighed and each field that is wrong
     */
    @Permitted(Act.REQUEST_REMOVAL)
    public Long request(@OfCase String reference, NewRemoval asked) {
        Investigation investigation = investigations.running(reference);
        investigation.requireAsking();
        post.requireAsking(reference);
        Quota.require(MOST, entities.createQuery("select count(r) from RemovalRequest r where r.reference = :reference", Long.class)
                .setParameter("reference", reference), "removal.refused.manyRequests");
        rules.check(asked, investigation);
        RemovalRequest request = new RemovalRequest(reference, investigation.subjectId(), investigation.policyDay(), asked,
                rules.replyBy(asked.deadline()), sign());
        entities.persist(request);
        entities.flush();
        access.investigates(request);
        trail.asked(request);
        processes.message("removalRequested", reference, Map.of("requestId", request.id()));
        return request.id();
    }

    /** Sends the letter of the round that waits to be sent. Sending twice is sending once. @throws Refusal STATE where nobody may write to them */
    @Permitted(Act.CLOCKWORK)
    public void send(Long id) {
        RemovalRequest request = access.held(id);
        if (request.status() == RemovalRequest.Status.SENDING) {
            trail.of("removal.sent", request, () -> post.send(request));
        }
    }

    /** Reminds the subject, once in each round, while they may be contacted and asked and have not answered; not by a letter that comes once their time is over. */
    @Permitted(Act.CLOCKWORK)
    public void remind(Long id) {
        RemovalRequest request = access.held(id);
        if (request.status() == RemovalRequest.Status.SENT && !post.reaches(request)) {
            trail.of(HELD, request, () -> { });
        } else if (post.remindsInTime(request) && request.remind(now())) {
            post.remind(request);
            trail.of("removal.reminded", request, () -> { });
        }
    }

    /** The deadline went by in silence. It does not count where the subject may not be contacted or asked, or had no way to the letter. */
    @Permitted(Act.CLOCKWORK)
    public void markOverdue(Long id) {
        RemovalRequest request = access.held(id);
        if (request.status() == RemovalRequest.Status.SENT) {
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
    public void reply(Long id, RemovalReply reply, List<Upload> files) {
        RemovalRequest request = access.answerable(id, reply.channel(), now());
        RemovalRules.check(reply, request, rules.today());
        access.answered(request);
        RemovalRequest.Status before = request.status();
        trail.of("removal.replied", request, () -> keep(request, reply, files));
        post.replied(request);
        process.replied(request, before, reply);
    }

    /** Refuses what {@link #reply} would refuse, and keeps nothing: for forms of several pages. */
    @Permitted(Act.REPLY)
    public void checkReply(Long id, RemovalReply reply) {
        RemovalRules.check(reply, access.answerable(id, reply.channel(), now()), rules.today());
    }

    private void keep(RemovalRequest request, RemovalReply reply, List<Upload> files) {
        rules.leaveTime(request, reply);
        RemovalAnswer answer = request.replied(reply, sign());
        entities.persist(answer);
        List<Long> documents = post.keep(request, files);
        entities.flush();
        documents.forEach(document -> entities.persist(new RemovalFile(request, answer, document)));
        names.raise(request.reference(), Said.of(answer.signed().at(), answer.words()).with(Upload.names(files)));
    }

    /**
     * Records what was seen at each address that is still asked for, and what follows; also after a report to its site.
     *
     * @throws Refusal INVALID where an item was not looked at, what follows does not fit what was seen, or no report is on record
     */
    @Permitted(Act.CHECK_REMOVAL)
    public void check(Long id, List<ItemCheck> checks, Following then) {
        RemovalRequest request = access.working(id, RemovalRequest.Status.REPLIED, RemovalRequest.Status.PLATFORM_REPORTED);
        List<ItemCheck> seen = RemovalRules.known(checks);
        rules.check(seen, then, request);
        requireReach(request, then.next().asksAgain());
        trail.of("removal.checked", request, () -> request.checked(seen, then, rules.replyBy(then.newDeadline()), sign()));
        access.investigates(request);
        tell(request);
        process.checked(request, then.next());
    }

    /**
     * Decides whether the subject is right to disagree. Never decided by somebody who investigated the case.
     *
     * @param newDeadline for REJECTED; null for the board's usual time
     * @throws Refusal FORBIDDEN where the caller investigated, INVALID without reasons
     */
    @Permitted(Act.DECIDE_CHALLENGE)
    public void decideChallenge(Long id, RemovalDecision.Challenge result, String reasons, LocalDate newDeadline) {
        RemovalRequest request = access.judging(id, RemovalRequest.Status.CHALLENGED);
        rules.decision("result", result, reasons, result == RemovalDecision.Challenge.REJECTED, newDeadline);
        requireReach(request, result.asksAgain());
        trail.of("removal.challengeDecided", request, () -> request.challengeDecided(result, reasons, rules.replyBy(newDeadline), sign()));
        finish("decideChallenge", request, "challenge", result);
    }

    /**
     * Decides whose it is of which the subject says that it is not theirs, with what was seen at each address. Never decided by somebody
     * who investigated the case.
     *
     * @param newDeadline for THEIRS; null for the board's usual time
     * @throws Refusal FORBIDDEN where the caller investigated, INVALID without reasons or where an item was not looked at
     */
    @Permitted(Act.DECIDE_CHALLENGE)
    public void decideIdentity(Long id, List<ItemCheck> checks, RemovalDecision.Identity result, String reasons, LocalDate newDeadline) {
        RemovalRequest request = access.judging(id, RemovalRequest.Status.IDENTITY_ASKED);
        List<ItemCheck> seen = RemovalRules.known(checks);
        rules.identity(seen, result, reasons, newDeadline, request);
        requireReach(request, result.asksAgain());
        trail.of("removal.identityDecided", request, () -> request.identityDecided(seen, result, reasons, rules.replyBy(newDeadline), sign()));
        tell(request);
        process.identityDecided(request, result);
    }

    /**
     * Gives more time, or does not; the subject is written to either way and always keeps a working day, and the time they had.
     *
     * @param newDeadline null for the day the subject asked for, or the next on which the board is open, or where they named none for
     *        the board's usual time
     * @throws Refusal INVALID on {@code newDeadline} where it is before the end of the time they have
     */
    @Permitted(Act.CHECK_REMOVAL)
    public void decideExtension(Long id, boolean granted, LocalDate newDeadline, String reasons) {
        RemovalRequest request = access.working(id, RemovalRequest.Status.TIME_ASKED);
        RemovalDecision.Extension result = granted ? RemovalDecision.Extension.GRANTED : RemovalDecision.Extension.REFUSED;
        LocalDate day = newDeadline == null && granted ? rules.openDay(request.askedUntil()) : newDeadline;
        rules.extension(result, reasons, day, request.replyBy());
        requireReach(request, true);
        Instant until = granted || day != null ? rules.replyBy(day) : rules.atLeastTomorrow(request.replyBy());
        trail.of("removal.extensionDecided", request, () -> request.extensionDecided(result, reasons, until, sign()));
        access.investigates(request);
        finish("decideExtension", request, "extension", result);
    }

    /**
     * A person says what silence past the deadline means here (000 cl. 5.4); the product never does.
     *
     * @param newDeadline for ASK_AGAIN; null for the board's usual time
     * @param report required for PLATFORM
     * @throws Refusal STATE where it would be held against somebody who may not be contacted or asked, or might not be
     */
    @Permitted(Act.DECIDE_ON_SILENCE)
    public void decideOnSilence(Long id, RemovalDecision.Silence result, String reasons, LocalDate newDeadline, SiteReport report) {
        RemovalRequest request = access.working(id, RemovalRequest.Status.OVERDUE);
        rules.silence(result, reasons, newDeadline, report);
        requireReach(request, result.asksAgain() || result == RemovalDecision.Silence.FURTHER_ACTION);
        trail.of("removal.silenceDecided", request,
                () -> request.silenceDecided(result, reasons, report, rules.replyBy(newDeadline), sign()));
        access.investigates(request);
        tell(request);
        process.silenceDecided(request, result);
    }

    /** What letters quoted by its number stays the clause that they meant. @throws Refusal STATE where an item has a number of that version */
    @Permitted(Act.INTERNAL)
    public void refuse(@Observes PolicyBackdated ended) {
        if (!entities.createQuery("select i.id from RemovalItem i join Clause c on c.number = i.clause where c.policyId = :policy", Long.class)
                .setParameter("policy", ended.policyId()).setMaxResults(1).getResultList().isEmpty()) {
            throw Refusal.state("policy.refused.alleged");
        }
    }

    private void requireReach(RemovalRequest request, boolean needed) {
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

    private void finish(String task, RemovalRequest request, String answer, Enum<?> choice) {
        tell(request);
        work.finish(task, request.reference(), request.id(), Map.of(answer, choice.name()));
    }

    private void tell(RemovalRequest request) {
        if (request.status().ended()) {
            post.ended(request);
        } else if (request.status() == RemovalRequest.Status.PLATFORM_REPORTED) {
            post.reported(request);
        }
    }

    private Signature sign() {
        return Signature.now(now());
    }

    private Instant now() {
        return clock.instant();
    }
}
