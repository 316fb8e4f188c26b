package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.account.Account;
import org.probity.cooperation.CooperationRound.Term;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Person;

/** Somebody is a member no more while they are asked something: they cannot open it, and their officer hears of it. */
class CooperationLeaverTest {

    private final HeldCase held = new HeldCase();
    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-L-" + System.nanoTime() % 1_000_000_000;
    private final List<String> told = new ArrayList<>();
    private Long member;
    private Long request;

    @BeforeEach
    void aMemberIsAsked() {
        database.run("chscb", entities -> {
            member = member(entities, "asked");
            Person subject = new Person("Sam Subject", "sam@example.org", null, null, entities.find(Member.class, member).accountId(), Language.EN);
            entities.persist(subject);
            CooperationRequest asked = new CooperationRequest(reference, subject.id(), LocalDate.of(2026, 11, 2),
                    new NewCooperation(CooperationKind.STATEMENT, "An account", "The photograph", null, null, null, "Posts", null),
                    new Term(SampleCooperation.REPLY_BY, null, null, null), SampleCooperation.OFFICER);
            entities.persist(asked);
            asked.sent(null, SampleCooperation.NOW);
            request = asked.id();
        });
    }

    @Test
    void theirOfficerHearsOfWhatTheyWereAsked() {
        leaves(member, Set.of());
        assertThat(told).containsExactly(reference + " cooperation/" + request + "/unreadable/1 cooperation.unreadable");
    }

    /** They find another way to them then, and not before. */
    @Test
    void nobodyHearsOfItWhileTheyMayNotBeContacted() {
        held.contact(false);
        leaves(member, Set.of());
        assertThat(told).isEmpty();
    }

    @Test
    void whoHasARoleStillCanReadIt() {
        leaves(member, Set.of(Role.MANAGER));
        assertThat(told).isEmpty();
    }

    @Test
    void nobodyHearsOfWhatWasAskedOfAnotherOrHasEnded() {
        leaves(database.call("chscb", entities -> member(entities, "another")), Set.of());
        database.run("chscb", entities -> entities.find(CooperationRequest.class, request).end(CooperationRequest.Status.WITHDRAWN, SampleCooperation.NOW));
        leaves(member, Set.of());
        assertThat(told).isEmpty();
    }

    private void leaves(Long who, Set<Role> left) {
        database.run("chscb", entities -> TestDatabase.wire(new CooperationEnd(), entities, TestDatabase.wire(new CooperationPost(), held.investigations(), new Fired<>(), new DeskMail() {
            @Override
            public void officer(String of, String key, String template) {
                told.add(of + " " + key + " " + template);
            }
        })).leave(new RolesLost(who, "sam@example.org", left)));
    }

    private static Long member(EntityManager entities, String name) {
        Account account = new Account(name + System.nanoTime(), "Sam Subject", "sam@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(Role.OFFICER), null);
        entities.persist(member);
        return member.id();
    }
}
