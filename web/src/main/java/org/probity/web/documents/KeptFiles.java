package org.probity.web.documents;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.probity.documents.Documents;
import org.probity.documents.Upload;
import org.probity.kernel.Refusal;
import org.probity.web.kernel.Uploads;

/** Files chosen in a form of several pages, checked as they come in and kept until the form is sent. */
public final class KeptFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MEGABYTE = 1024 * 1024;

    /** All together, in megabytes: as much as one file may have. */
    private static final int LARGEST = 25;

    private record Kept(String fileName, byte[] bytes) implements Serializable {
    }

    private final ArrayList<Kept> files = new ArrayList<>();

    /**
     * Adds what was chosen for that case; a file of a name that is there already takes its place.
     *
     * @throws Refusal on field {@code file} where a file is not one we take, the case takes none, or all are too large together; then none is added
     */
    public void add(String reference, List<Part> parts, Documents documents) {
        List<Upload> chosen = Uploads.all(parts, "file");
        chosen.forEach(file -> documents.check(reference, file.fileName(), file.bytes()));
        long size = chosen.stream().mapToLong(f -> f.bytes().length).sum() + files.stream().mapToLong(f -> f.bytes().length).sum();
        if (size > (long) LARGEST * MEGABYTE) {
            throw Refusal.tooLarge("file", "documents.refused.together", LARGEST);
        }
        chosen.forEach(file -> {
            files.removeIf(kept -> kept.fileName().equals(file.fileName()));
            files.add(new Kept(file.fileName(), file.bytes()));
        });
    }

    public void remove(String fileName) {
        files.removeIf(kept -> kept.fileName().equals(fileName));
    }

    public List<String> getNames() {
        return files.stream().map(Kept::fileName).toList();
    }

    /** The names, one a line. */
    public String getList() {
        return String.join("\n", getNames());
    }

    public List<Upload> uploads() {
        return files.stream().map(kept -> new Upload(kept.fileName(), kept.bytes())).toList();
    }
}
