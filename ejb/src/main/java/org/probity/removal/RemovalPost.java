package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.AskingWanted;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.files.Upload;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigations;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.notification.Outbox;

/** Sends the letters of a request, and queues the mail that says one is waiting. */
@Dependent
class RemovalPost {

    @Inject
    private Investigations investigations;

    @Inject
    private Event<AskingWanted> asking;

    @Inject
    private Directory directory;

    @Inject
    private RemovalAllegations allegations;

    @Inject
    private Documents documents;

    @Inject
    private RemovalLetters letters;

    @Inject
    private Outbox outbox;

    @Inject
    private DeskMail desk;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Clock clock;

    /** Whether the subject may be written to now, and asked. */
    boolean reaches(RemovalRequest request) {
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
    boolean isReadable(RemovalRequest request) {
        RemovalRound round = request.round();
        return round.servedOn() != null && (round.answerDays() != null || reachesInPortal(request));
    }

    private boolean reachesInPortal(RemovalRequest request) {
        return directory.reaches(directory.person(request.subjectId()));
    }

    /** Asked before each letter, whoever wants it sent. @throws Refusal STATE where the subject may not be contacted, or not be asked */
    Person addressee(RemovalRequest request) {
        investigations.byReference(request.reference()).requireContactAllowed();
        requireAsking(request.reference());
        return directory.person(request.subjectId());
    }

    /** The letter of the round that runs. */
    void send(RemovalRequest request) {
        Person subject = addressee(request);
        allegations.put(request);
        Integer days = directory.reaches(subject) ? null : Math.max(1, workingDays.between(clock.instant(), request.replyBy()));
        Long letter = letters.keep(request, subject, "document", days, RemovalLetter::request);
        if (days == null) {
            request.sent(letter, clock.instant());
        } else {
            request.sentByPost(letter, clock.instant(), days);
        }
        mail(request, subject, "request");
    }

    /** Whether a reminder of now is with them while there is time to answer. */
    boolean remindsInTime(RemovalRequest request) {
        return letters.arrive(request, directory.person(request.subjectId()));
    }

    /** The reminder of the round that runs, as a letter and as mail. */
    void remind(RemovalRequest request) {
        Person subject = addressee(request);
        letters.keep(request, subject, "document.reminder", null, RemovalLetter::reminder);
        mail(request, subject, "reminder");
    }

    /** The site itself was asked; the portal says where and when. */
    void reported(RemovalRequest request) {
        mail(request, directory.person(request.subjectId()), "decided", "reported-" + request.decisions().size());
    }

    /** It has ended; a letter says how. Where the subject may not be contacted, they are shown it once they may be. */
    void ended(RemovalRequest request) {
        Person subject = directory.person(request.subjectId());
        request.lastDecision().told(letters.keep(request, subject, "document.ended", null, RemovalLetter::ended));
        mail(request, subject, "decided");
    }

    /**
     * Of what somebody else recorded for them the subject is told, by a letter where they cannot read it in the portal, and of what follows
     * that the leads are too.
     */
    void replied(RemovalRequest request) {
        RemovalAnswer answer = request.lastAnswer().orElseThrow();
        String nth = answer.follows() ? "-" + answer.number() : "";
        if (answer.recorded()) {
            tellOfRecorded(request, nth);
        }
        if (answer.follows()) {
            String what = answer.recorded() ? "recordedAnew" : "corrected";
            desk.officer(request.reference(), key(request, what + nth), "removal." + what);
            desk.leads(request.reference(), key(request, what + nth), "removal." + what);
        } else {
            tellDesk(request);
        }
    }

    private void tellOfRecorded(RemovalRequest request, String nth) {
        Person subject = directory.person(request.subjectId());
        if (directory.reaches(subject)) {
            mail(request, subject, "recorded", "recorded" + nth);
        } else {
            letters.keep(request, subject, "document.recorded", null, RemovalLetter::recorded);
        }
    }

    /** The subject is told that they have time again to say otherwise: by mail where they read in the portal what was recorded, else by a letter. */
    void timeAgain(RemovalRequest request) {
        Person subject = directory.person(request.subjectId());
        if (directory.reaches(subject)) {
            mail(request, subject, "timeAgain", "timeAgain-" + clock.instant().getEpochSecond());
        } else {
            letters.keep(request, subject, "document.timeAgain", null, RemovalLetter::timeAgain);
        }
    }

    /** The officer looks at an answer; a challenge, and whose something is, are for the leads. */
    private void tellDesk(RemovalRequest request) {
        if (request.status() == RemovalRequest.Status.CHALLENGED) {
            desk.deciders(request.reference(), key(request, "challenged"), "removal.challenged");
        } else if (request.status() == RemovalRequest.Status.IDENTITY_ASKED) {
            desk.deciders(request.reference(), key(request, "notTheirs"), "removal.notTheirs");
        } else {
            desk.officer(request.reference(), key(request, "replied"), "removal.replied");
        }
    }

    /** They may be contacted again: the officer hears where they lost their way to what they are asked meanwhile. */
    void stillReadable(RemovalRequest request) {
        if (request.status().awaitsReply() && request.round().servedOn() != null && !isReadable(request)) {
            unreadable(request);
        }
    }

    /** The officer hears that the subject has no way to it any more, once in each round. */
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

    private void mail(RemovalRequest request, Person subject, String what) {
        mail(request, subject, what, what);
    }

    private void mail(RemovalRequest request, Person subject, String what, String once) {
        if (directory.reaches(subject)) {
            outbox.queue(key(request, once), subject.name(), subject.email(), subject.language(), "removal." + what,
                    request.reference(), page(request));
        }
    }

    private static String key(RemovalRequest request, String what) {
        return "removal/" + request.id() + "/" + what + "/" + request.round().number();
    }

    static String page(RemovalRequest request) {
        return "requests/removal/" + request.id();
    }
}
