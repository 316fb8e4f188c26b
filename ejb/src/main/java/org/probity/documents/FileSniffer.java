package org.probity.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Finds out what bytes are, whatever their name says. */
final class FileSniffer {

    /** In bytes, ten times the largest file taken. */
    private static final long LARGEST_UNPACKED = 250L * 1024 * 1024;

    private static final int MOST_PARTS = 10_000;
    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private FileSniffer() {
    }

    /** Whether the bytes are of that type. */
    static boolean agrees(FileType type, byte[] bytes) {
        if (type.packed()) {
            return packedAs(type, bytes);
        }
        MediaType found = detect(bytes);
        return type.fits(found.toString()) || type.fits(MediaType.TEXT_PLAIN.toString()) && isText(found);
    }

    /** A mail or a program copied into a text file is text; a web page is not. */
    private static boolean isText(MediaType found) {
        return KNOWN.getMediaTypeRegistry().isSpecializationOf(found, MediaType.TEXT_PLAIN) && !FileType.HTML.fits(found.toString());
    }

    private static MediaType detect(byte[] bytes) {
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            return KNOWN.detect(in, new Metadata()).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the directory of the archive is read: nothing is unpacked that could swell. */
    private static boolean packedAs(FileType type, byte[] bytes) {
        Path copy = null;
        try {
            copy = Files.createTempFile("probity", ".zip");
            Files.write(copy, bytes);
            try (ZipFile archive = new ZipFile(copy.toFile())) {
                return holds(type, archive);
            }
        } catch (ZipException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private static boolean holds(FileType type, ZipFile archive) throws IOException {
        boolean macros = archive.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        return !macros && !swells(archive) && switch (type) {
            case DOCX -> archive.getEntry("word/document.xml") != null;
            case XLSX -> archive.getEntry("xl/workbook.xml") != null;
            default -> type.mediaType().equals(declared(archive));
        };
    }

    /** Whoever opens it would unpack more than any honest file holds. */
    private static boolean swells(ZipFile archive) {
        return archive.size() > MOST_PARTS || archive.stream().anyMatch(entry -> entry.getSize() < 0)
                || archive.stream().mapToLong(ZipEntry::getSize).sum() > LARGEST_UNPACKED;
    }

    /** What an OpenDocument file says it is. */
    private static String declared(ZipFile archive) throws IOException {
        ZipEntry entry = archive.getEntry("mimetype");
        return entry == null ? "" : new String(archive.getInputStream(entry).readNBytes(100), StandardCharsets.US_ASCII);
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
}
