package org.probity.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.probity.cooperation.CooperationAnswer;
import org.probity.cooperation.CooperationDecision;
import org.probity.cooperation.CooperationRequest;
import org.probity.cooperation.HeldMeeting;
import org.probity.cooperation.RecordedWords;
import org.probity.disclosure.PackSource.Passage;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet.Fact;
import org.probity.letter.LetterTexts;

/**
 * A request for help as a pack tells of it. A companion is not named, and declining is told as neutrally as it was
 * recorded.
 */
final class CooperationSource {

    private final CooperationRequest request;
    private final String subject;
    private final Language language;

    CooperationSource(CooperationRequest request, String subject, Language language) {
        this.request = request;
        this.subject = subject;
        this.language = language;
    }

    PackSource source() {
        Instant asked = request.rounds().get(0).sentAt();
        List<Fact> facts = List.of(new Fact(text("source.askedOn"), LetterTexts.moment(language, asked)),
                new Fact(text("source.answerBy"), LetterTexts.moment(language, request.replyBy())),
                new Fact(text("source.asked"), text("label.kind." + request.kind()) + "\n" + request.ask()),
                new Fact(text("source.ground"), request.ground()));
        return PackSource.text(ItemKind.COOPERATION_REQUEST, request.id(), text("source.cooperation", day(asked)), facts, passages());
    }

    private List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        request.answers().forEach(answer -> passages.add(answer(answer)));
        request.rounds().stream().filter(round -> round.overdueAt() != null)
                .filter(round -> request.answers().stream().noneMatch(answer -> answer.round() == round.number()))
                .forEach(round -> passages.add(new Passage(null, text("source.silence"), false)));
        request.meetings().forEach(meeting -> {
            passages.add(meeting(meeting));
            meeting.recordings().forEach(said -> passages.add(recorded(said)));
            if (meeting.saidAt() != null) {
                passages.add(said(meeting));
            }
        });
        request.decisions().stream().filter(d -> d.kind() != CooperationDecision.Kind.AUTHORITY && d.reasons() != null)
                .forEach(d -> passages.add(decision(d)));
        return passages;
    }

    private Passage answer(CooperationAnswer answer) {
        String words = wordsOr(answer.words());
        return new Passage(caption(answer), answer.otherTime() == null ? words
                : words + "\n" + text("source.otherTime", LetterTexts.moment(language, answer.otherTime())), true);
    }

    /** What somebody else recorded is never printed as if the subject had written it. */
    private String caption(CooperationAnswer answer) {
        String day = day(answer.signed().at());
        String said = text("label.answer." + answer.answer());
        return answer.recorded() ? text("source.recordedReply", subject, day, said, text("label.channel." + answer.channel()), answer.signed().name())
                : text("source.reply", subject, day, said);
    }

    private Passage meeting(HeldMeeting meeting) {
        return new Passage(text("source.meeting", day(meeting.record().heldAt())), meeting.record().minutes(), false);
    }

    /** What the subject says of it is never left out. */
    private Passage said(HeldMeeting meeting) {
        return new Passage(text(meeting.right() ? "source.minutesRight" : "source.minutesWrong", subject, day(meeting.saidAt())),
                wordsOr(meeting.ownWords()), true);
    }

    /** Nor what somebody wrote down for them. */
    private Passage recorded(RecordedWords said) {
        return new Passage(text(said.right() ? "source.recordedMinutesRight" : "source.recordedMinutesWrong", subject, day(said.at()),
                text("label.channel." + said.channel()), said.name()), wordsOr(said.words()), true);
    }

    private String wordsOr(String words) {
        return words == null || words.isBlank() ? text("source.noWords") : words;
    }

    private Passage decision(CooperationDecision decision) {
        return new Passage(text("source.decision", decision.signed().name(), day(decision.signed().at()),
                text("label.decision." + decision.result())), decision.reasons(), false);
    }

    private String day(Instant at) {
        return LetterTexts.shortDate(language, Days.of(at));
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(language, "referral." + key, args);
    }
}
