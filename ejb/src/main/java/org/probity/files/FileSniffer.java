package org.probity.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Finds out what bytes are, whatever their name says. */
final class FileSniffer {

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private FileSniffer() {
    }

    /** What is wrong with bytes that are said to be of that type, as a message key. */
    static Optional<String> problem(FileType type, byte[] bytes) {
        if (type.packed()) {
            return OfficeFile.problem(type, bytes);
        }
        if (!agrees(type, bytes) || ArchiveEnd.hangsOn(bytes)) {
            return Optional.of(OfficeFile.OTHER);
        }
        return PictureSize.isTooLarge(type, bytes) ? Optional.of("documents.refused.picture") : Optional.empty();
    }

    private static boolean agrees(FileType type, byte[] bytes) {
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
}
