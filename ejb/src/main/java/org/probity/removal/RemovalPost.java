package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.documents.LetterPrinter;
import org.probity.documents.LetterSheet;
import org.probity.documents.LetterTexts;
import org.probity.documents.Upload;
import org.probity.identity.Directory;
import org.probity.identity.Person;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.notification.Links;
import org.probity.notification.Outbox;
import org.probity.policy.Clause;
import org.probity.tenancy.Boards;

/** Prints and keeps the letters of a request, and queues the mail that says one is waiting. */
@Dependent
class RemovalPost {

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private RemovalClauses named;

    @Inject
    private RemovalAllegations allegations;

    @Inject
    private Boards boards;

    @Inject
    private LetterPrinter printer;

    @Inject
    private Documents documents;

    @Inject
    private Outbox outbox;

    @Inject
    private DeskMail desk;

    @Inject
    private Clock clock;

    /** Whether the subject may be written to now. */
    boolean reaches(RemovalRequest request) {
        return investigations.byReference(request.reference()).contactAllowed();
    }

    /** Whether they could read what was written: mail told them of it, and they have an account by which they open it. */
    boolean isReadable(RemovalRequest request) {
        return directory.reaches(directory.person(request.subjectId()));
    }

    /** Asked before each letter, whoever wants it sent. @throws Refusal STATE where the subject may not be contacted */
    Person addressee(RemovalRequest request) {
        investigations.byReference(request.reference()).requireContactAllowed();
        return directory.person(request.subjectId());
    }

    /** @return the document with the letter of the round that runs */
    Long send(RemovalRequest request) {
        Person subject = addressee(request);
        allegations.put(request);
        Long letter = keep(request, subject, "document", RemovalLetter::request);
        mail(request, subject, "request");
        if (!isReadable(request)) {
            unreadable(request);
        }
        return letter;
    }

    /** The reminder of the round that runs, as a letter and as mail. */
    void remind(RemovalRequest request) {
        Person subject = addressee(request);
        keep(request, subject, "document.reminder", RemovalLetter::reminder);
        mail(request, subject, "reminder");
    }

    /** Something was decided; the portal says what. */
    void decided(RemovalRequest request) {
        mail(request, directory.person(request.subjectId()), "decided");
    }

    /** Of what somebody else recorded for them the subject is told, and of what they say themself after that the leads are too. */
    void replied(RemovalRequest request) {
        RemovalAnswer answer = request.lastAnswer().orElseThrow();
        if (answer.recorded()) {
            mail(request, directory.person(request.subjectId()), "recorded");
        }
        if (answer.follows()) {
            desk.officer(request.reference(), key(request, "corrected"), "removal.corrected");
            desk.leads(request.reference(), key(request, "corrected"), "removal.corrected");
        } else {
            tellDesk(request);
        }
    }

    /** The officer looks at an answer; a challenge is for the leads. */
    private void tellDesk(RemovalRequest request) {
        if (request.status() == RemovalRequest.Status.CHALLENGED) {
            desk.leads(request.reference(), key(request, "challenged"), "removal.challenged");
        } else {
            desk.officer(request.reference(), key(request, "replied"), "removal.replied");
        }
    }

    /** The officer hears that the subject has no way to it, once in each round. */
    void unreadable(RemovalRequest request) {
        desk.officer(request.reference(), key(request, "unreadable"), "removal.unreadable");
    }

    void overdue(RemovalRequest request) {
        desk.officer(request.reference(), key(request, "overdue"), "removal.overdue");
    }

    /** @return the documents that keep what came with an answer */
    List<Long> keep(RemovalRequest request, List<Upload> files) {
        Upload.requireFew(files);
        return files == null ? List.of() : files.stream().map(file -> documents.store(Document.Kind.REPLY,
                request.reference(), null, file.fileName(), file.bytes()).id()).toList();
    }

    private Long keep(RemovalRequest request, Person subject, String kind, Function<RemovalLetter, LetterSheet> letter) {
        RemovalLetter.Source source = source(request, subject);
        byte[] pdf = printer.print(languages(subject).map(l -> letter.apply(new RemovalLetter(request, source, l)))
                .toArray(LetterSheet[]::new));
        String title = LetterTexts.get(subject.language(), "removal." + kind);
        String name = request.reference() + "-" + request.id() + "-" + request.round().number()
                + (kind.equals("document") ? "" : "-reminder") + ".pdf";
        return documents.store(Document.Kind.LETTER, request.reference(), title, name, pdf, subject.language()).id();
    }

    /** The language the person wishes; a bilingual board adds the other one. */
    private Stream<Language> languages(Person subject) {
        Stream<Language> other = Stream.of(Language.values()).filter(l -> l != subject.language() && boards.board().bilingual());
        return Stream.concat(Stream.of(subject.language()), other);
    }

    private RemovalLetter.Source source(RemovalRequest request, Person subject) {
        List<Clause> clauses = named.all(request);
        return new RemovalLetter.Source(boards.board(), subject, named.policies(clauses), clauses, allegations.of(request), Links.to(page(request)),
                clock.instant());
    }

    private void mail(RemovalRequest request, Person subject, String what) {
        if (subject.email() != null && !subject.email().isBlank()) {
            outbox.queue(key(request, what), subject.name(), subject.email(), subject.language(), "removal." + what,
                    request.reference(), page(request));
        }
    }

    private static String key(RemovalRequest request, String what) {
        return "removal/" + request.id() + "/" + what + "/" + request.round().number();
    }

    private static String page(RemovalRequest request) {
        return "requests/removal/" + request.id();
    }
}
