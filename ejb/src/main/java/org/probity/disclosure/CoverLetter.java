package org.probity.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.probity.disclosure.PackContents.CaseFacts;
import org.probity.disclosure.PackContents.Entry;
import org.probity.disclosure.PackContents.PolicyFacts;
import org.probity.kernel.Language;
import org.probity.letter.LetterDraft;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;
import org.probity.outcome.DutyText;
import org.probity.policy.Known;

/**
 * The letter on top of a pack: whom it is about, what was found and why, what they said, what the employer is asked to
 * do, and that the board imposes no sanction (000 cl. 6.2; Acas code of practice on fair procedure).
 */
final class CoverLetter {

    private final PackContents pack;
    private final CaseFacts facts;
    private final Language language;
    private final String name;

    CoverLetter(PackContents pack) {
        this.pack = pack;
        this.facts = pack.facts();
        this.language = pack.language();
        this.name = pack.subject().name();
    }

    LetterSheet sheet() {
        String organisation = pack.organisation().name(language);
        LetterDraft draft = new LetterDraft(pack.board(), language, pack.reference(), pack.today())
                .to(text("dear", organisation)).title(text("title", name))
                .paragraph(text("opening", name)).paragraph(text("noSanction", discipline()));
        about(draft, organisation);
        draft.heading(text("summary")).paragraph(facts.summary()).heading(text("reasons")).paragraph(facts.reasons());
        clauses(draft);
        found(draft);
        said(draft);
        asked(draft);
        fair(draft);
        duties(draft);
        return draft.right(text("right.question")).right(text("right.decline")).right(text("right.correct"))
                .signed(facts.officer(), text("signed"), pack.board().name(language)).sheet();
    }

    private String discipline() {
        return facts.policies().stream().map(PolicyFacts::discipline).filter(Objects::nonNull).findFirst()
                .map(clause -> text("clause", clause)).orElse("");
    }

    private void about(LetterDraft draft, String organisation) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(text("name"), name);
        known.put(text("jobTitle"), pack.subject().jobTitle());
        known.put(text("employer"), organisation);
        known.put(text("policy"), facts.policies().stream().map(this::titled).collect(Collectors.joining("\n")));
        known.put(text("postedOn"), facts.postedOn() == null ? null : LetterTexts.date(language, facts.postedOn()));
        known.put(text("inPost"), facts.inPost() == null ? null : text("inPost." + facts.inPost()));
        known.put(text("acknowledged"), facts.policies().stream().map(this::acknowledged).collect(Collectors.joining("\n")));
        known.put(text("deadline"), LetterTexts.moment(language, facts.acknowledgeBy()));
        draft.heading(text("about")).facts(known);
    }

    private String titled(PolicyFacts policy) {
        return text("policy.value", policy.title(language), policy.version());
    }

    /** After the post is not knowledge, and is told as what it is. */
    private String acknowledged(PolicyFacts policy) {
        Known known = policy.known();
        String said = text("acknowledged." + known.kind(), known.version(), known.on() == null ? null : LetterTexts.date(language, known.on()));
        return facts.policies().size() == 1 ? said : text("acknowledged.each", titled(policy), said);
    }

    private void clauses(LetterDraft draft) {
        Map<String, String> clauses = new LinkedHashMap<>();
        pack.given(ItemKind.CLAUSE).forEach(entry -> clauses.put(entry.title(), entry.source().passages().get(0).words()));
        if (!clauses.isEmpty()) {
            draft.heading(LetterTexts.get(language, "referral.source.clauseText")).facts(clauses);
        }
    }

    private void found(LetterDraft draft) {
        draft.heading(text("found"));
        for (Entry entry : pack.given(ItemKind.FINDING)) {
            draft.paragraph(entry.number() + ". " + entry.title());
            if (entry.shortened()) {
                draft.facts(entry.facts()).paragraph(text("shortened", entry.number())).quote(entry.item().redactedText());
            } else {
                draft.facts(labelled(entry));
            }
        }
        draft.paragraph(text("onlyProven"));
    }

    private static Map<String, String> labelled(Entry entry) {
        Map<String, String> values = entry.facts();
        entry.source().passages().forEach(passage -> values.put(passage.caption(), passage.words()));
        return values;
    }

    private void said(LetterDraft draft) {
        List<Entry> replies = pack.entries().stream().filter(Entry::given).filter(e -> e.source().holdsReply()).toList();
        draft.heading(text("said", name));
        if (replies.isEmpty()) {
            draft.paragraph(text("saidNothing", name));
        }
        for (Entry entry : replies) {
            if (entry.shortened()) {
                draft.paragraph(text("saidRedacted", entry.number()));
            } else {
                entry.source().passages().stream().filter(PackSource.Passage::bySubject).forEach(passage ->
                        draft.paragraph(text("saidItem", passage.caption(), entry.number())).quote(passage.words()));
            }
        }
    }

    private void asked(LetterDraft draft) {
        draft.heading(text("asked")).bullets(text("asked.acknowledge", facts.acknowledgeBy()), text("asked.decide"),
                text("asked.progress"), text("asked.outcome"), text("asked.others"), text("asked.confidential"))
                .paragraph(text("asked.link", facts.link()));
    }

    private void fair(LetterDraft draft) {
        draft.heading(text("fair", name)).bullets(text("fair.evidence"), text("fair.people"), text("fair.companion"),
                text("fair.delay"), text("fair.appeal"), text("fair.told"));
    }

    private void duties(LetterDraft draft) {
        Map<String, String> duties = new LinkedHashMap<>();
        String profession = pack.subject().profession();
        DutyText.inForce(pack.board().country(), profession, pack.today(), language).forEach(duty -> duties.put(duty.name(),
                duty.confirmed() ? duty.text() : text("duties.unconfirmed", duty.text())));
        draft.heading(text("duties")).paragraph(text("duties.intro")).facts(duties);
        if (profession == null) {
            draft.paragraph(text("duties.which", name));
        }
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(language, "referral.cover." + key, args);
    }
}
