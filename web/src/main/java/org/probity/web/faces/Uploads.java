package org.probity.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.probity.files.Upload;
import org.probity.kernel.Refusal;

/** Reads the files somebody chose in a form. What they hold is checked by the service that keeps them. */
public final class Uploads {

    /** Largest file read into memory, in bytes; no service keeps a larger one. */
    private static final long LARGEST = 25L * 1024 * 1024;

    private Uploads() {
    }

    /**
     * The chosen file, or null where none was chosen. Faces hands out nothing for a file without content, but whoever
     * keeps it shall say so: it is looked up in the request.
     *
     * @throws Refusal TOO_LARGE on the field
     */
    public static Upload of(Part part, String field) {
        return part != null ? read(part, field) : sent(field).stream().map(empty -> read(empty, field))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Collection<Part> sent(String field) {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        if (request.getContentType() == null || !request.getContentType().startsWith("multipart/")) {
            return List.of();
        }
        try {
            return request.getParts().stream().filter(part -> part.getName().equals(field)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Upload read(Part part, String field) {
        if (part.getSubmittedFileName() == null || part.getSubmittedFileName().isBlank()) {
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
        Collection<Part> chosen = parts == null || parts.isEmpty() ? sent(field) : parts;
        return chosen.stream().map(part -> read(part, field)).filter(Objects::nonNull).toList();
    }
}
