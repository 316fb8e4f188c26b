package org.probity.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Signature;
import org.probity.disclosure.PackSource.Passage;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet.Fact;
import org.probity.letter.LetterTexts;
import org.probity.removal.RemovalAnswer;
import org.probity.removal.RemovalDecision;
import org.probity.removal.RemovalItem;
import org.probity.removal.RemovalRequest;
import org.probity.removal.SiteReport;

/** A removal request as a pack tells of it: what was asked, what the subject answered, what was decided. */
final class RemovalSource {

    private final RemovalRequest request;
    private final String subject;
    private final Language language;

    RemovalSource(RemovalRequest request, String subject, Language language) {
        this.request = request;
        this.subject = subject;
        this.language = language;
    }

    PackSource source() {
        Instant asked = request.rounds().get(0).sentAt();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text("source.askedOn"), LetterTexts.moment(language, asked)));
        facts.add(new Fact(text("source.answerBy"), LetterTexts.moment(language, request.round().replyBy())));
        request.items().forEach(item -> facts.add(new Fact(text("source.item", item.number(), item.clause()), item(item))));
        String title = text("source.removal", LetterTexts.shortDate(language, Days.of(asked)));
        return PackSource.text(ItemKind.REMOVAL_REQUEST, request.id(), title, facts, passages());
    }

    private String item(RemovalItem item) {
        String what = item.description() == null || item.description().isBlank() ? "" : "\n" + item.description();
        String seen = item.lastSeen() == null ? "" : "\n" + text("label.seen." + item.lastSeen());
        return item.address() + what + seen + (item.isNoLongerAsked() ? "\n" + text("source.noLongerAsked") : "");
    }

    private List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        request.answers().forEach(answer -> passages.add(answer(answer)));
        request.rounds().stream().filter(round -> round.overdueAt() != null)
                .filter(round -> request.answers().stream().noneMatch(answer -> answer.round() == round.number()))
                .forEach(round -> passages.add(new Passage(null, text("source.silence"), false)));
        request.decisions().stream().filter(d -> d.reasons() != null || d.report() != null).forEach(d -> passages.add(decision(d)));
        return passages;
    }

    private Passage answer(RemovalAnswer answer) {
        boolean silent = answer.words() == null || answer.words().isBlank();
        return new Passage(caption(answer), silent ? text("source.noWords") : answer.words(), true);
    }

    /** What somebody else recorded is never printed as if the subject had written it. */
    private String caption(RemovalAnswer answer) {
        String day = day(answer.signed());
        String said = text("label.answer." + answer.answer());
        return answer.recorded() ? text("source.recordedReply", subject, day, said, text("label.channel." + answer.channel()), answer.signed().name())
                : text("source.reply", subject, day, said);
    }

    private Passage decision(RemovalDecision decision) {
        String caption = text("source.decision", decision.signed().name(), day(decision.signed()),
                text("label.decision." + decision.result()));
        String words = Stream.of(report(decision.report()), decision.reasons()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return new Passage(caption, words, false);
    }

    private String report(SiteReport report) {
        return report == null ? null : text("source.report", report.site(), LetterTexts.shortDate(language, report.reportedOn()));
    }

    private String day(Signature signed) {
        return LetterTexts.shortDate(language, Days.of(signed.at()));
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(language, "referral." + key, args);
    }
}
