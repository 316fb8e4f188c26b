package org.probity.files;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A picture to be given away as a file, without what it says of whoever took it. */
public final class PlainPicture {

    private static final Logger LOG = Logger.getLogger(PlainPicture.class.getName());

    private PlainPicture() {
    }

    /** A JPEG or PNG with only what is needed to see it; any other, and one that cannot be read, as it came. */
    public static byte[] of(String mediaType, byte[] bytes) {
        try {
            return switch (mediaType) {
                case "image/jpeg" -> PlainJpeg.of(bytes).turnable();
                case "image/png" -> PlainPng.of(bytes);
                default -> bytes;
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A picture is given as it came", e);
            return bytes;
        }
    }
}
