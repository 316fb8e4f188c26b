package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.casework.Team;
import org.probity.member.Member;
import org.probity.notification.Outbox;

/**
 * Who is left for what on a case. Investigator, reviewer and approver are three people ({@link Team}), so whatever somebody does there
 * takes them from the few who could do the next thing: it is said before they do it. Whoever has a conflict of interest to answer
 * first counts, since they can answer it.
 */
@Stateless
@Guarded
public class Capacities {

    /** The desk as far as it sees the case; of a member who acted in more than one capacity, before that was refused, the first counts. */
    private static final String AT_THE_DESK = "select m, v.capacity from Member m left join Involvement v on v.memberId = m.id "
            + "and v.investigationId = :investigation where m.endedAt is null and (cast(m.roles as string) like '%OFFICER%' "
            + "or cast(m.roles as string) like '%LEAD%') and" + CaseExclusions.inSight(":reference", "m.accountId") + "order by m.name, m.id, v.id";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Outbox outbox;

    /** Members who may act on the case in that capacity, by name. */
    @Permitted(Act.INTERNAL)
    public List<Member> left(Investigation investigation, Capacity capacity) {
        return atTheDesk(investigation).entrySet().stream().filter(one -> may(one, capacity)).map(Map.Entry::getKey).toList();
    }

    /** Leads who may decide on what somebody says of the case, having neither investigated it nor that account, by name. */
    @Permitted(Act.INTERNAL)
    public List<Member> deciders(Investigation investigation, Long saying) {
        return atTheDesk(investigation).entrySet().stream().filter(one -> one.getValue() != Capacity.INVESTIGATED).map(Map.Entry::getKey)
                .filter(member -> member.roles().contains(Role.LEAD) && !member.accountId().equals(saying)).toList();
    }

    /** Who is left for what the case may still come to, and what of that it would change if the caller acted there. */
    @Permitted(Act.INTERNAL)
    public Left of(Investigation investigation) {
        Map<Member, Capacity> desk = atTheDesk(investigation);
        List<Capacity> needed = investigation.stage().needs();
        List<LeftFor> now = needed.stream().map(capacity -> left(investigation, capacity, able(desk, capacity))).toList();
        List<Outlook> after = desk.entrySet().stream().filter(one -> one.getKey().id().equals(CurrentCaller.get().memberId()))
                .flatMap(me -> Stream.of(Capacity.values()).filter(acting -> may(me, acting)).map(acting -> outlook(needed, desk, me, acting))).toList();
        return new Left(now, after);
    }

    private LeftFor left(Investigation investigation, Capacity capacity, List<Member> able) {
        return new LeftFor(capacity, names(able), !able.isEmpty() ? null
                : outbox.written(investigation.reference(), DeskMail.NOBODY_LEFT + capacity).orElse(null));
    }

    private static Outlook outlook(List<Capacity> needed, Map<Member, Capacity> desk, Map.Entry<Member, Capacity> me, Capacity acting) {
        List<Capacity> rulesOut = Stream.of(Capacity.values()).filter(other -> me.getValue() == null && other != acting && may(me, other)).toList();
        List<Capacity> next = needed.stream().filter(other -> other != acting).toList();
        Map<Capacity, List<Member>> after = new EnumMap<>(Capacity.class);
        Stream.concat(next.stream(), rulesOut.stream()).forEach(other -> after.put(other,
                able(desk, other).stream().filter(member -> member != me.getKey()).toList()));
        return new Outlook(acting, rulesOut, after.entrySet().stream().map(one -> new LeftFor(one.getKey(), names(one.getValue()), null)).toList(),
                next.stream().filter(other -> after.get(other).isEmpty()).toList(), alone(next, after));
    }

    private static String alone(List<Capacity> next, Map<Capacity, List<Member>> after) {
        Set<Member> all = next.stream().flatMap(capacity -> after.get(capacity).stream()).collect(Collectors.toSet());
        boolean each = next.size() > 1 && next.stream().noneMatch(capacity -> after.get(capacity).isEmpty());
        return each && all.size() == 1 ? all.iterator().next().name() : null;
    }

    private static List<Member> able(Map<Member, Capacity> desk, Capacity capacity) {
        return desk.entrySet().stream().filter(one -> may(one, capacity)).map(Map.Entry::getKey).toList();
    }

    private static boolean may(Map.Entry<Member, Capacity> one, Capacity capacity) {
        return (one.getValue() == null || one.getValue() == capacity) && one.getKey().roles().stream().anyMatch(capacity.roles()::contains);
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }

    private Map<Member, Capacity> atTheDesk(Investigation investigation) {
        Map<Member, Capacity> desk = new LinkedHashMap<>();
        entities.createQuery(AT_THE_DESK, Object[].class).setParameter("investigation", investigation.id())
                .setParameter("reference", investigation.reference()).getResultList().stream()
                .filter(row -> !desk.containsKey((Member) row[0])).forEach(row -> desk.put((Member) row[0], (Capacity) row[1]));
        return desk;
    }
}
