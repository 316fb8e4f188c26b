package org.probity.letter;

import java.time.LocalDate;
import java.util.List;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;

/**
 * A letter in one language, ready to be printed. Written with a {@link LetterDraft}.
 *
 * @param date the letter carries
 * @param addressee name first, then the lines below it
 * @param rights shown in a box of their own at the end; empty for none
 * @param signature name first, then role; empty for none
 */
public record LetterSheet(Board board, Language language, String reference, LocalDate date, List<String> addressee,
        String title, List<Block> blocks, List<String> rights, List<String> signature) {

    public LetterSheet {
        addressee = List.copyOf(addressee);
        blocks = List.copyOf(blocks);
        rights = List.copyOf(rights);
        signature = List.copyOf(signature);
    }

    /** One part of the body. */
    public sealed interface Block {
    }

    /** Also becomes a bookmark of the PDF. */
    public record Heading(String text) implements Block {
    }

    /** Line breaks in the text are kept. */
    public record Paragraph(String text) implements Block {
    }

    public record Bullets(List<String> items) implements Block {

        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** Labels and values side by side, as in a summary list. */
    public record Facts(List<Fact> facts) implements Block {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    public record Fact(String label, String value) {
    }

    /** Somebody's own words, set apart from ours. */
    public record Quote(String text) implements Block {
    }

    /**
     * A picture as large as the page allows, never enlarged.
     *
     * @param bytes PNG, JPEG or GIF
     * @param description what a person who cannot see it needs to know
     */
    public record Picture(byte[] bytes, String description) implements Block {
    }

    /** What follows starts on a new page. */
    public record NewPage() implements Block {
    }
}
