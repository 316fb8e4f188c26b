package org.probity.web.http;

/** A board's colour, darkened as far as white text on it needs (WCAG 2.2, 1.4.3: at least 4.5 to 1). */
final class Accent {

    private static final double ENOUGH = 4.5;
    private static final String FALLBACK = "#1d5a6b";

    private Accent() {
    }

    /** @param colour {@code #rrggbb}; anything else gives Probity's own colour */
    static String readable(String colour) {
        if (colour == null || !colour.matches("#[0-9a-fA-F]{6}")) {
            return FALLBACK;
        }
        int rgb = Integer.parseInt(colour.substring(1), 16);
        while (contrastWithWhite(rgb) < ENOUGH) {
            rgb = darker(rgb);
        }
        return String.format("#%06x", rgb);
    }

    static double contrastWithWhite(int rgb) {
        double luminance = 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 1.05 / (luminance + 0.05);
    }

    private static int darker(int rgb) {
        return (rgb >> 16 & 255) * 9 / 10 << 16 | (rgb >> 8 & 255) * 9 / 10 << 8 | (rgb & 255) * 9 / 10;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
