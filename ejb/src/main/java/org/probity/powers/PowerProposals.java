package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.powers.PowerChange.Decision;
import org.probity.powers.PowerChange.Kind;
import org.probity.tenancy.CurrentBoard;

/** Keeps changes of power that wait for a second person, and writes to those whom they concern. */
@Stateless
@Guarded
public class PowerProposals {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountMailer accountMailer;

    @Inject
    private Members members;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Event<PowerDecided> decided;

    @Inject
    private Clock clock;

    /** It waits from now on, and whoever may confirm it is written to. @throws Refusal STATE where another about the same person waits */
    @Permitted(Act.INTERNAL)
    public void propose(PowerChange change) {
        if (!waiting(change.openKey()).isEmpty()) {
            throw Refusal.state("identity.refused.changeWaits");
        }
        entities.persist(change);
        entities.flush();
        tell("account.powerProposed", change);
        confirmers(change).forEach(member -> write(change, member, "account.powerProposed", change.kind() == Kind.TEAM ? "members/changes" : "members"));
    }

    /** What it was for is over: nobody needs to decide it any more. */
    @Permitted(Act.INTERNAL)
    public void drop(String key) {
        waiting(key).forEach(change -> decide(change, Decision.STOPPED));
    }

    /**
     * Decides it, in the audit too. It is written down before anybody hears of it: what a board asks of second factors is changed in a
     * transaction of its own, and is not to be where somebody else stopped it at the same moment.
     *
     * @throws Refusal STATE where it was decided before
     */
    @Permitted(Act.INTERNAL)
    public void decide(PowerChange change, Decision decision) {
        change.decide(decision, Signature.now(clock.instant()));
        entities.flush();
        tell(decision == Decision.CONFIRMED ? "account.powerConfirmed" : "account.powerStopped", change);
        decided.fire(new PowerDecided(change));
    }

    /** Leads, auditors and the person it is about learn that it was done; what, they read after signing in. */
    @Permitted(Act.INTERNAL)
    public void announce(PowerChange change) {
        standing(change).filter(member -> member.roles().contains(Role.LEAD) || member.roles().contains(Role.AUDITOR)
                || change.isAbout(member.accountId())).forEach(member -> write(change, member, "account.powerChanged", "members/changes"));
    }

    /** Those who may confirm it: neither the one who asked for it nor the one it is about, nor anybody whom the case names that it opens. */
    @Permitted(Act.INTERNAL)
    public List<Member> confirmers(PowerChange change) {
        return standing(change).filter(member -> change.isForAnother(member.accountId())
                && member.roles().stream().anyMatch(change.confirmers()::contains)).toList();
    }

    private Stream<Member> standing(PowerChange change) {
        Set<Long> named = change.reference() == null ? Set.of()
                : caseExclusions.of(change.reference()).stream().map(CaseExclusion::accountId).collect(Collectors.toSet());
        return standing().stream().filter(member -> !named.contains(member.accountId()));
    }

    private List<Member> standing() {
        return entities.createQuery("select m from Member m where m.endedAt is null order by m.name", Member.class).getResultList();
    }

    private List<PowerChange> waiting(String key) {
        return entities.createQuery("select c from PowerChange c where c.openKey = :key", PowerChange.class).setParameter("key", key).getResultList();
    }

    private void write(PowerChange change, Member to, String template, String page) {
        accountMailer.post(new AccountMail(template + "/" + change.id() + "/" + to.id(), template, to.name(), to.email(), members.language(to),
                CurrentBoard.slug() + "/" + page, null, null));
    }

    private void tell(String act, PowerChange change) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), switch (change.kind()) {
            case PROVIDER -> Map.of("provider", change.aboutName(), "before", words(change.saidBefore()), "after", words(change.saidAfter()));
            case ARCHIVE_KEY, CONTACT -> Map.of("before", words(change.saidBefore()), "after", change.saidAfter());
            case SECOND_FACTOR -> Map.of("before", change.before(), "after", change.after());
            case TEAM -> Map.of("member", change.aboutName(), "email", words(change.aboutEmail()), "reference", change.reference(), "reason", change.reason());
            case ROLES, ENDED, INVITED -> Map.of("member", change.aboutName(), "email", words(change.aboutEmail()), "before", change.before(),
                    "after", change.after(), "organisation", words(change.saidAfter()), "reason", words(change.reason()));
        }));
    }

    private static String words(String text) {
        return text == null ? "" : text;
    }
}
