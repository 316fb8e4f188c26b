package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.calendar.Standstill;
import org.probity.calendar.WorkingDays;
import org.probity.casework.Team;
import org.probity.closure.Closures;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.investigation.AskedAgain;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;

/** What the subject of a case does not say while it may be a protected disclosure they have time to say afterwards. */
class SubjectTimeTest {

    /** A Monday; what was to be said by the Friday. */
    private static final Instant RAISED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-27T17:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-T-" + System.nanoTime() % 1_000_000_000;
    private final TestClock clock = new TestClock(RAISED);
    private final List<Object> fired = new ArrayList<>();

    @BeforeEach
    void aCaseInWhichTheSubjectMayBeContacted() {
        database.run("chscb", entities -> entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, "
                + "hard_stop, contact_allowed) values (next value for probity_id, 'chscb', 0, '" + reference + "', 'A case', 'INVESTIGATION', "
                + "timestamp with time zone '2026-11-20 09:00:00+00', false, true)").executeUpdate());
    }

    @Test
    void itIsGivenBackWhenItIsDecidedToBeNone() {
        raise();
        assertThat(contact()).isEqualTo(RAISED);
        clock.set(Instant.parse("2026-12-02T10:00:00Z"));
        decide(Treatment.NOT_PROTECTED);
        assertThat(contact()).isNull();
        assertThat(asked().moved(null, DUE)).isEqualTo(Instant.parse("2026-12-08T17:00:00Z"));
        assertThat(asked().moved(null, RAISED)).as("two working days are left at least").isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
    }

    @Test
    void whileItIsProtectedAllOfItStands() {
        raise();
        clock.set(Instant.parse("2026-11-25T10:00:00Z"));
        decide(Treatment.PROTECTED);
        assertThat(fired).isEmpty();
        assertThat(contact()).isEqualTo(RAISED);
        clock.set(Instant.parse("2026-12-02T10:00:00Z"));
        as(13L, entities -> disclosures(entities).decide(reference, null, Treatment.NOT_PROTECTED, "Another look"));
        assertThat(asked().moved(null, DUE)).isEqualTo(Instant.parse("2026-12-08T17:00:00Z"));
    }

    /** Raised and settled again and again within a day, it moves nothing by more than that day. */
    @Test
    void theSameTimeIsGivenOnce() {
        raise();
        clock.set(RAISED.plusSeconds(60));
        decide(Treatment.NOT_PROTECTED);
        Instant due = asked().moved(null, DUE);
        clock.set(RAISED.plusSeconds(120));
        raise();
        clock.set(RAISED.plusSeconds(180));
        decide(Treatment.NOT_PROTECTED);
        assertThat(asked().moved(null, due)).isEqualTo(due).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    /** From Tuesday to Thursday they might not be contacted: that was given back then. */
    @Test
    void whatWasGivenBackForWantOfContactMeanwhileIsNotGivenTwice() {
        raise();
        clock.set(Instant.parse("2026-11-24T10:00:00Z"));
        contact(false);
        clock.set(Instant.parse("2026-11-26T10:00:00Z"));
        contact(true);
        Instant due = ((ContactAllowed) fired.get(1)).stood().moved(null, DUE);
        assertThat(due).isEqualTo(Instant.parse("2026-12-01T17:00:00Z"));
        clock.set(Instant.parse("2026-11-30T10:00:00Z"));
        decide(Treatment.NOT_PROTECTED);
        assertThat(asked().moved(null, due)).as("Monday, Friday and a part of Thursday").isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
    }

    /** They could not have said it yet: all of it is given back once they may be contacted. */
    @Test
    void whereTheyMayNotBeContactedItIsGivenBackTogetherWithThat() {
        raise();
        clock.set(Instant.parse("2026-11-24T10:00:00Z"));
        contact(false);
        clock.set(Instant.parse("2026-11-26T10:00:00Z"));
        decide(Treatment.NOT_PROTECTED);
        assertThat(fired).noneMatch(AskedAgain.class::isInstance);
        clock.set(Instant.parse("2026-11-30T10:00:00Z"));
        contact(true);
        ContactAllowed again = (ContactAllowed) fired.get(fired.size() - 1);
        assertThat(again.stood().from()).isEqualTo(RAISED);
        assertThat(again.stood().moved(null, DUE)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
    }

    @Test
    void whereContactWasStoppedBeforeItStandsSinceThen() {
        contact(false);
        clock.set(Instant.parse("2026-11-24T10:00:00Z"));
        raise();
        decide(Treatment.NOT_PROTECTED);
        clock.set(Instant.parse("2026-11-26T10:00:00Z"));
        contact(true);
        assertThat(((ContactAllowed) fired.get(fired.size() - 1)).stood().from()).isEqualTo(RAISED);
        assertThat(fired).noneMatch(AskedAgain.class::isInstance);
    }

    /** Nobody can say anything in it until then. */
    @Test
    void inACaseThatHasEndedItStandsUntilItIsOpenedAgain() {
        raise();
        set("i.stage = WITHDRAWN");
        clock.set(Instant.parse("2026-11-24T10:00:00Z"));
        decide(Treatment.NOT_PROTECTED);
        assertThat(fired).isEmpty();
        set("i.stage = INVESTIGATION");
        clock.set(Instant.parse("2026-12-02T10:00:00Z"));
        reopen();
        assertThat(asked().moved(null, DUE)).isEqualTo(Instant.parse("2026-12-08T17:00:00Z"));
        reopen();
        assertThat(fired).as("once").hasSize(1);
    }

    @Test
    void aCaseThatIsOpenedAgainUndecidedWaitsStill() {
        raise();
        reopen();
        assertThat(fired).isEmpty();
        assertThat(contact()).isEqualTo(RAISED);
    }

    private Standstill asked() {
        return ((AskedAgain) fired.get(fired.size() - 1)).stood();
    }

    private Instant contact() {
        return database.call("chscb", entities -> entities.createQuery("select i.contact.unaskedSince from Investigation i where i.reference = :reference", Instant.class)
                .setParameter("reference", reference).getSingleResult());
    }

    private void set(String change) {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set " + change + " where i.reference = :reference")
                .setParameter("reference", reference).executeUpdate());
    }

    private void raise() {
        as(11L, entities -> disclosures(entities).raise(reference, "She told the regulator first"));
    }

    private void decide(Treatment treatment) {
        as(12L, entities -> disclosures(entities).decide(reference, null, treatment, "Looked at"));
    }

    private void reopen() {
        as(12L, entities -> time(entities).goOn(new InvestigationReopened(reference)));
    }

    private void contact(boolean allowed) {
        as(12L, entities -> TestDatabase.wire(new SubjectContact(), entities, clock, days(entities), new Fired<>(fired::add))
                .decide(investigation(entities), allowed));
    }

    private void as(Long account, Consumer<EntityManager> act) {
        CurrentCaller.run(new Caller(account, account, "Person " + account, Set.of(Role.LEAD), null, Language.EN), () -> database.run("chscb", act));
    }

    private ProtectedDisclosures disclosures(EntityManager entities) {
        return TestDatabase.wire(new ProtectedDisclosures(), entities, clock, cases(entities), rows(entities), time(entities), desk(), audit(), new Closures(), new Team() {
            @Override
            public void acts(Investigation any, Capacity capacity) {
                // who may do what has tests of its own
            }

            @Override
            public Capacity actedAs(Investigation any) {
                return null;
            }
        });
    }

    private SubjectTime time(EntityManager entities) {
        return TestDatabase.wire(new SubjectTime(), clock, cases(entities), rows(entities), days(entities), new Fired<>(fired::add));
    }

    private Disclosures rows(EntityManager entities) {
        return TestDatabase.wire(new Disclosures(), entities, clock, desk(), audit(), new NobodyLeft() {
            @Override
            public void notice(ProtectedDisclosure raised) {
                // who is left has tests of its own
            }
        });
    }

    private static DeskMail desk() {
        return new DeskMail() {
            @Override
            public void deciders(String of, String key, String template, Long raising) {
                // mail has tests of its own
            }

            @Override
            public void officer(String of, String key, String template) {
                // mail has tests of its own
            }
        };
    }

    private static Audit audit() {
        return new Audit() {
            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                // the audit has tests of its own
            }
        };
    }

    private static WorkingDays days(EntityManager entities) {
        return TestDatabase.wire(new WorkingDays(), entities);
    }

    private Investigations cases(EntityManager entities) {
        return new Investigations() {
            @Override
            public Investigation locked(String any) {
                return investigation(entities);
            }

            @Override
            public Investigation byReference(String any) {
                return investigation(entities);
            }
        };
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }
}
