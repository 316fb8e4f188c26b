package org.probity.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An office file, which is a ZIP of parts: what it is, whether it can be opened without swelling, and whether anything in it
 * acts or is fetched from elsewhere. Every part is unpacked and counted; what a part says of its own size is not believed.
 */
final class OfficeFile {

    static final String OTHER = "documents.refused.notWhatItSays";
    static final String SWELLS = "documents.refused.swells";
    static final String ACTS = "documents.refused.acts";

    /** In megabytes (MiB), unpacked; four times the largest file taken. */
    static final int LARGEST = 100;

    private static final long MEGABYTE = 1024 * 1024;

    /** Nothing that people write is packed as small; below {@link #SMALL} it does not matter. */
    private static final int MOST_PACKED = 100;
    private static final long SMALL = 20 * MEGABYTE;
    private static final int MOST_PARTS = 2_000;
    private static final int HEAD = 8;

    /** What begins a ZIP, and the size of what ends it where no comment follows. */
    private static final String ZIP = "PK\u0003\u0004";
    private static final String END = "PK\u0005\u0006";
    private static final int END_SIZE = 22;
    private static final String ENTRY = "PK\u0001\u0002";
    private static final int DIRECTORY_SIZE = 12;

    /** With the longest comment. */
    private static final int LONGEST_END = END_SIZE + 0xffff;

    /** Programs, and the container of macros and of objects that belong to other programs. */
    private static final List<String> ACTIVE = List.of("MZ", "\u00d0\u00cf\u0011\u00e0", "7z\u00bc\u00af", "Rar!", "\u007fELF", "#!", "\u001f\u008b");
    private static final List<String> ACTIVE_FOLDERS = List.of("basic/", "scripts/", "word/activex/", "xl/activex/", "xl/macrosheets/", "xl/externallinks/", "customui/");

    private final FileType type;
    private final boolean nested;
    private long left;

    private OfficeFile(FileType type, long allowed, boolean nested) {
        this.type = type;
        this.left = allowed;
        this.nested = nested;
    }

    /** What is wrong with it, as a message key. */
    static Optional<String> problem(FileType type, byte[] bytes) {
        return Optional.ofNullable(new OfficeFile(type, allowed(bytes.length), false).read(bytes));
    }

    private static long allowed(long packed) {
        return Math.min(LARGEST * MEGABYTE, Math.max(SMALL, packed * MOST_PACKED));
    }

    private String read(byte[] bytes) {
        if (!starts(bytes, ZIP) || !isWhole(bytes)) {
            return OTHER;
        }
        Path copy = null;
        try {
            copy = Files.createTempFile("probity", ".zip");
            Files.write(copy, bytes);
            try (ZipFile archive = new ZipFile(copy.toFile())) {
                return isOfType(archive) ? parts(archive) : OTHER;
            }
        } catch (ZipException e) {
            return OTHER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    /** Whether an archive hangs on to a file of another kind, so that it is one thing to one program and another to the next. */
    static boolean hangsOn(byte[] bytes) {
        for (int at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - LONGEST_END); at--) {
            if (bytes[at] == 'P' && starts(bytes, at, END)) {
                long size = unsigned(bytes, at + DIRECTORY_SIZE);
                if (size <= at && starts(bytes, (int) (at - size), ENTRY)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long unsigned(byte[] bytes, int at) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at));
    }

    /** It ends where the archive ends: nothing else is hung on to it. */
    private static boolean isWhole(byte[] bytes) {
        return bytes.length >= END_SIZE && starts(bytes, bytes.length - END_SIZE, END);
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
            if (names.size() > MOST_PARTS) {
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
        try (Counted in = new Counted(archive.getInputStream(entry), OfficePart.isRead(name) ? SMALL : left)) {
            if (OfficePart.isRead(name)) {
                return OfficePart.isQuiet(in) ? null : ACTS;
            }
            in.transferTo(OutputStream.nullOutputStream());
            return null;
        } catch (Counted.TooMuch e) {
            return SWELLS;
        }
    }

    /** A chart brings its table along; that is looked through like the file itself, and may bring nothing more. */
    private String within(ZipFile archive, ZipEntry entry, String name) throws IOException {
        FileType inside = name.endsWith(".xlsx") ? FileType.XLSX : name.endsWith(".docx") ? FileType.DOCX : null;
        if (nested || inside == null || !name.contains("/embeddings/")) {
            return ACTS;
        }
        try (Counted in = new Counted(archive.getInputStream(entry), left)) {
            return new OfficeFile(inside, left, true).read(in.readAllBytes());
        } catch (Counted.TooMuch e) {
            return SWELLS;
        }
    }

    private static boolean starts(byte[] bytes, String with) {
        return starts(bytes, 0, with);
    }

    private static boolean starts(byte[] bytes, int at, String with) {
        return bytes.length >= at + with.length() && new String(bytes, at, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part while it is unpacked, which stops where all parts together have become too much. */
    private final class Counted extends FilterInputStream {

        private static final class TooMuch extends IOException {

            private static final long serialVersionUID = 1L;
        }

        private long most;

        /** @param most of this part */
        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = super.read(buffer, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws TooMuch {
            left -= bytes;
            most -= bytes;
            if (left < 0 || most < 0) {
                throw new TooMuch();
            }
        }
    }
}
