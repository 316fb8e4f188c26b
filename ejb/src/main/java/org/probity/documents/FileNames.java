package org.probity.documents;

import java.text.Normalizer;

/** Makes a file name that came from outside safe to show, to save under and to put into a header. */
final class FileNames {

    private static final int LONGEST = 150;

    private FileNames() {
    }

    /** Without folders, control or direction signs, reserved characters, and not too long; the ending stays. */
    static String safe(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*;%]", "_").replaceAll("\\s+", " ").replaceAll("^[. ]+(?=.*\\.)|[. ]+$", "");
        return shorten(plain);
    }

    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        if (dot == 0 || stem.isBlank()) {
            return "file" + ending;
        }
        int room = Math.max(1, LONGEST - Math.min(ending.length(), 20));
        return stem.length() <= room ? name : stem.substring(0, room).strip() + ending;
    }
}
