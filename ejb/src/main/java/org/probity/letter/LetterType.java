package org.probity.letter;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The typefaces and sizes of a letter. Liberation Sans is embedded: the fonts every PDF reader has know no Ŵ or Ŷ.
 *
 * @param font with size and colour
 * @param leading from one baseline to the next, in points
 */
record LetterType(Font font, float leading) {

    static final Color INK = new Color(0x1d, 0x23, 0x2a);
    static final Color QUIET = new Color(0x4f, 0x5a, 0x65);

    private static final BaseFont PLAIN = load("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = load("LiberationSans-Bold.ttf");

    static LetterType body() {
        return new LetterType(new Font(PLAIN, 11, Font.UNDEFINED, INK), 15.5f);
    }

    static LetterType strong() {
        return new LetterType(new Font(BOLD, 11, Font.UNDEFINED, INK), 15.5f);
    }

    static LetterType heading() {
        return new LetterType(new Font(BOLD, 13, Font.UNDEFINED, INK), 17);
    }

    static LetterType title() {
        return new LetterType(new Font(BOLD, 20, Font.UNDEFINED, INK), 25);
    }

    static LetterType small() {
        return new LetterType(new Font(PLAIN, 9, Font.UNDEFINED, QUIET), 12.5f);
    }

    static LetterType letterhead(Color accent) {
        return new LetterType(new Font(BOLD, 15, Font.UNDEFINED, accent), 19);
    }

    /** Text this typeface can show: a sign it lacks, such as an emoji, is written out as its name. */
    String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.replace('\t', ' ').replace("\r", "").codePoints().forEach(sign -> {
            if (sign == '\n' || font.getBaseFont().charExists(sign)) {
                shown.appendCodePoint(sign);
            } else if (Character.getType(sign) != Character.NON_SPACING_MARK && Character.getType(sign) != Character.FORMAT) {
                shown.append('[').append(name(sign)).append(']');
            }
        });
        return shown.toString();
    }

    /** A colour dark enough to be read on white (WCAG 2.2, 4.5 to 1), as close to the accent as can be. */
    static Color readable(String accent) {
        Color colour = Color.decode(accent);
        while (1.05 / (luminance(colour) + 0.05) < 4.5) {
            colour = new Color(colour.getRed() * 9 / 10, colour.getGreen() * 9 / 10, colour.getBlue() * 9 / 10);
        }
        return colour;
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String name(int sign) {
        String name = Character.getName(sign);
        return name == null ? "?" : name.toLowerCase(Locale.ROOT);
    }

    /** The list of glyphs in use is left out: the one OpenPDF writes is not the one PDF/UA asks for, and none is needed. */
    private static BaseFont load(String file) {
        try (InputStream in = LetterType.class.getClassLoader().getResourceAsStream("liberation/" + file)) {
            BaseFont font = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
