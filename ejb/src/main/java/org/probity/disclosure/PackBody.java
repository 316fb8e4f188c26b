package org.probity.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.probity.disclosure.PackContents.Entry;
import org.probity.disclosure.PackSource.SourceFile;
import org.probity.letter.LetterDraft;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;
import org.probity.letter.PictureBudget;

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
        if (!entry.shortened()) {
            return isUndrawn(entry) ? "\n" + text("undrawn", PictureBudget.MEGAPIXELS) : "";
        }
        String key = entry.source().file() == null ? "taken" : "why";
        return "\n" + text(key, entry.item().redactionNote());
    }

    private void item(LetterDraft draft, Entry entry) {
        draft.heading(text("item", entry.number(), entry.title()));
        if (entry.shortened()) {
            shortened(draft, entry);
            return;
        }
        draft.facts(facts(entry));
        entry.source().passages().forEach(passage -> draft.paragraph(passage.caption()).quote(passage.words()));
        if (entry.source().file() != null) {
            file(draft, entry);
        }
    }

    /** Nothing but the note and what is left: address, name and hash would tell what was taken out. */
    private void shortened(LetterDraft draft, Entry entry) {
        if (entry.item().redactedText() == null) {
            draft.paragraph(text("fileHeld", entry.item().redactionNote()));
        } else {
            draft.paragraph(text("shortened", entry.item().redactionNote())).quote(entry.item().redactedText());
        }
    }

    private Map<String, String> facts(Entry entry) {
        Map<String, String> facts = entry.facts();
        SourceFile file = entry.source().file();
        if (file != null) {
            facts.put(text("file"), file.fileName());
            facts.put(text("size"), text("size.value", String.format(pack.language().locale(), "%,d", file.size())));
            facts.put(text("sha256"), file.sha256());
        }
        return facts;
    }

    private void file(LetterDraft draft, Entry entry) {
        if (entry.isPicture()) {
            draft.picture(entry.bytes(), entry.title());
        } else {
            draft.paragraph(isUndrawn(entry) ? text("undrawn", PictureBudget.MEGAPIXELS) : null).paragraph(text("attached"));
        }
        draft.paragraph(isPlain(entry) ? text("plain") : null);
    }

    /** As {@link org.probity.files.PlainPicture} does it, and as every picture is that is drawn. */
    private static boolean isPlain(Entry entry) {
        return entry.isPicture() || isUndrawn(entry) && !entry.source().file().mediaType().equals("image/gif");
    }

    private static boolean isUndrawn(Entry entry) {
        return entry.attached() && entry.source().file().picture();
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(pack.language(), "referral.pack." + key, args);
    }
}
