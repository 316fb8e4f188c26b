package org.probity.documents;

import java.time.Instant;
import org.probity.files.FileType;
import org.probity.kernel.Language;

/**
 * A file in a list.
 *
 * @param size in bytes
 * @param sha256 lower-case hex
 * @param language of a letter or pack, or null
 */
public record DocumentRow(Long id, String reference, Document.Kind kind, String title, String fileName, FileType type,
        long size, String sha256, Language language, Instant createdAt, String createdBy) {

    public String mediaType() {
        return type.mediaType();
    }

    /** Whether a browser may show it on a page of ours; anything else is for download only. */
    public boolean inline() {
        return type.inline();
    }
}
