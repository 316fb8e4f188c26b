package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.documents.Documents;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/**
 * What a parent organisation's HR partner sees at the current board: referrals sent to their own organisation, and only
 * those. Somebody named in a case loses it from sight here too. Each look at a referral and at a pack is kept.
 */
@Stateless
@Guarded
public class ReferralInbox {

    private static final String OWN = "from Referral r join Investigation i on i.reference = r.reference "
            + "join Person p on p.id = i.subjectId where r.organisationId = :organisation and r.sentAt is not null "
            + "and r.status in :statuses and" + CaseExclusions.notNamed("r.reference");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReferralFile file;

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /**
     * The newest first. An inbox over several boards asks this once at each, in a transaction of its own.
     *
     * @param page counted from 0
     */
    @Permitted(Act.ANSWER_REFERRAL)
    public Page<ReferralView.InboxRow> list(int page, int size) {
        Caller me = CurrentCaller.get();
        if (me.organisationId() == null) {
            return new Page<>(List.of(), 0);
        }
        Board board = boards.board();
        Instant now = clock.instant();
        List<Object[]> found = entities.createQuery("select r, p.name " + OWN + " order by r.sentAt desc, r.id desc", Object[].class)
                .setParameter("organisation", me.organisationId()).setParameter("statuses", Status.inInbox())
                .setParameter("me", me.accountOrNobody()).setFirstResult(Page.offset(page, size))
                .setMaxResults(Page.size(size)).getResultList();
        long total = entities.createQuery("select count(r) " + OWN, Long.class)
                .setParameter("organisation", me.organisationId()).setParameter("statuses", Status.inInbox())
                .setParameter("me", me.accountOrNobody()).getSingleResult();
        return new Page<>(found.stream().map(row -> row((Referral) row[0], (String) row[1], board, me, now)).toList(), total);
    }

    /** One of them, and keeps that it was looked at. @throws Refusal NOT_FOUND where it is not theirs to see */
    @Permitted(Act.ANSWER_REFERRAL)
    public ReferralView.Received open(Long id) {
        Referral referral = file.own(id);
        file.seen("referral.seen", referral);
        return received(referral);
    }

    /**
     * The pack as it was sent, and keeps that it was handed out. The board's own people may have it too.
     *
     * @throws Refusal NOT_FOUND where it is not theirs to see; STATE where it is closed to the employer by now
     */
    @Permitted(Act.SEE_REFERRALS)
    public Documents.Content pack(Long id) {
        Referral referral = Act.SEE_INVESTIGATION.allows(CurrentCaller.get()) ? onTheBoard(id) : file.own(id);
        if (referral.packId() == null || !referral.status().packOpen() && isEmployer()) {
            throw Refusal.state("referral.refused.packClosed");
        }
        file.seen("referral.packDownloaded", referral);
        return file.content(referral.packId());
    }

    /** @throws Refusal STALE where the referral has changed since that version, NOT_FOUND where it is out of sight */
    @Permitted(Act.SEE_REFERRALS)
    public void expect(Long id, int version) {
        Referral referral = isEmployer() ? file.ownHeld(id) : file.heldInSight(id);
        if (referral.version() != version) {
            throw Refusal.stale();
        }
    }

    private Referral onTheBoard(Long id) {
        Referral referral = file.byId(id);
        investigations.visible(referral.reference());
        return referral;
    }

    private static boolean isEmployer() {
        return !Act.SEE_INVESTIGATION.allows(CurrentCaller.get());
    }

    private ReferralView.Received received(Referral referral) {
        Board board = boards.board();
        Investigation investigation = investigations.byReference(referral.reference());
        Person subject = directory.person(investigation.subjectId());
        boolean open = referral.status().packOpen();
        return new ReferralView.Received(referral.id(), referral.version(), board.slug(),
                board.name(CurrentCaller.get().language()), referral.reference(), subject.name(), subject.jobTitle(),
                referral.status(), referral.sentAt(), referral.acknowledgeBy(), open, open ? referral.packId() : null,
                moves(referral), ReferralQueries.outcomes(file.outcomes(referral)), referral.status() == Status.SENT,
                referral.status() == Status.ACCEPTED, file.appealOpen(referral),
                investigation.contactAllowed());
    }

    private List<ReferralView.MoveLine> moves(Referral referral) {
        return file.moves(referral, ReferralMove.Kind.ofBoth()).stream()
                .filter(move -> Objects.equals(move.organisationId(), referral.organisationId()))
                .map(ReferralQueries::line).toList();
    }

    private static ReferralView.InboxRow row(Referral referral, String subject, Board board, Caller me, Instant now) {
        boolean overdue = referral.status() == Status.SENT && now.isAfter(referral.acknowledgeBy());
        return new ReferralView.InboxRow(referral.id(), board.slug(), board.name(me.language()), referral.reference(),
                subject, referral.status(), referral.sentAt(), referral.acknowledgeBy(), overdue);
    }
}
