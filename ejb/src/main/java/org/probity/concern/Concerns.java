package org.probity.concern;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseOfAct;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.investigation.CaseNumbers;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.investigation.Stage;
import org.probity.kernel.Checks;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.token.ApiToken;
import org.probity.worklist.Processes;

/** Takes concerns in. Each opens an investigation at once, whoever reports it and whether or not they give a name. */
@Stateless
@Guarded
public class Concerns {

    /** Letters and digits that are not mistaken for each other when written down. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** How far a concern has come, in the three words a reporter is told. */
    public enum Progress { RECEIVED, LOOKED_AT, ENDED }

    /** What a reporter is told for their code. @param questions that stand, the oldest first; once the case has ended nobody answers any */
    public record Followed(Instant receivedAt, Progress progress, List<Question> questions) {
    }

    /** What the board asks them: who of it asks is not for them to know. */
    public record Question(Long id, String words, Instant askedAt, boolean answered) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private CaseNumbers numbers;

    @Inject
    private NameWalls walls;

    @Inject
    private ConcernMail mail;

    @Inject
    private Audit audit;

    @Inject
    private Processes processes;

    @Inject
    private Clock clock;

    /**
     * Opens a case. Whoever gives no name is nobody here, signed in or not, and nothing keeps who or where they are; only of those
     * who work on cases is always kept what they enter.
     *
     * @throws Refusal INVALID naming each field that is missing, too long, in the future or holds a secret
     */
    @Permitted(Act.REPORT_CONCERN)
    public Receipt report(NewConcern given) {
        return as(given.reporterName(), () -> open(given));
    }

    /** @throws Refusal as {@link #report} does for what is given */
    @Permitted(Act.REPORT_CONCERN)
    public void check(NewConcern given) {
        given.check(Days.of(clock.instant()));
    }

    /** Whoever gave no name is nobody in what they do: of them alone who work on cases is kept that they did it. */
    static <T> T as(String reporterName, Supplier<T> work) {
        Caller caller = CurrentCaller.get();
        return reporterName != null || caller.worksOnCases() ? work.get()
                : CurrentCaller.call(Caller.reporter().reading(caller.language()), () -> CurrentOrigin.call(CurrentOrigin.get().nowhere(), work));
    }

    private Receipt open(NewConcern given) {
        Instant now = clock.instant();
        check(given);
        String reference = numbers.next();
        String code = newCode();
        Concern concern = new Concern(given, reference, ApiToken.hash(code), now);
        entities.persist(concern);
        Investigation investigation = new Investigation(reference, titleOf(given), concern);
        investigation.namesChecked(NameWalls.RULES);
        entities.persist(investigation);
        CaseOfAct.is(reference);
        boolean walled = walls.raise(investigation, concern);
        audit.record("concern.reported", reference, "concern", concern.id(), null, Map.of("reporter",
                given.reporterName() == null ? "anonymous" : "named", "channel", CurrentCaller.get().memberId() == null ? "public" : "member"));
        mail.announce(reference, walled, given.immediateDanger() || given.indecentImage() || given.grooming());
        processes.start("breach-investigation", reference, Map.of("investigationId", investigation.id(),
                "reference", reference, "reopened", false));
        return new Receipt(code, CurrentCaller.get().worksOnCases() ? reference : null);
    }

    public static String titleOf(NewConcern given) {
        String what = given.what().strip().replaceAll("\\s+", " ");
        return what.length() <= 80 ? what : CodePoints.first(what, 79) + "…";
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** @throws Refusal NOT_FOUND where no concern has that code */
    @Permitted(Act.FOLLOW_CONCERN)
    public Followed follow(String code) {
        Concern concern = byCode(code);
        Stage stage = stageOf(concern);
        List<Question> questions = questions(concern.reference());
        return new Followed(concern.receivedAt(), stage.ended() ? Progress.ENDED
                : stage == Stage.DETECTION && questions.isEmpty() ? Progress.RECEIVED : Progress.LOOKED_AT, questions);
    }

    private List<Question> questions(String reference) {
        return entities.createQuery("select new org.probity.concern.Concerns$Question(q.id, q.words, q.askedAt, "
                + "case when n.id is null then false else true end) from ReporterQuestion q left join Note n on n.questionId = q.id "
                + "where q.reference = :reference and q.withdrawnAt is null order by q.id", Question.class).setParameter("reference", reference)
                .setMaxResults(ReporterQuestions.MOST).getResultList();
    }

    /**
     * The reporter adds something they know, as {@link #report} without a name where they gave none.
     *
     * @throws Refusal NOT_FOUND where no concern has that code, INVALID on {@code words}, STATE once the case has ended or
     *     they have added too often
     */
    @Permitted(Act.FOLLOW_CONCERN)
    public void add(String code, String words) {
        new Checks().text("words", words, Checks.LONG_TEXT).done();
        Concern concern = byCode(code);
        as(concern.reporterName(), () -> {
            add(concern, words);
            return null;
        });
    }

    private void add(Concern concern, String words) {
        Investigation investigation = investigations.lock(concern.reference());
        investigation.requireOpen();
        NoteQuota.REPORTER.require(entities, concern.reference());
        Note note = new Note(concern.reference(), words.strip(), Note.Author.REPORTER, clock.instant());
        entities.persist(note);
        walls.raise(concern.reference(), Said.of(note.writtenAt(), note.words()));
        audit.record("concern.added", concern.reference(), "note", note.id(), null, null);
        mail.added(investigation);
    }

    /** @throws Refusal NOT_FOUND where no concern has that code */
    @Permitted(Act.INTERNAL)
    public Concern byCode(String code) {
        String letters = code == null ? "" : code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String plain = letters.replaceAll("(.{4})(?=.)", "$1-");
        return entities.createQuery("select c from Concern c where c.receiptHash = :hash", Concern.class)
                .setParameter("hash", ApiToken.hash(plain)).getResultList().stream().findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Stage stageOf(Concern concern) {
        return entities.createQuery("select i.stage from Investigation i where i.reference = :reference", Stage.class)
                .setParameter("reference", concern.reference()).getSingleResult();
    }
}
