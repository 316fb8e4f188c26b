package org.probity.cooperation;

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
import org.probity.policy.Policies;
import org.probity.tenancy.Boards;

/** Prints and keeps the letters of a request for help, and queues the mail that says one is waiting. */
@Dependent
class CooperationPost {

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Policies policies;

    @Inject
    private CooperationAllegations allegations;

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
    boolean reaches(CooperationRequest request) {
        return investigations.byReference(request.reference()).contactAllowed();
    }

    /** Whether they could read what was written: mail told them of it, and they have an account by which they open it. */
    boolean isReadable(CooperationRequest request) {
        return directory.reaches(directory.person(request.subjectId()));
    }

    /** Asked before each letter, whoever wants it sent. @throws Refusal STATE where the subject may not be contacted */
    Person addressee(CooperationRequest request) {
        investigations.byReference(request.reference()).requireContactAllowed();
        return directory.person(request.subjectId());
    }

    /** @return the document with the letter of the round that runs */
    Long send(CooperationRequest request) {
        Person subject = addressee(request);
        Long letter = keep(request, subject, "document", "", CooperationLetter::request);
        mail(request, subject, "request", "request");
        if (!isReadable(request)) {
            unreadable(request);
        }
        return letter;
    }

    /** A reminder of the round that runs, as a letter and as mail. @param nth 1 or 2 */
    void remind(CooperationRequest request, int nth) {
        Person subject = addressee(request);
        keep(request, subject, "document.reminder", "-reminder-" + nth, CooperationLetter::reminder);
        mail(request, subject, "reminder", "reminder-" + nth);
    }

    /**
     * The officer looks at the answer; the language wished for is that of every letter from now on. Of what somebody else recorded for
     * them the subject is told, and of what they say themself after that the leads are too.
     */
    void replied(CooperationRequest request, Language wish) {
        if (wish != null) {
            directory.person(request.subjectId()).wishes(wish);
        }
        CooperationAnswer answer = request.answer().orElseThrow();
        if (answer.recorded()) {
            mail(request, directory.person(request.subjectId()), "recorded", "recorded");
        }
        String what = answer.follows() ? "corrected" : "replied";
        desk.officer(request.reference(), key(request, what), "cooperation." + what);
        if (answer.follows()) {
            desk.leads(request.reference(), key(request, what), "cooperation." + what);
        }
    }

    /** The officer hears that the subject has no way to it, once in each round. */
    void unreadable(CooperationRequest request) {
        desk.officer(request.reference(), key(request, "unreadable"), "cooperation.unreadable");
    }

    void overdue(CooperationRequest request) {
        desk.officer(request.reference(), key(request, "overdue"), "cooperation.overdue");
    }

    /** @return the documents that keep what came with an answer */
    List<Long> keep(CooperationRequest request, List<Upload> files) {
        Upload.requireFew(files);
        return files == null ? List.of() : files.stream().map(file -> documents.store(Document.Kind.REPLY,
                request.reference(), null, file.fileName(), file.bytes()).id()).toList();
    }

    private Long keep(CooperationRequest request, Person subject, String kind, String suffix,
            Function<CooperationLetter, LetterSheet> letter) {
        CooperationLetter.Source source = new CooperationLetter.Source(boards.board(), subject,
                policies.clausesOn(request.policyDay()), allegations.of(request), Links.to(page(request)), clock.instant());
        byte[] pdf = printer.print(languages(subject).map(l -> letter.apply(new CooperationLetter(request, source, l)))
                .toArray(LetterSheet[]::new));
        String title = LetterTexts.get(subject.language(), "cooperation." + kind);
        String name = request.reference() + "-" + request.id() + "-" + request.round().number() + suffix + ".pdf";
        return documents.store(Document.Kind.LETTER, request.reference(), title, name, pdf, subject.language()).id();
    }

    /** The language the person wishes; a bilingual board adds the other one. */
    private Stream<Language> languages(Person subject) {
        Stream<Language> other = Stream.of(Language.values()).filter(l -> l != subject.language() && boards.board().bilingual());
        return Stream.concat(Stream.of(subject.language()), other);
    }

    private void mail(CooperationRequest request, Person subject, String template, String what) {
        if (subject.email() != null && !subject.email().isBlank()) {
            outbox.queue(key(request, what), subject.name(), subject.email(), subject.language(), "cooperation." + template,
                    request.reference(), page(request));
        }
    }

    private static String key(CooperationRequest request, String what) {
        return "cooperation/" + request.id() + "/" + what + "/" + request.round().number();
    }

    private static String page(CooperationRequest request) {
        return "requests/cooperation/" + request.id();
    }
}
