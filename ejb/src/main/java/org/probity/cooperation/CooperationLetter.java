package org.probity.cooperation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.casework.Alleged;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.letter.LetterDraft;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;
import org.probity.member.Person;
import org.probity.policy.Clause;
import org.probity.policy.Powers;
import org.probity.tenancy.Board;

/**
 * The words of a letter that asks for help, in one language: what is asked, on which ground, by when, what counts, and
 * which rights the person has, declining among them (000 cl. 4.1, 6.3).
 */
final class CooperationLetter {

    /**
     * What a letter draws on besides the request itself.
     *
     * @param link null for whoever cannot sign in here
     * @param days working days to answer from the day of service on; null where the end is certain
     */
    record Source(Board board, Person subject, List<Clause> clauses, List<Alleged> alleged, String link, Integer days, Instant now) {
    }

    private final CooperationRequest request;
    private final Source source;
    private final Language language;
    private final Powers powers;

    CooperationLetter(CooperationRequest request, Source source, Language language) {
        this.request = request;
        this.source = source;
        this.language = language;
        this.powers = Powers.in(source.clauses());
    }

    /** The letter of the round that runs. */
    LetterSheet request() {
        return letter(text("title." + request.kind()), text("opening." + request.round().why()), request.round().reasons());
    }

    /** The reminder in the round that runs. */
    LetterSheet reminder() {
        return letter(text("title.reminder"), text("opening.REMINDER"), null);
    }

    /** What was written down of a meeting, for whoever cannot read it in the portal, and until when they may say that it was not so. */
    LetterSheet minutes(HeldMeeting meeting) {
        LetterDraft draft = begin(text("title.minutes"), text("opening.MINUTES", Days.of(meeting.record().heldAt())));
        if (!source.alleged().isEmpty()) {
            draft.heading(text("minutes.put")).bullets(source.alleged().stream()
                    .map(one -> one.allegation().clauseNumber() + ": " + one.clause().text(language)).toList());
        }
        draft.heading(text("minutes.said")).quote(meeting.record().minutes())
                .heading(text("minutes.say")).paragraph(text("minutes.say.days", source.days()))
                .paragraph(text("minutes.say." + way())).paragraph(text("answer.secret"));
        return rightsOfRecord(help(draft));
    }

    /** An officer wrote an answer down for them: what it says, for whoever cannot read it in the portal, and until when they may say otherwise. */
    LetterSheet recorded() {
        CooperationAnswer answer = request.answer().orElseThrow();
        LetterDraft draft = begin(text("title.recorded"), text("opening.RECORDED", Days.of(answer.signed().at()), answer.signed().name()))
                .heading(text("recorded")).paragraph(text("recorded." + answer.answer()));
        return otherwise(answer.words() == null || answer.words().isBlank() ? draft : draft.quote(answer.words()));
    }

    /** The case had ended, and runs again: for whoever cannot read in the portal what was recorded, and until when they may say that it was not so. */
    LetterSheet timeAgain() {
        return otherwise(begin(text("title.timeAgain"), text("opening.TIME_AGAIN")));
    }

    private LetterSheet otherwise(LetterDraft draft) {
        Map<String, String> until = new LinkedHashMap<>();
        if (request.mayAnswerOtherwise(source.now())) {
            until.put(text("otherwise.answer"), LetterTexts.moment(language, request.replyBy()));
        }
        request.meetings().stream().filter(meeting -> meeting.isOpen(source.now())).findFirst()
                .ifPresent(meeting -> until.put(text("otherwise.minutes"), LetterTexts.moment(language, meeting.sayBy())));
        draft.heading(text("minutes.say")).facts(until).paragraph(text(until.isEmpty() ? "otherwise.soon" : "otherwise.counts")).paragraph(text("minutes.say." + way())).paragraph(text("answer.secret"));
        return rightsOfRecord(help(draft));
    }

    private LetterSheet rightsOfRecord(LetterDraft draft) {
        return draft.right(text("rights.notGuilt")).right(text("rights.employer")).right(text("rights.data")).right(text("rights.language"))
                .signed(request.signed().name(), source.board().name(language)).sheet();
    }

    private LetterSheet letter(String title, String opening, String reasons) {
        LetterDraft draft = begin(title, opening);
        if (reasons != null) {
            draft.heading(text("reasons")).quote(reasons);
        }
        asked(draft);
        Alleged.write(draft, language, source.alleged(), Alleged.by(language, request.round().replyBy(), source.days()));
        why(draft);
        answer(draft);
        rights(draft);
        return draft.signed(request.signed().name(), source.board().name(language)).sheet();
    }

    private LetterDraft begin(String title, String opening) {
        return new LetterDraft(source.board(), language, request.reference(), Days.of(source.now()))
                .to(source.subject().name(), source.subject().jobTitle())
                .title(title).paragraph(text("dear", source.subject().name())).paragraph(opening);
    }

    private void asked(LetterDraft draft) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(text("fact.what"), request.ask());
        facts.put(text("fact.scope"), request.scope());
        if (request.round().meetingAt() != null) {
            facts.put(text("fact.when"), LetterTexts.moment(language, request.round().meetingAt()));
            facts.put(text("fact.where"), request.round().place());
        }
        if (request.round().otherUntil() != null) {
            facts.put(text("fact.otherTime"), text("otherTime", LetterTexts.moment(language, request.round().otherUntil())));
        }
        authority().ifPresent(name -> facts.put(text("fact.authority"), name));
        Map<String, String> deadline = new LinkedHashMap<>();
        deadline.put(text("deadline.day"), source.days() == null ? LetterTexts.moment(language, request.round().replyBy()) : text("deadline.days", source.days()));
        deadline.put(text("deadline.reference"), request.reference());
        draft.heading(text("asked")).paragraph(text("asked." + request.kind())).facts(facts)
                .heading(text("deadline")).facts(deadline);
    }

    private Optional<String> authority() {
        return request.decisions().stream().filter(d -> d.kind() == CooperationDecision.Kind.AUTHORITY)
                .map(d -> d.signed().name()).findFirst();
    }

    private void why(LetterDraft draft) {
        draft.heading(text("why")).facts(Map.of(text("why.ground"), request.ground()));
        powers.cooperation().ifPresent(number -> draft.paragraph(text("why.clause", number)));
    }

    private void answer(LetterDraft draft) {
        draft.heading(text("counts")).bullets(text("counts." + request.kind())).heading(text("answer"));
        if (source.link() != null) {
            draft.paragraph(text("answer.link", source.link()));
        }
        help(draft.paragraph(text("answer." + way())).paragraph(text("answer.secret")));
    }

    /** By letter only where this one says to which address. */
    private String way() {
        return source.board().contact().postalAddress() == null ? "officer" : "letter";
    }

    private LetterDraft help(LetterDraft draft) {
        return draft.heading(text("help")).paragraph(text("help.officer", request.signed().name(), request.reference()))
                .paragraph(text("help.others"));
    }

    private void rights(LetterDraft draft) {
        String privacy = powers.privacy().map(number -> text("clause", number)).orElse("");
        draft.right(text("rights.notGuilt")).right(text("rights.decline")).right(text("rights.companion"))
                .right(text("rights.adjustments")).right(text("rights.language")).right(text("rights.challenge"))
                .right(text("rights.private", privacy)).right(text("rights.silence")).right(text("rights.employer"))
                .right(text("rights.data"));
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(language, "cooperation." + key, args);
    }
}
