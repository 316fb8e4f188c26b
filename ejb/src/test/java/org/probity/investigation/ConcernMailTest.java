package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.identity.Account;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Member;
import org.probity.identity.Members;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.notification.Outbox;
import org.probity.tenancy.Boards;

/** However many concerns come in, from however many places, their readers are written to a few times an hour, and know that there are more. */
class ConcernMailTest {

    private static final Caller OFFICER = new Caller(7L, 7L, "Officer", Set.of(Role.OFFICER), null, Language.EN);
    private static final int FEW = ConcernMail.EACH + 1;

    private final TestDatabase database = TestDatabase.get();
    private final TestClock clock = new TestClock(Instant.parse("2031-03-03T09:00:00Z"));

    @AfterEach
    void empty() {
        database.run("cwmtaf", entities -> entities.createQuery("delete from Mail m where m.queuedAt > :since")
                .setParameter("since", Instant.parse("2031-01-01T00:00:00Z")).executeUpdate());
    }

    @Test
    void aThousandThatNameAMemberAreAFewMailsToEachOfficer() {
        report(Caller.reporter(), 1_000, true);
        for (String officer : List.of("one@example.org", "two@example.org")) {
            assertThat(templates(officer)).hasSize(FEW).endsWith("officer.newConcern", "officer.moreConcerns");
        }
    }

    @Test
    void aThousandThatNameNobodyAreAFewMailsToTheBoard() {
        report(Caller.reporter(), 1_000, false);
        assertThat(templates("conduct@cwmtaf.example.org")).hasSize(FEW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFewAreToldOfOneByOne(boolean walled) {
        report(Caller.reporter(), ConcernMail.EACH, walled);
        assertThat(templates(walled ? "one@example.org" : "conduct@cwmtaf.example.org")).hasSize(ConcernMail.EACH).containsOnly("officer.newConcern");
    }

    @Test
    void whenTheHourIsOverTheNextOnesAreToldOfAgain() {
        report(Caller.reporter(), 20, true);
        clock.advance(ConcernMail.PERIOD);
        report(Caller.reporter(), 20, true);
        assertThat(templates("one@example.org")).hasSize(2 * FEW).endsWith("officer.newConcern", "officer.moreConcerns");
    }

    @Test
    void whatThoseWhoWorkOnCasesEnterIsAlwaysToldOf() {
        report(OFFICER, 20, true);
        assertThat(templates("one@example.org")).hasSize(20).containsOnly("officer.newConcern");
    }

    private void report(Caller caller, int many, boolean walled) {
        CurrentCaller.run(caller, () -> database.run("cwmtaf", entities -> {
            ConcernMail mail = mail(entities);
            for (int n = 0; n < many; n++) {
                mail.announce("CWMTAF-2031-" + clock.millis() % 100_000_000 + "-" + n, walled);
            }
        }));
    }

    private List<String> templates(String address) {
        return database.call("cwmtaf", entities -> entities.createQuery("select m.template from Mail m where m.toAddress = :address and m.queuedAt > :since "
                + "order by m.queuedAt, m.id", String.class).setParameter("address", address)
                .setParameter("since", Instant.parse("2031-01-01T00:00:00Z")).getResultList());
    }

    private ConcernMail mail(EntityManager entities) {
        Boards boards = TestDatabase.wire(new Boards(), entities);
        DeskMail desk = new DeskMail() {
            @Override
            List<Member> officers(String reference) {
                return List.of(reader(1L, "one@example.org"), reader(2L, "two@example.org"));
            }
        };
        Members members = new Members() {
            @Override
            public Language language(Member member) {
                return Language.CY;
            }
        };
        return TestDatabase.wire(new ConcernMail(), boards, desk, members, clock, TestDatabase.wire(new Outbox(), entities, boards, clock));
    }

    private static Member reader(Long id, String address) {
        return new Member(new Account("officer" + id, "Officer " + id, address, "-", Language.CY, false), Set.of(Role.OFFICER), null) {
            @Override
            public Long id() {
                return id;
            }
        };
    }
}
