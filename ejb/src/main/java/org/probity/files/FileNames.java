package org.probity.files;

import java.text.Normalizer;
import org.probity.kernel.CodePoints;

/** Makes a file name that came from outside safe to show, to save under and to put into a header. */
final class FileNames {

    private static final int LONGEST = 150;
    private static final int ENDING = 20;

    /** In characters; what stands between the beginning and the ending of a longer name is not looked at. */
    private static final int READ = 2 * LONGEST;

    private FileNames() {
    }

    /** Without folders, control or direction signs, reserved characters, and not too long; the ending stays. */
    static String safe(String name) {
        String plain = seen(name).replaceAll("[<>:\"|?*;%]", "_").replaceAll("\\s+", " ");
        return shorten(trim(plain));
    }

    /** What it says, as it was written and with its words apart; the ending left out. */
    static String spoken(String name) {
        String seen = seen(name);
        String stem = seen.substring(0, seen.lastIndexOf('.') < 0 ? seen.length() : seen.lastIndexOf('.'));
        return stem + "\n" + stem.replace('_', ' ').replace('-', ' ').replace('+', ' ');
    }

    private static String seen(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(cut(last), Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "");
    }

    /** Before anything else looks at it. */
    static String cut(String name) {
        return name.length() <= READ ? name : name.substring(0, READ - ENDING) + name.substring(name.length() - ENDING);
    }

    /** Without dots and blanks at both ends; of those in front of an ending its own dot stays. */
    private static String trim(String name) {
        int start = 0;
        int end = name.length();
        while (start < name.lastIndexOf('.') && isEdge(name.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isEdge(char sign) {
        return sign == '.' || sign == ' ';
    }

    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        if (dot == 0 || stem.isBlank()) {
            return "file" + ending;
        }
        int room = Math.max(1, LONGEST - Math.min(ending.length(), ENDING));
        return stem.length() <= room ? name : CodePoints.first(stem, room).strip() + ending;
    }
}
