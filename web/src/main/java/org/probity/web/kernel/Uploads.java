package org.probity.web.kernel;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.probity.documents.Upload;
import org.probity.kernel.Refusal;

/** Reads the files somebody chose in a form. What they hold is checked by the service that keeps them. */
public final class Uploads {

    /** Largest file read into memory, in bytes; no service keeps a larger one. */
    private static final long LARGEST = 25L * 1024 * 1024;

    private Uploads() {
    }

    /**
     * The chosen file, or null where none was chosen.
     *
     * @throws Refusal TOO_LARGE on the field
     */
    public static Upload of(Part part, String field) {
        if (part == null || part.getSubmittedFileName() == null || part.getSubmittedFileName().isBlank()) {
            return null;
        }
        if (part.getSize() > LARGEST) {
            throw Refusal.tooLarge(field, "kernel.refused.tooLarge", LARGEST / (1024 * 1024));
        }
        try (var in = part.getInputStream()) {
            return new Upload(part.getSubmittedFileName(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every chosen file of a field that takes several. */
    public static List<Upload> all(List<Part> parts, String field) {
        return parts == null ? List.of() : parts.stream().map(part -> of(part, field)).filter(Objects::nonNull).toList();
    }
}
