package org.probity.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.LetterPosting.Means;
import org.probity.correspondence.SubjectLetters.MyLetter;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.SampleLetters;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Person;

/** Whoever a letter is for finds it in their portal; one that they cannot open there is posted, and counts from the day of service on. */
class SubjectLettersTest {

    private static final String BOARD = "chscb";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Caller OFFICER = new Caller(-7L, -7L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN);

    private final HeldCase held = new HeldCase();
    private final List<String> told = new ArrayList<>();
    private final List<LetterServed> served = new ArrayList<>();
    private String reason;

    @Test
    void whoeverItIsForFindsItAndNobodyElse() {
        Long letter = kept();
        assertThat(mine(held.subjectSignedIn())).extracting(MyLetter::id).containsExactly(letter);
        assertThat(mine(OFFICER)).isEmpty();
        assertThat(mine(new HeldCase().subjectSignedIn())).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsThereWhileTheyMayNotBeContacted() {
        kept();
        held.contactKept(false);
        assertThat(mine(held.subjectSignedIn())).isEmpty();
        held.contactKept(true);
        assertThat(mine(held.subjectSignedIn())).hasSize(1);
    }

    @Test
    void theOfficerHearsOfOneThatHasToBePosted() {
        held.readable(false);
        Long letter = kept();
        assertThat(told).containsExactly("letter.toPost");
        assertThat(waiting()).containsExactly(letter);
    }

    /** Whoever prints it at once would write to somebody whom they must not write to. */
    @Test
    void theOfficerHearsOfOneOnlyOnceAnythingMayGoOut() {
        held.readable(false);
        held.contactKept(false);
        Long letter = kept();
        assertThat(told).isEmpty();
        assertThat(waiting()).containsExactly(letter);
        assertThat(goesOut()).isFalse();
        goOn();
        assertThat(told).as("it is something else that goes on").isEmpty();
        held.contactKept(true);
        goOn();
        assertThat(told).containsExactly("letter.toPost");
        assertThat(goesOut()).isTrue();
        given(letter, Means.BY_HAND, LocalDate.of(2026, 11, 23));
        goOn();
        assertThat(told).as("it was given").hasSize(1);
    }

    @Test
    void nothingGoesOutWhileTheCaseIsPaused() {
        held.readable(false);
        paused("current_timestamp");
        kept();
        assertThat(told).isEmpty();
        assertThat(goesOut()).isFalse();
        paused("null");
        goOn();
        assertThat(told).containsExactly("letter.toPost");
    }

    /** What was written before somebody said that it may be a protected disclosure. */
    @Test
    void nothingGoesOutWhileTheSubjectIsToBeAskedNothing() {
        held.readable(false);
        Long letter = kept();
        reason = "detection.refused.disclosureUndecided";
        assertThat(goesOut()).isFalse();
        goOn();
        assertThat(told).as("told when it was written").hasSize(1);
        assertThat(catchThrowableOfType(Refusal.class, () -> given(letter, Means.BY_HAND, LocalDate.of(2026, 11, 23))).problems().get(0).key()).isEqualTo(reason);
        reason = null;
        given(letter, Means.BY_HAND, LocalDate.of(2026, 11, 23));
        assertThat(served).hasSize(1);
    }

    /** 2026-11-25 is the second working day after that Monday. */
    @ParameterizedTest
    @CsvSource({"true, 2026-11-23T09:00:01Z, true", "false, 2026-11-26T17:00:00Z, true", "false, 2026-11-25T17:00:00Z, false", "false, 2026-11-24T17:00:00Z, false"})
    void whatIsPostedIsThereOnTheSecondWorkingDay(boolean readable, Instant deadline, boolean inTime) {
        held.readable(readable);
        boolean arrives = call(Caller.system(), entities -> letters(entities).arrives(entities.find(Person.class, held.subject()), deadline));
        assertThat(arrives).isEqualTo(inTime);
    }

    private boolean goesOut() {
        return call(OFFICER, entities -> postings(entities).goOut(held.reference(), waiting().get(0)));
    }

    private void goOn() {
        in(Caller.system(), entities -> letters(entities).askMeanwhile(held.reference()));
    }

    private void paused(String since) {
        in(Caller.system(), entities -> entities.createNativeQuery("update investigation set paused_at = " + since + " where reference = '" + held.reference() + "'")
                .executeUpdate());
    }

    /** 2026-11-23 is a Monday. */
    @ParameterizedTest
    @CsvSource({"BY_HAND, 2026-11-23, 2026-11-23", "POST, 2026-11-23, 2026-11-25"})
    void itCountsFromTheDayOfService(Means means, LocalDate day, LocalDate service) {
        held.readable(false);
        Long letter = kept();
        given(letter, means, day);
        assertThat(served).containsExactly(new LetterServed(held.reference(), letter, service, CLOCK.instant()));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void itIsGivenOnceAndOnADayThatCanBe() {
        held.readable(false);
        Long letter = kept();
        assertThat(refused(letter, Means.POST, LocalDate.of(2026, 11, 24))).isEqualTo("day investigation.refused.postedLater");
        assertThat(refused(letter, Means.POST, LocalDate.of(2026, 11, 22))).isEqualTo("day investigation.refused.postedBefore");
        assertThat(refused(letter, null, LocalDate.of(2026, 11, 23))).isEqualTo("means kernel.refused.required");
        given(letter, Means.BY_HAND, LocalDate.of(2026, 11, 23));
        assertThat(refused(letter, Means.BY_HAND, LocalDate.of(2026, 11, 23))).isEqualTo("null investigation.refused.posted");
        assertThat(served).hasSize(1);
    }

    @Test
    void noneIsGivenToSomebodyWhoMayNotBeContactedNorOneThatReachedThem() {
        Long read = kept();
        assertThat(refused(read, Means.POST, LocalDate.of(2026, 11, 23))).isEqualTo("null kernel.refused.notFound");
        held.readable(false);
        Long letter = kept();
        held.contactKept(false);
        assertThat(refused(letter, Means.POST, LocalDate.of(2026, 11, 23))).isEqualTo("null investigation.refused.contact");
    }

    private String refused(Long letter, Means means, LocalDate day) {
        Refusal.Problem problem = catchThrowableOfType(Refusal.class, () -> given(letter, means, day)).problems().get(0);
        return problem.field() + " " + problem.key();
    }

    private void given(Long letter, Means means, LocalDate day) {
        in(OFFICER, entities -> postings(entities).given(held.reference(), letter, means, day));
    }

    private List<Long> waiting() {
        return CurrentCaller.call(OFFICER, () -> TestDatabase.get().call(BOARD, entities -> postings(entities).of(held.reference()).stream()
                .filter(LetterPostings.PostingLine::waits).map(LetterPostings.PostingLine::documentId).toList()));
    }

    private Long kept() {
        return call(Caller.system(), entities -> letters(entities).keep(held.reference(), entities.find(Person.class, held.subject()), "A letter", "letter.pdf",
                new byte[] {1}));
    }

    private List<MyLetter> mine(Caller who) {
        return call(who, entities -> letters(entities).mine());
    }

    private SubjectLetters letters(EntityManager entities) {
        return TestDatabase.wire(new SubjectLetters(), entities, CLOCK, asking(), cases(entities), held.directory(), documents(entities),
                TestDatabase.wire(new WorkingDays(), entities, CLOCK), new DeskMail() {
            @Override
            public void officer(String reference, String key, String template) {
                told.add(template);
            }
        });
    }

    /** Without what is in them. */
    private static Documents documents(EntityManager entities) {
        return new Documents() {
            @Override
            public Document letter(String reference, Long addresseeId, String title, String fileName, byte[] pdf, Language language) {
                return SampleLetters.letter(entities, reference, addresseeId, CLOCK.instant());
            }

            @Override
            public Document find(Long id) {
                return entities.find(Document.class, id);
            }
        };
    }

    private LetterPostings postings(EntityManager entities) {
        return TestDatabase.wire(new LetterPostings(), entities, CLOCK, cases(entities), documents(entities), asking(),
                TestDatabase.wire(new WorkingDays(), entities, CLOCK), new Fired<LetterServed>(served::add), new Audit() {
                    @Override
                    public void record(String act, String of, String kind, Long id, java.util.Map<String, ?> before, java.util.Map<String, ?> after) {
                        // has tests of its own
                    }
                });
    }

    private Asking asking() {
        return TestDatabase.wire(new Asking(), new Fired<AskingWanted>(wanted -> Optional.ofNullable(reason).ifPresent(wanted::refuse)));
    }

    /** The walls have tests of their own. */
    private static Investigations cases(EntityManager entities) {
        return new Investigations() {
            @Override
            public Investigation visible(String reference) {
                return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                        .setParameter("reference", reference).getSingleResult();
            }

            @Override
            public Investigation locked(String reference) {
                return visible(reference);
            }

            @Override
            public Investigation byReference(String reference) {
                return visible(reference);
            }
        };
    }

    private static void in(Caller who, Consumer<EntityManager> work) {
        CurrentCaller.run(who, () -> TestDatabase.get().run(BOARD, work));
    }

    private static <T> T call(Caller who, Function<EntityManager, T> work) {
        return CurrentCaller.call(who, () -> TestDatabase.get().call(BOARD, work));
    }
}
