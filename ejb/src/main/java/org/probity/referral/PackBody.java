package org.probity.referral;

import java.util.LinkedHashMap;
import java.util.Map;
import org.probity.documents.LetterDraft;
import org.probity.documents.LetterSheet;
import org.probity.documents.LetterTexts;
import org.probity.referral.PackContents.Entry;
import org.probity.referral.PackSource.SourceFile;

/** What follows the covering letter: the contents list with every omission and its reason, then each item. */
final class PackBody {

    private final PackContents pack;

    PackBody(PackContents pack) {
        this.pack = pack;
    }

    LetterSheet sheet() {
        LetterDraft draft = new LetterDraft(pack.board(), pack.language(), pack.reference(), pack.today())
                .to(pack.organisation().name(pack.language())).title(text("title", pack.subject().name()))
                .heading(text("contents")).paragraph(text("intro"));
        Map<String, String> lines = new LinkedHashMap<>();
        pack.entries().forEach(entry -> lines.put(label(entry), entry.title() + note(entry)));
        draft.facts(lines);
        pack.entries().stream().filter(Entry::given).forEach(entry -> item(draft, entry));
        return draft.sheet();
    }

    private String label(Entry entry) {
        if (!entry.given()) {
            return text("out", entry.number());
        }
        boolean fileHeld = entry.shortened() && entry.source().file() != null;
        return text(fileHeld ? "described" : entry.shortened() ? "redacted" : "in", entry.number());
    }

    private String note(Entry entry) {
        if (!entry.given()) {
            return "\n" + text("why", entry.item().omissionReason());
        }
        String key = entry.source().file() == null ? "taken" : "why";
        return entry.shortened() ? "\n" + text(key, entry.item().redactionNote()) : "";
    }

    private void item(LetterDraft draft, Entry entry) {
        draft.heading(text("item", entry.number(), entry.title()));
        if (entry.shortened() && entry.item().redactedText() != null) {
            draft.paragraph(text("shortened", entry.item().redactionNote())).quote(entry.item().redactedText());
            return;
        }
        draft.facts(facts(entry));
        entry.source().passages().forEach(passage -> draft.paragraph(passage.caption()).quote(passage.words()));
        if (entry.source().file() != null) {
            file(draft, entry);
        }
    }

    private Map<String, String> facts(Entry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        entry.source().facts().forEach(fact -> facts.put(fact.label(), fact.value()));
        SourceFile file = entry.source().file();
        if (file != null) {
            facts.put(text("file"), file.fileName());
            facts.put(text("size"), text("size.value", String.format(pack.language().locale(), "%,d", file.size())));
            facts.put(text("sha256"), file.sha256());
        }
        return facts;
    }

    private void file(LetterDraft draft, Entry entry) {
        if (entry.shortened()) {
            draft.paragraph(text("fileHeld", entry.item().redactionNote()));
        } else if (entry.source().file().picture()) {
            draft.picture(entry.bytes(), entry.title());
        } else {
            draft.paragraph(text("attached"));
        }
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(pack.language(), "referral.pack." + key, args);
    }
}
