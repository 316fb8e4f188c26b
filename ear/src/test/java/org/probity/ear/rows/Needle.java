package org.probity.ear.rows;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A word looked for in a file of any size, as a string of letters of one byte. */
final class Needle {

    private Needle() {
    }

    static boolean isIn(Path file, String word) throws IOException {
        byte[] sought = word.getBytes(StandardCharsets.ISO_8859_1);
        byte[] last = new byte[sought.length];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int read = in.read(), at = 0; read >= 0; read = in.read(), at++) {
                last[at % last.length] = (byte) read;
                if (read == sought[sought.length - 1] && at >= last.length - 1 && ends(last, at, sought)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean ends(byte[] last, int at, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (last[(at + 1 + i) % last.length] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
