package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.BoardWanted;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;

/** The operator's desk: creates boards. The operator sees no case of any of them. */
@Stateless
@Guarded
public class BoardOffice {

    /** A board to be created; {@code nameCy} may be null. */
    public record NewBoard(String slug, String name, String nameCy, String prefix, Board.Country country, String accent,
            ContactDetails contact) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Boards boards;

    @Inject
    private Invitations invitations;

    @Inject
    private Event<BoardWanted> wanted;

    @Inject
    private Event<AccountAct> acts;

    @Permitted(Act.OPERATE)
    public List<Board> all() {
        return boards.all();
    }

    /** @throws Refusal INVALID naming each field, also where the address or prefix is taken, or was a board's that was wiped */
    @Permitted(Act.OPERATE)
    public void create(NewBoard given) {
        check(given);
        wanted.fire(new BoardWanted(given.slug(), given.prefix()));
        entities.persist(new Board(given.slug(), given.name().strip(), given.nameCy(), given.prefix(), given.country(),
                given.accent().toLowerCase(Locale.ROOT), given.country() == Board.Country.WALES,
                given.contact().contactEmail(), Deadlines.usual()).reachedAt(given.contact()));
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct("board.created", caller.accountId(), caller.name(), Map.of("board", given.slug(), "name", given.name())));
    }

    private void check(NewBoard given) {
        Checks checks = Administration.inBoth(new Checks(), given.name(), given.nameCy()).required("country", given.country())
                .that(Board.isSlug(given.slug()), "slug", "tenancy.refused.slug")
                .that(given.prefix() != null && given.prefix().matches("[A-Z]{2,12}"), "prefix", "tenancy.refused.prefix")
                .that(given.accent() != null && given.accent().matches("#[0-9a-fA-F]{6}"), "accent", "tenancy.refused.accent");
        given.contact().check(checks).done();
        boolean taken = Board.RESERVED.contains(given.slug()) || boards.all().stream().anyMatch(b -> b.slug().equals(given.slug()) || b.prefix().equals(given.prefix()));
        new Checks().that(!taken, "slug", "tenancy.refused.taken").done();
    }

    /**
     * The first administrator of the current board, invited by mail, who then invites everybody else; where the board has had
     * members, as one that was restored, once a second operator has confirmed it.
     *
     * @throws Refusal INVALID on {@code name} or {@code email}; STATE where the board has members already
     */
    @Permitted(Act.OPERATE_BOARDS)
    public void appoint(String name, String email) {
        new Checks().name("name", name).required("email", email)
                .email("email", email).done();
        if (!entities.createQuery("select m.id from Member m where m.endedAt is null", Long.class).setMaxResults(1).getResultList().isEmpty()) {
            throw Refusal.state("tenancy.refused.hasMembers");
        }
        invitations.appoint(name, email, hadMembers());
    }

    /** Whether somebody has been a member of the current board, so that it may have cases. */
    @Permitted(Act.OPERATE)
    public boolean hadMembers() {
        return !entities.createQuery("select m.id from Member m", Long.class).setMaxResults(1).getResultList().isEmpty();
    }
}
