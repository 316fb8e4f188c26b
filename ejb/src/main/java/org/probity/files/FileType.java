package org.probity.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file a case may hold, each with the endings it goes by and what its first bytes must say. */
public enum FileType {
    PDF("application/pdf", true, List.of("pdf"), Set.of("application/pdf")),
    PNG("image/png", true, List.of("png"), Set.of("image/png")),
    JPEG("image/jpeg", true, List.of("jpg", "jpeg"), Set.of("image/jpeg")),
    GIF("image/gif", true, List.of("gif"), Set.of("image/gif")),
    WEBP("image/webp", true, List.of("webp"), Set.of("image/webp")),
    TXT("text/plain", true, List.of("txt"), Set.of("text/plain")),
    CSV("text/csv", false, List.of("csv"), Set.of("text/plain", "text/csv")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, List.of("docx"), Set.of()),
    ODT("application/vnd.oasis.opendocument.text", false, List.of("odt"), Set.of()),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, List.of("xlsx"), Set.of()),
    MP4("video/mp4", true, List.of("mp4"), Set.of("video/mp4", "application/mp4", "video/x-m4v")),
    MOV("video/quicktime", false, List.of("mov"), Set.of("video/quicktime", "application/quicktime")),
    MP3("audio/mpeg", true, List.of("mp3"), Set.of("audio/mpeg")),
    M4A("audio/mp4", true, List.of("m4a"), Set.of("audio/mp4", "application/mp4", "video/mp4", "video/quicktime")),
    EML("message/rfc822", false, List.of("eml"), Set.of("message/rfc822", "text/plain")),
    HTML("text/html", false, List.of("html", "htm"), Set.of("text/html", "application/xhtml+xml"));

    private final String mediaType;
    private final boolean inline;
    private final List<String> endings;
    private final Set<String> contents;

    FileType(String mediaType, boolean inline, List<String> endings, Set<String> contents) {
        this.mediaType = mediaType;
        this.inline = inline;
        this.endings = endings;
        this.contents = contents;
    }

    /** The type a file's name claims, or none where that ending is not taken. */
    static Optional<FileType> named(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).findFirst();
    }

    /** Every ending that is taken, for the person to read. */
    public static String allowed() {
        return String.join(", ", Arrays.stream(values()).flatMap(type -> type.endings.stream()).toList());
    }

    /** What it is sent as. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it on a page of ours; anything else is for download only. */
    public boolean inline() {
        return inline;
    }

    /** Office files are packed; what they are is written inside. */
    boolean packed() {
        return contents.isEmpty();
    }

    /** Whether bytes found to be of that media type fit this type. */
    boolean fits(String found) {
        return contents.contains(found);
    }
}
