package org.probity.exclusion;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.audit.Audit;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.TeamPlace;

/**
 * Restricts a case to a named team. Whoever is not on it finds no trace of the case from that moment. A team always holds
 * a lead who sees the case, so that somebody can open it again.
 */
@Stateless
@Guarded
public class Restrictions {

    private static final int WORDS = 1000;

    /** Times that one case is restricted, and places that its teams have had: more than anybody needs, and fewer than an archive holds. */
    static final int MOST = 200;
    static final int MOST_PLACES = 2_000;

    /** Beside what is said to whoever takes somebody off a team. */
    private static final String GONE = "No officer or lead of the board any more";

    /** Whom the case is restricted to, and why. */
    public record Shut(String reason, Instant since, String by, List<Place> team) {
    }

    /** A member of the team. */
    public record Place(Long memberId, String name, boolean lead) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Members members;

    @Inject
    private DeskMail desk;

    @Inject
    private Audit audit;

    @Inject
    private Event<SightLost> lost;

    @Inject
    private Clock clock;

    /**
     * Restricts the case to the caller and one colleague; more can be added afterwards. Of an ended case nobody's sight is taken: who
     * saw it end can look at why.
     *
     * @param memberId of the colleague; null only where the caller is a lead
     * @throws Refusal INVALID on {@code memberId} without a lead who sees the case, or on {@code reasons}; STATE where it
     *         is restricted already, was too often or has ended; STALE where the caller works on cases no longer
     */
    @Permitted(Act.RESTRICT)
    public void restrict(@OfCase String reference, Long memberId, String reasons) {
        members.hold(CurrentCaller.get().memberId(), memberId);
        Investigation investigation = investigations.locked(reference);
        investigation.requireOpen();
        new Checks().text("reasons", reasons, WORDS).done();
        if (!standing(reference).isEmpty()) {
            throw Refusal.state("investigation.refused.restrictedAlready");
        }
        List<Member> team = new ArrayList<>(List.of(members.member(CurrentCaller.get().memberId())));
        if (memberId != null) {
            team.add(colleague(reference, memberId));
        }
        requireLead(team);
        Quota.require(MOST, entities.createQuery("select count(r) from Restriction r where r.reference = :reference", Long.class)
                .setParameter("reference", reference), "investigation.refused.manyRestrictions");
        requireRoom(reference);
        entities.persist(new Restriction(reference, reasons.strip(), CurrentCaller.get().name(), clock.instant()));
        team.stream().distinct().forEach(member -> place(reference, member, reasons));
        lost.fire(new SightLost(reference));
        record("restriction.set", investigation, Map.of("reasons", reasons, "team", names(team)));
    }

    /** @throws Refusal STATE where it is not restricted, they have a place already or its team changed too often; INVALID on {@code memberId} or {@code reasons} */
    @Permitted(Act.RESTRICT)
    public void add(@OfCase String reference, Long memberId, String reasons) {
        members.hold(memberId);
        Investigation investigation = begin(reference, memberId, reasons);
        if (!places(reference, memberId).isEmpty()) {
            throw Refusal.state("investigation.refused.onTeam");
        }
        Member colleague = choices(reference).stream().filter(m -> m.id().equals(memberId)).findFirst()
                .orElseThrow(() -> Refusal.invalid("memberId", "investigation.refused.colleague"));
        requireRoom(reference);
        place(reference, colleague, reasons);
        record("restriction.joined", investigation, Map.of("member", colleague.name(), "reasons", reasons));
    }

    /**
     * Takes a member off the team: every place of theirs.
     *
     * @throws Refusal STATE where it is not restricted, has ended, they are not on the team any more or no lead would be left; INVALID on
     *         {@code memberId} where they never were, or on {@code reasons}
     */
    @Permitted(Act.RESTRICT)
    public void remove(@OfCase String reference, Long memberId, String reasons) {
        Investigation investigation = begin(reference, memberId, reasons);
        investigation.requireOpen();
        List<TeamPlace> places = places(reference, memberId);
        if (places.isEmpty()) {
            throw hadPlace(reference, memberId) ? Refusal.state("investigation.refused.offTeam")
                    : Refusal.invalid("memberId", "investigation.refused.colleague");
        }
        requireLeadWithout(reference, memberId);
        places.forEach(place -> place.leave(reasons.strip(), CurrentCaller.get().name(), clock.instant()));
        lost.fire(new SightLost(reference));
        record("restriction.left", investigation, Map.of("member", members.member(memberId).name(), "reasons", reasons));
    }

    /** Opens the case to everybody with the role again. @throws Refusal STATE where it is not restricted; INVALID on {@code reasons} */
    @Permitted(Act.LIFT_RESTRICTION)
    public void lift(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        new Checks().text("reasons", reasons, WORDS).done();
        Instant now = clock.instant();
        required(reference).forEach(shut -> shut.lift(reasons.strip(), CurrentCaller.get().name(), now));
        places(reference).forEach(place -> place.leave(reasons.strip(), CurrentCaller.get().name(), now));
        record("restriction.lifted", investigation, Map.of("reasons", reasons));
    }

    /** The restriction that stands, if there is one. */
    @Permitted(Act.SEE_INVESTIGATION)
    public Optional<Shut> of(@OfCase String reference) {
        investigations.visible(reference);
        return standing(reference).stream().findFirst().map(shut -> new Shut(shut.reason(), shut.since(), shut.by(),
                team(reference).map(m -> new Place(m.id(), m.name(), m.roles().contains(Role.LEAD))).toList()));
    }

    /** Officers and leads who could join the team: those whom no wall keeps from the case. */
    @Permitted(Act.RESTRICT)
    public List<Member> choices(@OfCase String reference) {
        investigations.visible(reference);
        List<Long> there = team(reference).map(Member::id).toList();
        return members.unnamed(reference).stream().filter(Restrictions::isDesk).filter(m -> !there.contains(m.id())).toList();
    }

    /** @throws Refusal STATE where the case is restricted and nobody on its team but that member could open it again */
    @Permitted(Act.INTERNAL)
    public void requireLeadWithout(String reference, Long memberId) {
        if (!standing(reference).isEmpty() && team(reference).filter(m -> !m.id().equals(memberId))
                .noneMatch(m -> m.roles().contains(Role.LEAD) && members.knows(m, reference))) {
            throw Refusal.state("investigation.refused.lastLead");
        }
    }

    /** A place does not outlast the membership or the roles it was given to: whoever comes back is not on the team by that. */
    @Permitted(Act.INTERNAL)
    public void leave(@Observes @Priority(Interceptor.Priority.APPLICATION) RolesLost lost) {
        if (lost.left().stream().noneMatch(Act.SEE_INVESTIGATION.roles()::contains)) {
            entities.createQuery("select p, i from TeamPlace p join Investigation i on i.reference = p.reference where p.memberId = :member "
                    + "and p.leftAt is null order by i.id", Object[].class).setParameter("member", lost.memberId()).getResultList().stream()
                    .forEach(row -> leave((TeamPlace) row[0], (Investigation) row[1]));
        }
    }

    private void leave(TeamPlace place, Investigation investigation) {
        place.leave(GONE, CurrentCaller.get().name(), clock.instant());
        record("restriction.left", investigation, Map.of("member", members.member(place.memberId()).name(), "reasons", GONE));
    }

    private void requireRoom(String reference) {
        Quota.require(MOST_PLACES, entities.createQuery("select count(p) from TeamPlace p where p.reference = :reference", Long.class)
                .setParameter("reference", reference), "investigation.refused.manyPlaces");
    }

    private Investigation begin(String reference, Long memberId, String reasons) {
        Investigation investigation = investigations.locked(reference);
        new Checks().required("memberId", memberId).text("reasons", reasons, WORDS).done();
        required(reference);
        return investigation;
    }

    private Member colleague(String reference, Long memberId) {
        Member member = members.member(memberId);
        if (member == null || !isDesk(member) || !members.knows(member, reference)) {
            throw Refusal.invalid("memberId", "investigation.refused.colleague");
        }
        return member;
    }

    private static boolean isDesk(Member member) {
        return member.roles().stream().anyMatch(Act.SEE_INVESTIGATION.roles()::contains);
    }

    private static void requireLead(List<Member> team) {
        new Checks().that(team.stream().anyMatch(m -> m.roles().contains(Role.LEAD)), "memberId",
                "investigation.refused.needsLead").done();
    }

    /** Of a member who is held. Nobody stands on a team who does not know: whoever counts as a witness of the case has been asked to look at it. */
    private void place(String reference, Member member, String reasons) {
        if (member.hasEnded() || !isDesk(member)) {
            throw Refusal.stale();
        }
        TeamPlace place = new TeamPlace(reference, member, reasons.strip(), CurrentCaller.get().name(), clock.instant());
        entities.persist(place);
        if (!member.id().equals(CurrentCaller.get().memberId())) {
            desk.colleague(member, reference, "place/" + place.id(), "officer.onTeam");
        }
    }

    private Stream<Member> team(String reference) {
        return places(reference).stream().map(place -> members.member(place.memberId()));
    }

    private List<TeamPlace> places(String reference) {
        return entities.createQuery("select p from TeamPlace p where p.reference = :reference and p.leftAt is null order by p.id",
                TeamPlace.class).setParameter("reference", reference).getResultList();
    }

    private List<TeamPlace> places(String reference, Long memberId) {
        return places(reference).stream().filter(place -> place.memberId().equals(memberId)).toList();
    }

    private boolean hadPlace(String reference, Long memberId) {
        return !entities.createQuery("select p.id from TeamPlace p where p.reference = :reference and p.memberId = :member", Long.class)
                .setParameter("reference", reference).setParameter("member", memberId).setMaxResults(1).getResultList().isEmpty();
    }

    private List<Restriction> required(String reference) {
        List<Restriction> standing = standing(reference);
        if (standing.isEmpty()) {
            throw Refusal.state("investigation.refused.notRestricted");
        }
        return standing;
    }

    private List<Restriction> standing(String reference) {
        return entities.createQuery("select r from Restriction r where r.reference = :reference and r.endedAt is null order by r.id",
                Restriction.class).setParameter("reference", reference).getResultList();
    }

    private void record(String act, Investigation investigation, Map<String, ?> after) {
        audit.record(act, investigation.reference(), "investigation", investigation.id(), null, after);
    }

    private static List<String> names(List<Member> team) {
        return team.stream().distinct().map(Member::name).toList();
    }
}
