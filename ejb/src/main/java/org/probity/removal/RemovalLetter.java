package org.probity.removal;

import java.time.Instant;
import java.util.ArrayList;
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
import org.probity.policy.Policy;
import org.probity.policy.Powers;
import org.probity.tenancy.Board;

/**
 * The words of a removal letter, in one language: what is asked, why, by when, what counts, and
 * which rights they have (000 cl. 4.1, 5.3, 5.4; 001 model policy cl. 8.1).
 */
final class RemovalLetter {

    /**
     * What a letter draws on besides the request itself.
     *
     * @param clauses those that items name first, whatever else has their number
     * @param link null for whoever cannot sign in here
     * @param days working days to answer from the day of service on; null where the end is certain
     */
    record Source(Board board, Person subject, List<Policy> policies, List<Clause> clauses, List<Alleged> alleged, String link, Integer days,
            Instant now) {
    }

    private final RemovalRequest request;
    private final Source source;
    private final Language language;
    private final Powers powers;

    RemovalLetter(RemovalRequest request, Source source, Language language) {
        this.request = request;
        this.source = source;
        this.language = language;
        this.powers = Powers.in(source.clauses());
    }

    /** The letter of the round that runs. */
    LetterSheet request() {
        String again = request.round().number() == 1 ? "" : "again";
        return letter(title(again), text("opening." + request.round().why()), request.round().reasons());
    }

    /** The reminder in the round that runs. */
    LetterSheet reminder() {
        return letter(text("title.reminder"), text("opening.REMINDER"), null);
    }

    /** How the request ended: what was asked, what follows, and which rights there are. */
    LetterSheet ended() {
        LetterDraft draft = begin(text("title.ended." + request.status()), text("ended." + request.status(), cited(powers.failure())));
        if (request.lastDecision().reasons() != null) {
            draft.heading(text("reasons")).quote(request.lastDecision().reasons());
        }
        draft.heading(text("ended.asked"));
        request.items().forEach(item -> draft.paragraph(text("ended.item." + item.kind(), item.number())).facts(facts(item)));
        return rightsOfRecord(help(draft));
    }

    /** An officer wrote an answer down for them: what it says, for whoever cannot read it in the portal, and until when they may say otherwise. */
    LetterSheet recorded() {
        RemovalAnswer answer = request.lastAnswer().orElseThrow();
        LetterDraft draft = begin(text("title.recorded"), text("opening.RECORDED", Days.of(answer.signed().at()), answer.signed().name()))
                .heading(text("recorded")).paragraph(text("recorded." + answer.answer()));
        return otherwise(answer.words() == null || answer.words().isBlank() ? draft : draft.quote(answer.words()));
    }

    /** The case had ended, and runs again: for whoever cannot read in the portal what was recorded, and until when they may say that it was not so. */
    LetterSheet timeAgain() {
        return otherwise(begin(text("title.timeAgain"), text("opening.TIME_AGAIN")));
    }

    private LetterSheet otherwise(LetterDraft draft) {
        boolean time = request.maySayOtherwise(source.now());
        Map<String, String> until = time ? Map.of(text("otherwise.answer"), LetterTexts.moment(language, request.replyBy())) : Map.of();
        draft.heading(text("otherwise")).facts(until).paragraph(text(time ? "otherwise.counts" : "otherwise.soon")).paragraph(text("otherwise." + way())).paragraph(text("answer.secret"));
        return rightsOfRecord(help(draft));
    }

    private LetterSheet rightsOfRecord(LetterDraft draft) {
        return draft.right(text("rights.notGuilt")).right(text("rights.employer")).right(text("rights.data")).right(text("rights.language"))
                .signed(request.signed().name(), source.board().name(language)).sheet();
    }

    private String title(String again) {
        boolean accountsOnly = request.openItems().stream().allMatch(i -> i.kind() == RemovalItem.Kind.ACCOUNT);
        return text("title" + (again.isEmpty() ? "" : "." + again) + (accountsOnly ? ".ACCOUNT" : ""));
    }

    private LetterSheet letter(String title, String opening, String reasons) {
        LetterDraft draft = begin(title, opening);
        if (reasons != null) {
            draft.heading(text("reasons")).quote(reasons);
        }
        asked(draft);
        why(draft);
        Alleged.write(draft, language, source.alleged(), Alleged.by(language, request.round().replyBy(), source.days()));
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
        draft.heading(text("asked"));
        for (RemovalItem item : request.openItems()) {
            draft.paragraph(text("item." + item.kind(), item.number())).facts(facts(item));
        }
        Map<String, String> deadline = new LinkedHashMap<>();
        deadline.put(text("deadline.day"), source.days() == null ? LetterTexts.moment(language, request.round().replyBy()) : text("deadline.days", source.days()));
        deadline.put(text("deadline.reference"), request.reference());
        draft.heading(text("deadline")).facts(deadline);
    }

    private Map<String, String> facts(RemovalItem item) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(text("fact.address"), item.address());
        facts.put(text("fact.description"), item.description());
        facts.put(text("fact.clause"), item.clause());
        return facts;
    }

    private void why(LetterDraft draft) {
        List<String> numbers = request.openItems().stream().map(RemovalItem::clause).distinct().toList();
        List<Clause> broken = numbers.stream().map(this::clause).flatMap(Optional::stream).toList();
        Map<String, String> facts = new LinkedHashMap<>();
        broken.forEach(c -> facts.put(text("why.clause", c.number()), c.text(language)));
        draft.heading(text("why"));
        source.policies().stream().filter(p -> broken.stream().anyMatch(c -> c.policyId().equals(p.id())))
                .forEach(p -> draft.paragraph(text("why.policy", p.title(language), p.policyVersion())));
        draft.facts(facts);
        powers.removal().ifPresent(number -> draft.paragraph(text("why.power", number)));
        draft.paragraph(text("why.balance"));
    }

    private Optional<Clause> clause(String number) {
        return source.clauses().stream().filter(c -> c.number().equals(number)).findFirst();
    }

    private void answer(LetterDraft draft) {
        List<String> counts = new ArrayList<>();
        for (RemovalItem.Kind kind : RemovalItem.Kind.values()) {
            if (request.openItems().stream().anyMatch(i -> i.kind() == kind)) {
                counts.add(text("counts." + kind));
            }
        }
        counts.add(text("counts.cannot"));
        counts.add(text("counts.checked"));
        draft.heading(text("counts")).bullets(counts).heading(text("answer"));
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
        draft.right(text("rights.notGuilt")).right(text("rights.challenge")).right(text("rights.time"))
                .right(text("rights.companion")).right(text("rights.private", cited(powers.privacy())))
                .right(text("rights.silence", cited(powers.failure()))).right(text("rights.employer"))
                .right(text("rights.data")).right(text("rights.language"));
    }

    private String cited(Optional<String> number) {
        return number.map(n -> text("clause", n)).orElse("");
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(language, "removal." + key, args);
    }
}
