package org.probity.concern;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Restriction;
import org.probity.access.SightLost;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.Concern;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.investigation.ReporterQuestion;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;

/** However many concerns come in, from however many places, few mails tell of them; and of each of them one does, an hour later at most. */
class ConcernMailTest extends UnseenBench {

    /** The case of the bench came in within the same hour. */
    private static final int TOLD = ConcernMail.EACH - 1;
    private static final int MANY = 5 * ConcernMail.EACH;
    private static final String OF_ONE = " where m.template = 'officer.newConcern'";
    private static final String OF_URGENT = " where m.template = 'officer.urgentConcern'";
    private static final String OF_MORE = " where m.template = 'officer.moreConcerns'";
    private static final String UNSEEN = " where m.template = 'officer.unseen'";
    private static final String UNSEEN_MANY = " where m.template = 'officer.unseenMany'";

    private static final String OF_ADDED = " where m.template = 'concern.added'";
    private static final String OF_MANY_ADDED = " where m.template = 'officer.manyAdditions'";
    private static final String OF_MANY = " where m.template = 'officer.manyConcerns'";

    private int cases = 1;
    private boolean urgent;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofManyTheFirstAreToldOfOneByOneAndTheOthersOnceTheHourIsOver(boolean walled) {
        report(Caller.reporter(), MANY, walled);
        assertThat(letters(OF_ONE)).hasSize(TOLD);
        later(Duration.ofMinutes(59));
        assertThat(letters(OF_MORE)).isEmpty();
        later(Duration.ofMinutes(61));
        assertThat(letters(OF_MORE)).hasSize(2).noneMatch(letter -> letter.contains("UNS-")).anyMatch(letter -> letter.startsWith("Olwen Prydderch"));
        later(Duration.ofMinutes(76));
        assertThat(letters(OF_MORE)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "24, 2", "25, 0"})
    void theEndOfTheHourIsNotMissedWhereNoServerWasUp(int hours, int letters) {
        report(Caller.reporter(), MANY, false);
        later(Duration.ofHours(hours));
        assertThat(letters(OF_MORE)).hasSize(letters);
    }

    @Test
    void thatThereAreManyIsToldOnceAtOnce() {
        report(Caller.reporter(), TOLD, false);
        inBoard(entities -> concerns(entities, CLOCK).tellOfMany());
        assertThat(letters(OF_MANY)).isEmpty();
        report(Caller.reporter(), 1, false);
        for (int minute = 0; minute < 2; minute++) {
            inBoard(entities -> concerns(entities, CLOCK).tellOfMany());
        }
        assertThat(letters(OF_MANY)).hasSize(2).noneMatch(letter -> letter.contains("UNS-"));
    }

    /** Whoever wants to keep that one from being read has to tell of as much danger, and is told of at once. */
    @Test
    void whatTellsOfDangerHasAMailOfItsOwnAmongMany() {
        report(Caller.reporter(), MANY, false);
        urgent = true;
        report(Caller.reporter(), MANY, false);
        assertThat(letters(OF_ONE)).hasSize(TOLD);
        assertThat(letters(OF_URGENT)).hasSize(ConcernMail.EACH);
    }

    /** And not of what. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMailOfAnUrgentConcernSaysThatItIs(boolean walled) {
        urgent = true;
        report(Caller.reporter(), 1, walled);
        assertThat(letters(OF_ONE)).isEmpty();
        assertThat(letters(OF_URGENT)).singleElement().asString().containsIgnoringCase("urgent").doesNotContainIgnoringCase("danger");
    }

    @Test
    void asManyAsAreToldOfOneByOneNeedNoMore() {
        report(Caller.reporter(), TOLD, false);
        later(Duration.ofHours(1));
        assertThat(letters(OF_ONE)).hasSize(TOLD);
        assertThat(letters(OF_MORE)).isEmpty();
    }

    @Test
    void whatThoseWhoWorkOnCasesEnterIsAlwaysToldOf() {
        report(officer.caller(Language.EN), MANY, false);
        assertThat(letters(OF_ONE)).hasSize(MANY);
    }

    /** Each names the only lead, so that nobody who leads sees it. */
    @Test
    void manyThatNobodySeesAreFewLettersToTheAdministrators() {
        report(Caller.reporter(), MANY, true, reference -> entities -> walls(entities).raise(reference, lead.accountId(), "near"));
        assertThat(letters(UNSEEN)).hasSize(TOLD);
        later(Duration.ofMinutes(60));
        later(Duration.ofMinutes(75));
        assertThat(letters(UNSEEN_MANY)).singleElement().asString().startsWith("Adam Menna").doesNotContain("UNS-");
    }

    /** It is no part of the flood. */
    @Test
    void anOlderCaseThatIsLostWhileManyComeInIsToldOfAtOnce() {
        Clock later = Clock.offset(CLOCK, Duration.ofHours(1));
        inBoard(entities -> entities.createQuery("update Concern c set c.receivedAt = :now").setParameter("now", later.instant()).executeUpdate());
        report(Caller.reporter(), MANY, false);
        inBoard(entities -> entities.createQuery("update Concern c set c.receivedAt = :now").setParameter("now", later.instant()).executeUpdate());
        inBoard(entities -> {
            walls(entities).raise(reference, lead.accountId(), "witness");
            unseen(entities, later).notice(new SightLost(reference));
        });
        assertThat(letters(UNSEEN)).hasSize(1);
    }

    /** A report that goes into the restricted cases' list pushes none of them out of reach of an appointment. */
    @Test
    void aRestrictedCaseIsInTheListHoweverManyOthersNobodySees() {
        report(Caller.reporter(), MANY + ConcernMail.EACH, true, other -> entities -> walls(entities).raise(other, lead.accountId(), "near"));
        String last = "UNS-2026-" + (1000 + cases - 1);
        inBoard(entities -> entities.persist(new Restriction(last, "Few", "Lena", CLOCK.instant())));
        assertThat(list(administrator)).hasSize(100).first().returns(last, UnseenCases.UnseenCase::reference);
    }

    @Test
    void whatIsAddedWithinAnHourIsToldOfAtOnceAndOnceMoreWhenItIsOver() {
        add(reference, 3, Duration.ZERO);
        assertThat(letters(OF_ADDED)).singleElement().asString().startsWith("Olwen Prydderch").contains(reference).doesNotContain("Words");
        add(reference, 1, Duration.ofHours(1));
        assertThat(letters(OF_ADDED)).hasSize(2);
        tellOfAdded(Duration.ofMinutes(61));
        tellOfAdded(Duration.ofMinutes(76));
        tellOfAdded(Duration.ofMinutes(121));
        assertThat(letters(OF_ADDED)).as("of the second and third too").hasSize(3);
        assertThat(letters(OF_MANY_ADDED)).isEmpty();
    }

    @Test
    void ofWhatIsAddedToManyConcernsThatNobodyHasTakenUpOneMailTells() {
        report(Caller.reporter(), MANY, false);
        for (int n = 1; n <= MANY; n++) {
            add("UNS-2026-" + (1000 + n), 2, Duration.ZERO);
        }
        assertThat(letters(OF_ADDED)).hasSizeLessThanOrEqualTo(ConcernMail.EACH);
        tellOfAdded(Duration.ofMinutes(59));
        assertThat(letters(OF_MANY_ADDED)).isEmpty();
        tellOfAdded(Duration.ofMinutes(60));
        tellOfAdded(Duration.ofMinutes(75));
        assertThat(letters(OF_ADDED)).hasSizeLessThanOrEqualTo(ConcernMail.EACH);
        assertThat(letters(OF_MANY_ADDED)).hasSize(2).noneMatch(letter -> letter.contains("UNS-"));
    }

    /** Strangers cannot make many of those. */
    @Test
    void whatIsAddedToACaseThatWasTakenUpIsToldOfHoweverMuchIsAddedToOthers() {
        inBoard(entities -> entities.createQuery("update Investigation i set i.stage = :stage where i.reference = :reference")
                .setParameter("stage", Stage.INVESTIGATION).setParameter("reference", reference).executeUpdate());
        report(Caller.reporter(), MANY, false);
        for (int n = 1; n <= MANY; n++) {
            add("UNS-2026-" + (1000 + n), 1, Duration.ZERO);
        }
        add(reference, 2, Duration.ZERO);
        assertThat(letters(OF_ADDED)).filteredOn(letter -> letter.contains(reference)).hasSize(1);
        tellOfAdded(Duration.ofMinutes(60));
        assertThat(letters(OF_ADDED)).filteredOn(letter -> letter.contains(reference)).hasSize(2);
    }

    @Test
    void anAnswerIsNoAddition() {
        inBoard(entities -> {
            ReporterQuestion question = new ReporterQuestion(reference, "Which?", CLOCK.instant());
            entities.persist(question);
            entities.persist(new Note(question, "This.", CLOCK.instant()));
        });
        add(reference, 1, Duration.ZERO);
        tellOfAdded(Duration.ofMinutes(60));
        assertThat(letters(OF_ADDED)).hasSize(1);
    }

    private void add(String of, int times, Duration after) {
        Clock clock = Clock.offset(CLOCK, after);
        for (int n = 0; n < times; n++) {
            CurrentCaller.run(Caller.reporter(), () -> database.run(board, entities -> {
                entities.persist(new Note(of, "Words.", Note.Author.REPORTER, clock.instant()));
                toDesk(entities, clock).added(investigations(entities).byReference(of));
            }));
        }
    }

    private void tellOfAdded(Duration after) {
        inBoard(entities -> toDesk(entities, Clock.offset(CLOCK, after)).tellOfAdded());
    }

    private static ConcernMail toDesk(EntityManager entities, Clock clock) {
        return TestDatabase.wire(concerns(entities, clock), TestDatabase.wire(desk(entities), investigations(entities)));
    }

    private void report(Caller caller, int many, boolean walled) {
        report(caller, many, walled, reference -> entities -> { });
    }

    private void report(Caller caller, int many, boolean walled, Function<String, Consumer<EntityManager>> names) {
        CurrentCaller.run(caller, () -> database.run(board, entities -> {
            for (int i = 0; i < many; i++) {
                String of = "UNS-2026-" + (1000 + cases++);
                Concern concern = new Concern(new NewConcern("Something", null, null, null, null, null, null, null, null, urgent, false, false,
                        Language.EN), of, board + of, CLOCK.instant());
                entities.persist(concern);
                entities.persist(new Investigation(of, "A case", concern));
                names.apply(of).accept(entities);
                mail(entities, walled).announce(of, walled, urgent);
            }
        }));
    }

    private ConcernMail mail(EntityManager entities, boolean walled) {
        DeskMail toOne = new DeskMail() {
            @Override
            public void officer(String reference, String key, String template) {
                outbox(entities).queue(key, officer.name(), officer.email(), Language.EN, template, reference, "investigations/" + reference);
            }
        };
        return walled ? TestDatabase.wire(concerns(entities, CLOCK), toOne) : concerns(entities, CLOCK);
    }

    private void later(Duration after) {
        Clock clock = Clock.offset(CLOCK, after);
        inBoard(entities -> {
            concerns(entities, clock).tellOfMore();
            unseen(entities, clock).tellOfMore();
        });
    }
}
