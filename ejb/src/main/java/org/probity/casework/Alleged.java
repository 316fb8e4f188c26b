package org.probity.casework;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.investigation.Allegation;
import org.probity.kernel.Language;
import org.probity.letter.LetterDraft;
import org.probity.letter.LetterTexts;
import org.probity.policy.Clause;

/**
 * One allegation as it is put to the subject in writing: which clause, in words, and what it is about.
 *
 * @param about an address, or what they are asked; as whoever asks has written it
 */
public record Alleged(Allegation allegation, Clause clause, String about) {

    /** The same as it is shown, in the reader's language. */
    public record AllegedLine(Long allegationId, String clause, String clauseText, String about) {
    }

    public AllegedLine in(Language language) {
        return new AllegedLine(allegation.id(), allegation.clauseNumber(), clause.text(language), about);
    }

    /** The time there is to answer, as a letter says it. @param days working days from the day of service; null where the end is certain */
    public static String by(Language language, Instant end, Integer days) {
        return days == null ? LetterTexts.get(language, "investigation.alleged.answer", end)
                : LetterTexts.get(language, "investigation.alleged.answerDays", days);
    }

    /** What a letter says of them, with the time there is to answer each; nothing where it puts none. @param time such as {@link #by} */
    public static void write(LetterDraft draft, Language language, List<Alleged> all, String time) {
        if (all.isEmpty()) {
            return;
        }
        draft.heading(LetterTexts.get(language, "investigation.alleged"))
                .paragraph(time);
        for (Alleged one : all) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(LetterTexts.get(language, "investigation.alleged.clause", one.allegation().clauseNumber()), one.clause().text(language));
            facts.put(LetterTexts.get(language, "investigation.alleged.about"), one.about());
            draft.facts(facts);
        }
    }
}
