package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.calendar.WorkingDays;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.worklist.NewWork;
import org.probity.worklist.Work;

/** A case that stands still is not forgotten. */
class PausesTest extends UnseenBench {

    private static final String HELD = " where m.matter.heldAt is not null";

    private final Fired<Object> fired = new Fired<>();
    private Instant now = CLOCK.instant();

    @Test
    void theLeadsHearAtOnceAndTheyAndTheOfficersEveryTwoWeeksUntilItRunsAgain() {
        inBoard(entities -> pauses(entities).pause(reference, "The police asked for it"));
        assertThat(letters()).singleElement().asString().startsWith("Lena Dafis: ").contains("paused", reference).doesNotContain("police");

        after(Duration.ofDays(14).minusSeconds(1));
        assertThat(letters()).hasSize(1);
        after(Duration.ofSeconds(1));
        after(Duration.ofDays(13));
        assertThat(letters().subList(1, letters().size())).extracting(letter -> letter.substring(0, letter.indexOf(':')))
                .containsExactlyInAnyOrder("Olwen Prydderch", "Lena Dafis");
        after(Duration.ofDays(1));
        assertThat(letters()).hasSize(5);

        inBoard(entities -> pauses(entities).resume(reference));
        after(Duration.ofDays(30));
        assertThat(letters()).hasSize(5);
    }

    @Test
    void whoMayNotKnowOfTheCaseHearsNothing() {
        member("Nia Rees", Role.LEAD);
        inBoard(entities -> walls(entities).raise(reference, lead.accountId(), "witness"));
        inBoard(entities -> pauses(entities).pause(reference, "The police asked for it"));
        after(Duration.ofDays(14));
        assertThat(letters()).noneMatch(letter -> letter.startsWith("Lena Dafis")).anyMatch(letter -> letter.startsWith("Nia Rees"));
    }

    /** Who has restricted a case to themself does not put it to sleep out of everybody's sight. */
    @Test
    void aLeadAloneOnTheTeamPausesNothingAndWithSomebodyTheWholeTeamHears() {
        inBoard(lead, entities -> restrictions(entities).restrict(reference, null, "Few"));
        assertThat(refusal(lead, entities -> pauses(entities).pause(reference, "The police asked for it"))).isEqualTo("investigation.refused.alone");
        inBoard(lead, entities -> restrictions(entities).add(reference, officer.id(), "She knows the family"));
        inBoard(lead, entities -> pauses(entities).pause(reference, "The police asked for it"));
        assertThat(letters()).filteredOn(letter -> letter.contains("the clocks are paused")).extracting(letter -> letter.substring(0, letter.indexOf(':')))
                .containsExactlyInAnyOrder("Olwen Prydderch", "Lena Dafis");
    }

    @Test
    void aCaseThatNoLeadMaySeeIsNotPaused() {
        inBoard(entities -> walls(entities).raise(reference, lead.accountId(), "witness"));
        assertThat(refusal(officer, entities -> pauses(entities).pause(reference, "The police asked for it"))).isEqualTo("investigation.refused.noLead");
    }

    /** Its team may be the very people who paused it. */
    @Test
    void thoseOutsideARestrictedCaseHearThatItStandsStillAndNotWhichItIs() {
        member("Nia Rees", Role.LEAD);
        Member accused = member("Beti Wyn", Role.LEAD);
        inBoard(entities -> walls(entities).raise(reference, accused.accountId(), "subject"));
        inBoard(lead, entities -> restrictions(entities).restrict(reference, officer.id(), "Few"));
        inBoard(lead, entities -> pauses(entities).pause(reference, "The police asked for it"));
        after(Duration.ofDays(14));
        assertThat(letters()).filteredOn(letter -> letter.contains("A paused case")).singleElement().asString()
                .startsWith("Nia Rees: ").contains("Lena Dafis").doesNotContain(reference);
        assertThat(letters()).noneMatch(letter -> letter.startsWith("Beti Wyn"));
    }

    @Test
    void whatHasNotLeftForTheSubjectWaitsUntilTheCaseRunsAgain() {
        inBoard(entities -> {
            investigation(entities).contact().decide(true, now);
            outbox(entities).queue("asked", "Sam", "sam@example.org", Language.EN, "removal.request", reference, "requests/removal/1");
            pauses(entities).pause(reference, "The police asked for it");
        });
        assertThat(letters(HELD)).singleElement().asString().startsWith("Sam: ");
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(letters(HELD)).isEmpty();
        assertThat(fired.all()).doesNotContain(new ContactStopped(reference));
    }

    @Test
    void whoMayNotBeContactedIsNotContactedSinceTheCaseRunsAgain() {
        inBoard(entities -> {
            investigation(entities).contact().decide(false, now);
            outbox(entities).queue("asked", "Sam", "sam@example.org", Language.EN, "removal.request", reference, "requests/removal/1");
            pauses(entities).pause(reference, "The police asked for it");
        });
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(letters(HELD)).hasSize(1);
        assertThat(fired.all()).contains(new ContactStopped(reference));
    }

    /** It was due on a Wednesday; the case stood from the Saturday at noon for three days and eleven hours: two working days, of which one was begun. */
    @Test
    void whatWasDueIsDueLaterByTheWorkingDaysThatTheCaseStood() {
        now = Instant.parse("2026-12-05T12:00:00Z");
        inBoard(entities -> {
            open(entities, "checkItems");
            pauses(entities).pause(reference, "The police asked for it");
        });
        now = Instant.parse("2026-12-08T23:00:00Z");
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(due()).containsExactly(Instant.parse("2026-12-11T17:00:00Z"));
    }

    /** A working day is given back once, however often the clocks were stopped in it. */
    @Test
    void aCaseThatIsPausedAgainAndAgainInOneDayMovesNothingTwice() {
        now = Instant.parse("2026-12-07T09:00:00Z");
        inBoard(entities -> open(entities, "checkItems"));
        for (int time = 1; time <= Pauses.MOST_A_DAY; time++) {
            inBoard(entities -> pauses(entities).pause(reference, "The police asked for it"));
            now = now.plusMillis(1);
            inBoard(entities -> pauses(entities).resume(reference));
        }
        assertThat(due()).containsExactly(Instant.parse("2026-12-10T17:00:00Z"));
        assertThat(refusal(lead, entities -> pauses(entities).pause(reference, "And again"))).isEqualTo("investigation.refused.manyPauses");
        now = Instant.parse("2026-12-08T09:30:00Z");
        inBoard(entities -> pauses(entities).pause(reference, "And again"));
        now = now.plusMillis(1);
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(due()).containsExactly(Instant.parse("2026-12-11T17:00:00Z"));
    }

    /** What five minutes before gave to the rest of the case they never had. */
    @Test
    void whatWasAskedBetweenTwoPausesLosesNoneOfTheSecond() {
        now = Instant.parse("2026-12-07T10:00:00Z");
        inBoard(entities -> pauses(entities).pause(reference, "The police asked for it"));
        now = Instant.parse("2026-12-07T10:05:00Z");
        inBoard(entities -> pauses(entities).resume(reference));
        now = Instant.parse("2026-12-07T11:00:00Z");
        inBoard(entities -> open(entities, "checkItems"));
        now = Instant.parse("2026-12-07T12:00:00Z");
        inBoard(entities -> pauses(entities).pause(reference, "And again"));
        now = Instant.parse("2026-12-08T09:00:00Z");
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(due()).containsExactly(Instant.parse("2026-12-10T17:00:00Z"));
    }

    /** As the telling of an image that was suspected in it. */
    @Test
    void whatWasFirstAskedInThePauseIsDueAsItWas() {
        now = Instant.parse("2026-12-05T12:00:00Z");
        inBoard(entities -> pauses(entities).pause(reference, "The police asked for it"));
        now = Instant.parse("2026-12-08T12:00:00Z");
        inBoard(entities -> open(entities, "tellDesignatedOfficer"));
        now = Instant.parse("2026-12-08T23:00:00Z");
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(due()).containsExactly(Instant.parse("2026-12-09T17:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answerSafeguardingGate", "tellDesignatedOfficer"})
    void noPauseGivesTimeToTellTheDesignatedOfficer(String task) {
        now = Instant.parse("2026-12-05T12:00:00Z");
        inBoard(entities -> {
            open(entities, task);
            pauses(entities).pause(reference, "The police asked for it");
        });
        now = Instant.parse("2026-12-08T23:00:00Z");
        inBoard(entities -> pauses(entities).resume(reference));
        assertThat(due()).containsExactly(Instant.parse("2026-12-09T17:00:00Z"));
    }

    private void open(EntityManager entities, String task) {
        TestDatabase.wire(new Work(), entities, Clock.fixed(now, ZoneOffset.UTC), new Fired<>()).open(new NewWork("t" + reference, task, "content-removal", reference, 1L,
                "removal-request", 1L, "A case", "removal", Role.OFFICER, null, null, null, Instant.parse("2026-12-09T17:00:00Z"), false, 4, null));
    }

    private List<Instant> due() {
        List<Instant> due = new ArrayList<>();
        inBoard(entities -> due.addAll(entities.createQuery("select w.dueAt from WorkItem w where w.reference = :reference", Instant.class)
                .setParameter("reference", reference).getResultList()));
        return due;
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private void after(Duration time) {
        now = now.plus(time);
        for (int i = 0; i < 2; i++) {
            inBoard(entities -> pauses(entities).remind());
        }
    }

    private Pauses pauses(EntityManager entities) {
        Members members = TestDatabase.wire(new Members(), entities, CLOCK);
        Investigations investigations = investigations(entities);
        return TestDatabase.wire(new Pauses(), entities, Clock.fixed(now, ZoneOffset.UTC), investigations,
                TestDatabase.wire(new Audit(), Clock.fixed(now, ZoneOffset.UTC), new ChainAtOnce(entities)), stopped(),
                TestDatabase.wire(new Work(), entities, CLOCK), TestDatabase.wire(new WorkingDays(), entities), fired, outbox(entities),
                TestDatabase.wire(new DeskMail(), investigations, members, outbox(entities)), unseen(entities), restricted(entities));
    }
}
