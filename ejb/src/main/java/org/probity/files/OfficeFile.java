package org.probity.files;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.probity.access.CurrentCaller;
import org.probity.kernel.CountedStream;
import org.probity.kernel.HeapBudget;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/**
 * An office file, which is a ZIP of parts: what it is, whether it can be opened without swelling, and whether anything in it
 * acts or is fetched from elsewhere. Every part is unpacked and counted; what a part says of its own size is not believed. What
 * a file brings along counts with it. Few are looked through at once, and of one person one.
 */
final class OfficeFile {

    static final String OTHER = "documents.refused.notWhatItSays";
    static final String SWELLS = "documents.refused.swells";
    static final String ACTS = "documents.refused.acts";

    /** In megabytes (MiB), unpacked; four times the largest file taken. */
    static final int LARGEST = 100;

    private static final long MEGABYTE = 1024 * 1024;

    /** Of the heap, for one while it is looked through: {@link BoundedXml} takes less, and the parts lie on disk. */
    static final long MEMORY = 16 * MEGABYTE;

    private static final Duration TO_WAIT = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    /** Two at once keep two processors busy; whoever waits keeps a thread. */
    static final HeapBudget AT_ONCE = new HeapBudget(new HeapBudget.Limits(2 * MEMORY, 2, 1, 8, true, TO_WAIT));

    /** Nothing that people write is packed as small; below {@link #SMALL} it does not matter. */
    private static final int MOST_PACKED = 100;
    private static final long SMALL = 20 * MEGABYTE;
    private static final int MOST_PARTS = 2_000;
    private static final int HEAD = 8;

    /** What begins a ZIP. */
    private static final String ZIP = "PK\u0003\u0004";

    /** Bytes; of a part there are 46 and its name. */
    private static final long LONGEST_DIRECTORY = MEGABYTE;

    /** Programs, and the container of macros and of objects that belong to other programs. */
    private static final List<String> ACTIVE = List.of("MZ", "\u00d0\u00cf\u0011\u00e0", "7z\u00bc\u00af", "Rar!", "\u007fELF", "#!", "\u001f\u008b");
    private static final List<String> ACTIVE_FOLDERS = List.of("basic/", "scripts/", "word/activex/", "xl/activex/", "xl/macrosheets/", "xl/externallinks/", "customui/");

    /** What may still be unpacked, of the file and what it brings along together. */
    private static final class Left {

        private long bytes;
        private int parts = MOST_PARTS;

        Left(long bytes) {
            this.bytes = bytes;
        }

        /** Stops where it has become too much. @param most of this part; it may be less */
        InputStream count(InputStream part, long most) {
            long until = Math.max(0, bytes - most);
            return new CountedStream(part, read -> {
                bytes -= read;
                if (bytes < until) {
                    throw new UnpackedTooLarge();
                }
            });
        }
    }

    private final FileType type;
    private final Left left;
    private final boolean nested;

    private OfficeFile(FileType type, Left left, boolean nested) {
        this.type = type;
        this.left = left;
        this.nested = nested;
    }

    /**
     * What is wrong with it, as a message key.
     *
     * @throws TryAgainLater where others are being looked through, of this person or of other people
     */
    static Optional<String> problem(FileType type, byte[] bytes) {
        Long person = CurrentCaller.get().accountId();
        takeTurn(person);
        try {
            return Optional.ofNullable(new OfficeFile(type, new Left(allowed(bytes.length)), false).read(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            AT_ONCE.giveBack(person, MEMORY);
        }
    }

    private static void takeTurn(Long person) {
        HeapBudget.Answer answer = AT_ONCE.take(person, MEMORY);
        if (answer == HeapBudget.Answer.YOURS) {
            throw new TryAgainLater(Refusal.Kind.TOO_MANY, COME_BACK, "frame.uploads.yours");
        } else if (answer == HeapBudget.Answer.OTHERS) {
            throw new TryAgainLater(Refusal.Kind.UNAVAILABLE, COME_BACK, "frame.uploads.others");
        }
    }

    private static long allowed(long packed) {
        return Math.min(LARGEST * MEGABYTE, Math.max(SMALL, packed * MOST_PACKED));
    }

    /** Through a file, whose parts can be read in any order while none of it is in memory. */
    private String read(InputStream bytes) throws IOException {
        Path copy = Files.createTempFile("probity", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                bytes.transferTo(out);
            }
            String problem = frame(copy);
            return problem == null ? read(copy) : problem;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private String read(Path copy) throws IOException {
        try (ZipFile archive = new ZipFile(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE)) {
            return isOfType(archive) ? parts(archive) : OTHER;
        } catch (ZipException | EOFException e) {
            return OTHER;
        }
    }

    /** What is wrong with where it begins and ends: whoever opens it reads the list of its parts whole, before any part. */
    private static String frame(Path copy) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "r")) {
            ArchiveEnd end = ArchiveEnd.of(file).filter(ArchiveEnd::isOfOneFile).orElse(null);
            if (end == null || !starts(file, ZIP)) {
                return OTHER;
            }
            return end.parts() > MOST_PARTS || end.size() > LONGEST_DIRECTORY ? SWELLS : null;
        }
    }

    private static boolean starts(RandomAccessFile file, String with) throws IOException {
        byte[] start = new byte[with.length()];
        file.seek(0);
        file.readFully(start);
        return starts(start, with);
    }

    private boolean isOfType(ZipFile archive) throws IOException {
        return switch (type) {
            case DOCX -> archive.getEntry("word/document.xml") != null;
            case XLSX -> archive.getEntry("xl/workbook.xml") != null;
            default -> type.mediaType().equals(declared(archive));
        };
    }

    /** What an OpenDocument file says it is. */
    private static String declared(ZipFile archive) throws IOException {
        ZipEntry entry = archive.getEntry("mimetype");
        return entry == null ? "" : new String(archive.getInputStream(entry).readNBytes(100), StandardCharsets.US_ASCII);
    }

    private String parts(ZipFile archive) throws IOException {
        Set<String> names = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = archive.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (left.parts-- < 0) {
                return SWELLS;
            }
            if (!names.add(name) || name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                return OTHER;
            }
            String problem = isActive(name) ? ACTS : part(archive, entry, name);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static boolean isActive(String name) {
        return name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml") || ACTIVE_FOLDERS.stream().anyMatch(name::startsWith);
    }

    private String part(ZipFile archive, ZipEntry entry, String name) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] head = in.readNBytes(HEAD);
            if (ACTIVE.stream().anyMatch(start -> starts(head, start))) {
                return ACTS;
            }
            if (starts(head, ZIP)) {
                return within(archive, entry, name);
            }
        }
        try (InputStream in = left.count(archive.getInputStream(entry), OfficePart.isRead(name) ? SMALL : left.bytes)) {
            if (OfficePart.isRead(name)) {
                return OfficePart.isQuiet(in) ? null : ACTS;
            }
            in.transferTo(OutputStream.nullOutputStream());
            return null;
        } catch (UnpackedTooLarge e) {
            return SWELLS;
        }
    }

    /** A chart brings its table along; that is looked through like the file itself, and may bring nothing more. */
    private String within(ZipFile archive, ZipEntry entry, String name) throws IOException {
        FileType inside = name.endsWith(".xlsx") ? FileType.XLSX : name.endsWith(".docx") ? FileType.DOCX : null;
        if (nested || inside == null || !name.contains("/embeddings/")) {
            return ACTS;
        }
        try (InputStream in = left.count(archive.getInputStream(entry), CheckedFile.LARGEST * MEGABYTE)) {
            return new OfficeFile(inside, left, true).read(in);
        } catch (UnpackedTooLarge e) {
            return SWELLS;
        }
    }

    private static boolean starts(byte[] bytes, String with) {
        return bytes.length >= with.length() && new String(bytes, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }
}
