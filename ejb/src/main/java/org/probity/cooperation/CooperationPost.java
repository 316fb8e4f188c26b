package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.AskingWanted;
import org.probity.correspondence.SubjectLetters;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.files.Upload;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;
import org.probity.member.Directory;
import org.probity.member.Person;
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
    private Event<AskingWanted> asking;

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
    private SubjectLetters letters;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Outbox outbox;

    @Inject
    private DeskMail desk;

    @Inject
    private Clock clock;

    /** Whether the subject may be written to now, and asked. */
    boolean reaches(CooperationRequest request) {
        return investigations.byReference(request.reference()).contactAllowed() && asked(request.reference()).reason().isEmpty();
    }

    private AskingWanted asked(String reference) {
        AskingWanted wanted = new AskingWanted(reference);
        asking.fire(wanted);
        return wanted;
    }

    /** Asked before a request is made, too, that waits for somebody before its letter is written. @throws Refusal STATE where nobody may be asked in that case */
    void requireAsking(String reference) {
        asked(reference).require();
    }

    /** Whether they could read what was written: it was posted to them, or mail told them of it and they have an account by which they open it. */
    boolean isReadable(CooperationRequest request) {
        CooperationRound round = request.round();
        return round.servedOn() != null && (round.answerDays() != null || directory.reaches(directory.person(request.subjectId())));
    }

    /** Asked before each letter, whoever wants it sent. @throws Refusal STATE where the subject may not be contacted, or not be asked */
    Person addressee(CooperationRequest request) {
        investigations.byReference(request.reference()).requireContactAllowed();
        requireAsking(request.reference());
        return directory.person(request.subjectId());
    }

    /** The letter of the round that runs. */
    void send(CooperationRequest request) {
        Person subject = addressee(request);
        Integer days = directory.reaches(subject) ? null : Math.max(1, workingDays.between(clock.instant(), request.replyBy()));
        Long letter = keep(request, subject, "document", "", days, CooperationLetter::request);
        if (days == null) {
            request.sent(letter, clock.instant());
        } else {
            request.sentByPost(letter, clock.instant(), days);
        }
        mail(request, subject, "request", "request");
    }

    /** Whether a reminder of now is with them while there is time to answer. */
    boolean remindsInTime(CooperationRequest request) {
        return letters.arrives(directory.person(request.subjectId()), request.replyBy());
    }

    /** A reminder of the round that runs, as a letter and as mail. @param nth 1 or 2 */
    void remind(CooperationRequest request, int nth) {
        Person subject = addressee(request);
        keep(request, subject, "document.reminder", "-reminder-" + nth, null, CooperationLetter::reminder);
        mail(request, subject, "reminder", "reminder-" + nth);
    }

    /**
     * The officer looks at the answer; the language wished for is that of every letter from now on. Of what somebody else recorded for
     * them the subject is told, by a letter where they cannot read it in the portal, and of what follows that the leads are too.
     */
    void replied(CooperationRequest request, Language wish) {
        if (wish != null) {
            directory.person(request.subjectId()).wishes(wish);
        }
        CooperationAnswer answer = request.answer().orElseThrow();
        String nth = answer.follows() ? "-" + answer.number() : "";
        if (answer.recorded()) {
            tellOfRecorded(request, nth);
        }
        String what = !answer.follows() ? "replied" : answer.recorded() ? "recordedAnew" : "corrected";
        desk.officer(request.reference(), key(request, what + nth), "cooperation." + what);
        if (answer.follows()) {
            desk.leads(request.reference(), key(request, what + nth), "cooperation." + what);
        }
    }

    private void tellOfRecorded(CooperationRequest request, String nth) {
        Person subject = directory.person(request.subjectId());
        if (directory.reaches(subject)) {
            mail(request, subject, "recorded", "recorded" + nth);
        } else {
            keep(request, subject, "document.recorded", "-recorded" + nth, null, CooperationLetter::recorded);
        }
    }

    /** The subject is told that they have time again to say otherwise: by mail where they read in the portal what was recorded, else by a letter. */
    void timeAgain(CooperationRequest request) {
        Person subject = directory.person(request.subjectId());
        if (directory.reaches(subject)) {
            mail(request, subject, "timeAgain", "timeAgain-" + clock.instant().getEpochSecond());
        } else {
            keep(request, subject, "document.timeAgain", "-time-again", null, CooperationLetter::timeAgain);
        }
    }

    /** The subject is told that something was written down of a meeting. */
    void minutes(CooperationRequest request) {
        mail(request, directory.person(request.subjectId()), "minutes", "minutes");
    }

    /** The same as a letter, which says how long they have to say that it was not so. @return the document */
    Long letter(CooperationRequest request, HeldMeeting meeting, int days) {
        return keep(request, directory.person(request.subjectId()), "document.minutes", "-minutes", days, letter -> letter.minutes(meeting));
    }

    /** The officer looks at what the subject says of it; where they say that it was not so, or somebody had recorded that for them, the leads do too. */
    void minutesSaid(CooperationRequest request, boolean right) {
        boolean disputed = request.meetings().stream().flatMap(meeting -> meeting.recordings().stream()).anyMatch(said -> !said.right());
        tellOfMinutes(request, right, "", !right || disputed);
    }

    /** The same of what somebody recorded for them, of which they hear where they have a way into the portal by now. */
    void minutesRecorded(CooperationRequest request, boolean right) {
        mail(request, directory.person(request.subjectId()), "recorded", "minutesRecorded-" + right);
        tellOfMinutes(request, right, "-recorded", !right);
    }

    private void tellOfMinutes(CooperationRequest request, boolean right, String how, boolean leads) {
        String what = right ? "minutesRight" : "minutesWrong";
        desk.officer(request.reference(), key(request, what + how), "cooperation." + what);
        if (leads) {
            desk.leads(request.reference(), key(request, what + how), "cooperation." + what);
        }
    }

    /** They may be contacted again: the officer hears where they lost their way to what they are asked meanwhile. */
    void stillReadable(CooperationRequest request) {
        if (request.status().awaitsReply() && request.round().servedOn() != null && !isReadable(request)) {
            unreadable(request);
        }
    }

    /** The officer hears that the subject has no way to it any more, once in each round. */
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

    /** @param days working days to answer from the day of service on; null where the end is certain */
    private Long keep(CooperationRequest request, Person subject, String kind, String suffix, Integer days,
            Function<CooperationLetter, LetterSheet> letter) {
        CooperationLetter.Source source = new CooperationLetter.Source(boards.board(), subject,
                policies.clausesOn(request.policyDay()), allegations.of(request), directory.signsIn(subject) ? Links.to(page(request)) : null, days, clock.instant());
        byte[] pdf = printer.print(languages(subject).map(l -> letter.apply(new CooperationLetter(request, source, l)))
                .toArray(LetterSheet[]::new));
        String title = LetterTexts.get(subject.language(), "cooperation." + kind);
        String name = request.reference() + "-" + request.id() + "-" + request.round().number() + suffix + ".pdf";
        return letters.keep(request.reference(), subject, title, name, pdf);
    }

    /** The language the person wishes; a bilingual board adds the other one. */
    private Stream<Language> languages(Person subject) {
        Stream<Language> other = Stream.of(Language.values()).filter(l -> l != subject.language() && boards.board().bilingual());
        return Stream.concat(Stream.of(subject.language()), other);
    }

    private void mail(CooperationRequest request, Person subject, String template, String what) {
        if (directory.reaches(subject)) {
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
