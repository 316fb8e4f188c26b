package org.probity.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG without what it says of itself: of its chunks only those that are needed to draw it (PNG, third edition, 4.7). */
final class PlainPng {

    private static final int HEAD = 8;

    /** A chunk's length, name and sum. */
    private static final int AROUND = 12;
    private static final String LAST = "IEND";

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", LAST, "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
            "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private PlainPng() {
    }

    /** @throws IOException where it breaks off */
    static byte[] of(byte[] png) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, Math.min(HEAD, png.length));
        String name = "";
        for (int at = HEAD; !name.equals(LAST);) {
            if (png.length - at < AROUND) {
                throw new IOException("A picture breaks off");
            }
            long whole = Integer.toUnsignedLong(ByteBuffer.wrap(png).getInt(at)) + AROUND;
            if (whole > png.length - at) {
                throw new IOException("A picture breaks off");
            }
            name = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (NEEDED.contains(name)) {
                out.write(png, at, (int) whole);
            }
            at += (int) whole;
        }
        return out.toByteArray();
    }
}
