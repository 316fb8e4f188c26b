package org.probity.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.account.WarningLeft;
import org.probity.archive.WipeRequest.Ending;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.tenancy.Board;

/** Keeps which boards are to be wiped, and tells their administrators. Each call is a transaction of its own. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WipeRequests {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountMailer accountMailer;

    @Inject
    private Members members;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** Called at no board. @throws Refusal STATE where it is asked for already */
    @Permitted(Act.INTERNAL)
    public WipeRequest ask(Board board) {
        if (standing(board).isPresent()) {
            throw Refusal.state("archive.refused.asked");
        }
        old(board.slug()).forEach(request -> request.ends(Ending.STOPPED, Signature.now(clock.instant())));
        entities.flush();
        WipeRequest request = new WipeRequest(board.slug(), Signature.now(clock.instant()));
        entities.persist(request);
        tell("archive.wipeAsked", board.slug());
        return request;
    }

    /** At the board: its audit keeps it, and its administrators are written to, but for whoever asks: they would tell themself alone. */
    @Permitted(Act.INTERNAL)
    public void announce(WipeRequest request) {
        tell("archive.wipeAsked", request.slug());
        members.standing().stream().filter(member -> member.roles().contains(Role.ADMINISTRATOR) && request.isForAnother(member.accountId()))
                .forEach(member -> write(request, member));
    }

    private void write(WipeRequest request, Member to) {
        accountMailer.post(new AccountMail(request.warning().key() + to.id(), "account.wipeAsked", to.name(), to.email(), members.language(to),
                "account", null, null));
    }

    /** The first mail to an administrator has left: from now on they have their day. Called at no board. */
    @Permitted(Act.INTERNAL)
    public void warned(String slug, WarningLeft left) {
        open(slug).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(request -> request.warning().hears(left));
    }

    /** The request that counts for this closing of the board. Called at no board. */
    @Permitted(Act.INTERNAL)
    public Optional<WipeRequest> standing(Board board) {
        return old(board.slug()).stream().filter(request -> board.closed() && !request.signature().at().isBefore(board.closedAt())).findFirst();
    }

    private List<WipeRequest> old(String slug) {
        return open(slug).getResultList();
    }

    private TypedQuery<WipeRequest> open(String slug) {
        return entities.createQuery("select r from WipeRequest r where r.openSlug = :slug", WipeRequest.class).setParameter("slug", slug);
    }

    /** The board stays. Called at no board. @throws Refusal NOT_FOUND where nothing waits */
    @Permitted(Act.INTERNAL)
    public void stop(String slug) {
        end(slug, Ending.STOPPED);
        tell("archive.wipeStopped", slug);
    }

    private void end(String slug, Ending how) {
        List<WipeRequest> open = old(slug);
        if (open.isEmpty()) {
            throw Refusal.notFound();
        }
        open.forEach(request -> request.ends(how, Signature.now(clock.instant())));
    }

    /**
     * Part of the wipe itself, before anything is removed: the board may have been opened since, or closed once more.
     *
     * @throws Refusal STATE where that request does not count for this closing of the board any more
     */
    static void requireStanding(Connection wiping, Long request, String slug) throws SQLException {
        try (PreparedStatement select = wiping.prepareStatement("select 1 from wipe_request r join board b on b.slug = r.open_slug "
                + "where r.id = ? and b.slug = ? and r.signed_at >= b.closed_at")) {
            select.setLong(1, request);
            select.setString(2, slug);
            try (ResultSet standing = select.executeQuery()) {
                if (!standing.next()) {
                    throw Refusal.state("archive.refused.notAsked");
                }
            }
        }
    }

    /**
     * Part of the wipe itself: whoever stops it does so before the board is gone, or not at all.
     *
     * @throws Refusal STATE where it was stopped meanwhile
     */
    static void carriedOut(Connection wiping, Long request, Signature by) throws SQLException {
        try (PreparedStatement update = wiping.prepareStatement("update wipe_request set open_slug = null, ended_how = ?, ended_at = ?, "
                + "ended_account = ?, ended_name = ?, version = version + 1 where id = ? and ended_how is null")) {
            update.setString(1, Ending.WIPED.name());
            update.setObject(2, OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC));
            update.setObject(3, by.accountId(), Types.BIGINT);
            update.setString(4, by.name());
            update.setLong(5, request);
            if (update.executeUpdate() != 1) {
                throw Refusal.state("archive.refused.notAsked");
            }
        }
    }

    /** Whether that account is an administrator of the current board, closed or not. */
    @Permitted(Act.INTERNAL)
    public boolean isAdministrator(Long accountId) {
        return entities.createQuery("select m from Member m where m.endedAt is null and m.accountId = :account", Member.class)
                .setParameter("account", accountId).getResultList().stream().anyMatch(member -> member.roles().contains(Role.ADMINISTRATOR));
    }

    private void tell(String act, String slug) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), Map.of("board", slug)));
    }
}
