package org.probity.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Involvement;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.investigation.ReporterQuestion;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.token.ApiToken;

/** Who works on a case asks its reporter, who finds the question by their code and answers it there. */
class ReporterQuestionsTest extends UnseenBench {

    private static final String CODE = "ABCD-EFGH-JKMN";
    private static final String ANSWERED = " where m.template = 'concern.answered'";

    @BeforeEach
    void whoseReporterHasACode() {
        inBoard(entities -> entities.createQuery("update Concern c set c.receiptHash = :hash where c.reference = :reference")
                .setParameter("hash", ApiToken.hash(code())).setParameter("reference", reference).executeUpdate());
    }

    /** Each board of a test has its own, since a code is of one case of all. */
    private String code() {
        return CODE + "-" + board.substring(board.length() - 8).toUpperCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    @Test
    void whatIsAskedIsFoundByTheCodeAndNotWhoAsks() {
        assertThat(followed()).returns(Concerns.Progress.RECEIVED, Concerns.Followed::progress);
        ask(officer, "Is it still there?");
        ask(lead, "When did you see it first?");
        assertThat(followed()).as("somebody has read it").returns(Concerns.Progress.LOOKED_AT, Concerns.Followed::progress);
        assertThat(followed().questions()).extracting(Concerns.Question::words).containsExactly("Is it still there?", "When did you see it first?");
        assertThat(followed().questions()).noneMatch(Concerns.Question::answered);
        assertThat(followed().toString()).doesNotContain(officer.name(), lead.name());
    }

    @Test
    void anAnswerStandsAmongTheNotesAtItsQuestionAndTheDeskHearsOfItWithoutAWord() {
        Long id = ask(officer, "Is it still there?");
        answer(id, "It is gone.");
        assertThat(notes()).singleElement().satisfies(note -> {
            assertThat(List.of(note.question(), note.words(), note.authorName())).containsExactly("Is it still there?", "It is gone.", "");
            assertThat(note.author()).isEqualTo(Note.Author.REPORTER);
        });
        assertThat(followed().questions()).singleElement().matches(Concerns.Question::answered);
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line.answeredAt()).isEqualTo(CLOCK.instant()));
        assertThat(letters(ANSWERED)).singleElement().asString().startsWith(officer.name()).contains(reference).doesNotContain("gone", "still there");
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        Long id = ask(officer, "Is it still there?");
        answer(id, "It is gone.");
        assertThat(refused(entities -> questions(entities).answer(code(), id, "It is back."))).isEqualTo("investigation.refused.questionAnswered");
        assertThat(letters(ANSWERED)).hasSize(1);
    }

    @Test
    void whoHasAddedAsOftenAsTheyMayAnswersAllTheSameAndWhatTheyAnswerTakesNothingFromIt() {
        answer(ask(officer, "Is it still there?"), "It is gone.");
        IntStream.range(0, 20).forEach(n -> inBoard(Caller.reporter(), entities -> concerns(entities).add(code(), "More " + n)));
        assertThat(refused(entities -> concerns(entities).add(code(), "Once more"))).isEqualTo("investigation.refused.manyAdditions");
        answer(ask(officer, "Is it back?"), "No.");
    }

    @Test
    void tenQuestionsWaitAtMost() {
        List<Long> ids = IntStream.range(0, ReporterQuestions.OPEN).mapToObj(n -> ask(officer, "Question " + n)).toList();
        assertThat(refusal(officer, entities -> questions(entities).ask(reference, "One more"))).isEqualTo("investigation.refused.openQuestions");
        answer(ids.get(0), "Yes.");
        ask(officer, "One more");
        inBoard(lead, entities -> questions(entities).withdraw(reference, ids.get(1)));
        ask(officer, "And another");
    }

    @Test
    void aReporterIsAskedAHundredTimesAtMost() {
        IntStream.range(0, ReporterQuestions.MOST).forEach(n -> inBoard(officer, entities -> {
            ReporterQuestion question = new ReporterQuestion(reference, "Question " + n, CLOCK.instant());
            question.withdraw(CLOCK.instant());
            entities.persist(question);
        }));
        assertThat(refusal(officer, entities -> questions(entities).ask(reference, "One more"))).isEqualTo("investigation.refused.manyQuestions");
    }

    @Test
    void whatIsWithdrawnIsNeitherFoundNorAnswered() {
        Long id = ask(officer, "Is it still there?");
        inBoard(lead, entities -> questions(entities).withdraw(reference, id));
        assertThat(followed().questions()).isEmpty();
        assertThat(refused(entities -> questions(entities).answer(code(), id, "It is gone."))).isEqualTo("investigation.refused.questionWithdrawn");
        assertThat(refusal(officer, entities -> questions(entities).withdraw(reference, id))).isEqualTo("investigation.refused.questionWithdrawn");
        assertThat(notes()).isEmpty();
    }

    @Test
    void whatIsAnsweredIsNotWithdrawn() {
        Long id = ask(officer, "Is it still there?");
        answer(id, "It is gone.");
        assertThat(refusal(officer, entities -> questions(entities).withdraw(reference, id))).isEqualTo("investigation.refused.questionAnswered");
    }

    @Test
    void onceTheCaseHasEndedNothingIsAskedOrAnsweredUntilItIsReopened() {
        Long id = ask(officer, "Is it still there?");
        stage(Stage.CLOSED);
        assertThat(followed()).returns(Concerns.Progress.ENDED, Concerns.Followed::progress);
        assertThat(refused(entities -> questions(entities).answer(code(), id, "It is gone."))).isEqualTo("investigation.refused.questionClosed");
        assertThat(refusal(officer, entities -> questions(entities).ask(reference, "One more"))).isEqualTo("investigation.refused.ended");
        assertThat(refusal(officer, entities -> questions(entities).withdraw(reference, id))).isEqualTo("investigation.refused.ended");
        stage(Stage.INVESTIGATION);
        answer(id, "It is gone.");
        assertThat(notes()).hasSize(1);
    }

    @Test
    void nothingIsAskedWhileTheCaseIsPaused() {
        inBoard(entities -> entities.createQuery("update Investigation i set i.pausedAt = :now where i.reference = :reference")
                .setParameter("now", CLOCK.instant()).setParameter("reference", reference).executeUpdate());
        assertThat(refusal(officer, entities -> questions(entities).ask(reference, "Is it still there?"))).isEqualTo("investigation.refused.paused");
    }

    @Test
    void aQuestionOfAnotherCaseIsLikeOneThatThereIsNot() {
        Long other = otherQuestion();
        for (Long id : List.of(other, 987_654_321L)) {
            assertThat(refused(entities -> questions(entities).answer(code(), id, "It is gone."))).isEqualTo("kernel.refused.notFound");
            assertThat(refusal(officer, entities -> questions(entities).withdraw(reference, id))).isEqualTo("kernel.refused.notFound");
        }
        assertThat(followed().questions()).isEmpty();
    }

    @Test
    void noSecretIsAskedForOrAnswered() {
        assertThat(refusal(officer, entities -> questions(entities).ask(reference, "Is her password: Sunflower9?")))
                .isEqualTo("kernel.refused.secret");
        Long id = ask(officer, "Is it still there?");
        assertThat(refused(entities -> questions(entities).answer(code(), id, "Her password is Sunflower9"))).isEqualTo("kernel.refused.secret");
        assertThat(refused(entities -> questions(entities).answer(code(), null, "It is gone."))).isEqualTo("kernel.refused.required");
    }

    /** Else the only lead who asks could neither review nor approve. */
    @Test
    void whoAsksHasTakenNoPartInTheInvestigation() {
        ask(lead, "Is it still there?");
        inBoard(entities -> assertThat(entities.createQuery("select i from Involvement i", Involvement.class).getResultList()).isEmpty());
    }

    @Test
    void whomTheAnswerNamesIsOutsideAndHearsNothingOfIt() {
        Long id = ask(officer, "Who was it?");
        answer(id, "It was " + officer.name() + ".");
        assertThat(sees(officer)).isFalse();
        assertThat(letters(ANSWERED)).isEmpty();
    }

    @Test
    void whoDoesNotSeeTheCaseAsksNothing() {
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), "witness"));
        assertThat(refusal(officer, entities -> questions(entities).ask(reference, "Is it still there?"))).isEqualTo("kernel.refused.notFound");
        assertThat(refusal(officer, entities -> questions(entities).list(reference, 0, 10))).isEqualTo("kernel.refused.notFound");
    }

    private Long otherQuestion() {
        return CurrentCaller.call(officer.caller(Language.EN), () -> database.call(board, entities -> {
            Concern concern = new Concern(new NewConcern("Something", null, null, null, null, null, null, null, null, false, false, false,
                    Language.EN), "UNS-2026-0002", "other" + board, CLOCK.instant());
            entities.persist(concern);
            entities.persist(new Investigation("UNS-2026-0002", "Another case", concern));
            ReporterQuestion question = new ReporterQuestion("UNS-2026-0002", "Is it still there?", CLOCK.instant());
            entities.persist(question);
            return question.id();
        }));
    }

    private Long ask(Member who, String words) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> questions(entities).ask(reference, words)));
    }

    private void answer(Long id, String words) {
        inBoard(Caller.reporter(), entities -> questions(entities).answer(code(), id, words));
    }

    private Concerns.Followed followed() {
        return CurrentCaller.call(Caller.reporter(), () -> database.call(board, entities -> concerns(entities).follow(code())));
    }

    private List<Notes.NoteLine> notes() {
        return CurrentCaller.call(lead.caller(Language.EN), () -> database.call(board, entities ->
                TestDatabase.wire(new Notes(), entities, investigations(entities)).list(reference, 0, 50).items()));
    }

    private List<ReporterQuestions.QuestionLine> lines() {
        return CurrentCaller.call(lead.caller(Language.EN), () -> database.call(board, entities ->
                questions(entities).list(reference, 0, 50).items()));
    }

    private void stage(Stage stage) {
        inBoard(entities -> entities.createQuery("update Investigation i set i.stage = :stage where i.reference = :reference")
                .setParameter("stage", stage).setParameter("reference", reference).executeUpdate());
    }

    private String refused(Consumer<EntityManager> work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> inBoard(Caller.reporter(), work));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private void inBoard(Caller who, Consumer<EntityManager> work) {
        CurrentCaller.run(who, () -> database.run(board, work));
    }

    private Concerns concerns(EntityManager entities) {
        return TestDatabase.wire(new Concerns(), entities, investigations(entities), nameWalls(entities), mail(entities), audit(entities), CLOCK);
    }

    private ReporterQuestions questions(EntityManager entities) {
        return TestDatabase.wire(new ReporterQuestions(), entities, investigations(entities), concerns(entities), nameWalls(entities), mail(entities),
                audit(entities), CLOCK);
    }

    private static ConcernMail mail(EntityManager entities) {
        return TestDatabase.wire(concerns(entities, CLOCK), TestDatabase.wire(desk(entities), investigations(entities)));
    }
}
