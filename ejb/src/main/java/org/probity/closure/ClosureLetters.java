package org.probity.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.probity.correspondence.SubjectLetters;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.letter.LetterDraft;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterTexts;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.notification.Outbox;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/** The letters that end a case for its subject: closed, withdrawn, or advice instead of an investigation. */
@ApplicationScoped
class ClosureLetters {

    @Inject
    private Boards boards;

    @Inject
    private Directory directory;

    @Inject
    private Policies policies;

    @Inject
    private Investigations investigations;

    @Inject
    private Documents documents;

    @Inject
    private SubjectLetters letters;

    @Inject
    private LetterPrinter printer;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    void closed(Investigation investigation, String summary) {
        Person subject = directory.person(investigation.subjectId());
        LetterDraft letter = begin(investigation, subject, "closed")
                .heading(text(subject, "closed.outcome")).paragraph(summary)
                .heading(text(subject, "next")).paragraph(text(subject, "closed.kept", investigation.retainUntil()));
        finish(investigation, subject, "closed", letter);
    }

    /** Whether the subject was written to at all; letters to others than them are no files of their kind. */
    boolean wereSent(Investigation investigation) {
        return documents.has(Document.Kind.LETTER, investigation.reference());
    }

    void withdrawn(Investigation investigation) {
        Person subject = directory.person(investigation.subjectId());
        finish(investigation, subject, "withdrawn", begin(investigation, subject, "withdrawn"));
    }

    void advice(Investigation investigation) {
        Person subject = directory.person(investigation.subjectId());
        LetterDraft letter = begin(investigation, subject, "advice").heading(text(subject, "advice.clauses"))
                .bullets(clauses(investigation, subject.language()));
        finish(investigation, subject, "advice", letter);
    }

    private LetterDraft begin(Investigation investigation, Person subject, String kind) {
        LocalDate today = Days.of(clock.instant());
        return new LetterDraft(boards.board(), subject.language(), investigation.reference(), today)
                .to(subject.name(), subject.jobTitle()).title(text(subject, kind + ".title"))
                .paragraph(text(subject, "dear", subject.name())).paragraph(text(subject, kind + ".opening"));
    }

    private void finish(Investigation investigation, Person subject, String kind, LetterDraft letter) {
        Board board = boards.board();
        letter.right(text(subject, "rights.copy")).right(text(subject, "rights.complain"))
                .right(text(subject, "rights.help", board.contactEmail())).signed(board.name(subject.language()));
        letters.keep(investigation.reference(), subject, text(subject, kind + ".title"), fileName(investigation, kind), printer.print(letter.sheet()));
        if (directory.reaches(subject)) {
            outbox.queue(kind + "/" + investigation.reference() + "/" + clock.instant().toEpochMilli(), subject.name(),
                    subject.email(), subject.language(), kind.equals("advice") ? "advice.given" : "investigation." + kind,
                    investigation.reference(), "requests#letters");
        }
    }

    /** @param kind such as {@code closed} */
    static String fileName(Investigation investigation, String kind) {
        return "%s-%s.pdf".formatted(investigation.reference(), kind);
    }

    private List<String> clauses(Investigation investigation, Language language) {
        return investigations.allegations(investigation.id()).stream()
                .map(allegation -> policies.clause(allegation.clauseId()))
                .map((Clause clause) -> clause.number() + ": " + clause.text(language)).toList();
    }

    private static String text(Person subject, String key, Object... args) {
        return LetterTexts.get(subject.language(), "investigation." + key, args);
    }
}
