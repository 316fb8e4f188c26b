package org.probity.web.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import org.probity.access.CurrentCaller;
import org.probity.casework.Alleged;
import org.probity.letter.LetterTexts;

/** What is alleged, in the words of the letter that puts it to the subject, so that page and letter never say different things. */
@Named
@ApplicationScoped
public class AllegedWords {

    public String getTitle() {
        return text("");
    }

    /** By when they may answer. */
    public String answer(Instant by) {
        return text(".answer", by);
    }

    public String clause(Alleged.AllegedLine one) {
        return text(".clause", one.clause());
    }

    public String getAbout() {
        return text(".about");
    }

    private static String text(String key, Object... args) {
        return LetterTexts.get(CurrentCaller.get().language(), "investigation.alleged" + key, args);
    }
}
