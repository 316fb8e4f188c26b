package org.probity.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.disclosure.PackContents.Entry;
import org.probity.kernel.Language;
import org.probity.letter.LetterDraft;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;

/** Tells the subject that the matter went to their employer: what was given, what happens next, which rights they have. */
final class SubjectLetter {

    private final PackContents pack;
    private final Language language;

    SubjectLetter(PackContents pack) {
        this.pack = pack;
        this.language = pack.language();
    }

    LetterSheet sheet() {
        String organisation = pack.organisation().name(language);
        LetterDraft draft = new LetterDraft(pack.board(), language, pack.reference(), pack.today())
                .to(pack.subject().name(), pack.subject().jobTitle()).title(text("title"))
                .paragraph(text("dear", pack.subject().name())).paragraph(text("opening"));
        passedOn(draft, organisation);
        draft.heading(text("next")).bullets(text("next.employer"), text("next.board"), text("next.wrong", organisation))
                .heading(text("help")).paragraph(text("help.officer", pack.facts().officer(), pack.reference()))
                .paragraph(text("help.others"));
        for (String right : List.of("heard", "companion", "evidence", "people", "appeal", "copy", "correct", "complain",
                "language")) {
            draft.right(text("right." + right));
        }
        return draft.signed(pack.facts().officer(), pack.board().name(language)).sheet();
    }

    private void passedOn(LetterDraft draft, String organisation) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(text("to"), organisation);
        facts.put(text("on"), LetterTexts.date(language, pack.today()));
        pack.given(ItemKind.FINDING).forEach(entry -> facts.put(entry.title(), entry.source().facts().get(0).value()));
        draft.heading(text("facts")).facts(facts);
        List<String> given = pack.entries().stream().filter(Entry::given).map(Entry::title).toList();
        draft.heading(text("pack")).paragraph(text("pack.intro")).bullets(given);
        int out = pack.entries().size() - given.size();
        draft.paragraph(out == 0 ? null : text("pack.out", out));
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(language, "referral.subject." + key, args);
    }
}
