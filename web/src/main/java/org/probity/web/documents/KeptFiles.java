package org.probity.web.documents;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.probity.documents.Documents;
import org.probity.files.Upload;
import org.probity.kernel.Refusal;
import org.probity.web.documents.KeptFolder.Kept;
import org.probity.web.faces.Uploads;

/** Files chosen in a form of several pages, checked as they come in and kept until the form is sent. */
public final class KeptFiles implements Serializable {

    private static final long serialVersionUID = 3L;

    /** All together, in megabytes: as much as one file may have. */
    private static final int LARGEST = 25;

    private final ArrayList<Kept> files = new ArrayList<>();

    /**
     * Adds what was chosen for that case; a file of a name that is there already takes its place.
     *
     * @throws Refusal on field {@code file} where a file is not one we take, the case takes none, or all are too large together; then none is added
     */
    public void add(String reference, List<Part> parts, Documents documents, KeptFolder folder) {
        List<Upload> chosen = Uploads.all(parts, "file");
        Upload.requireFew(Stream.concat(files.stream().map(Kept::fileName), chosen.stream().map(Upload::fileName)).distinct().toList());
        unlessStopped(folder, () -> chosen.forEach(file -> documents.check(reference, file.fileName(), file.bytes())));
        long size = chosen.stream().mapToLong(f -> f.bytes().length).sum() + files.stream().mapToLong(Kept::length).sum();
        if (size > (long) LARGEST * KeptFolder.MEGABYTE) {
            throw Refusal.tooLarge("file", "documents.refused.together", LARGEST);
        }
        chosen.forEach(file -> {
            remove(file.fileName(), folder);
            files.add(folder.keep(reference, file));
        });
    }

    public void remove(String fileName, KeptFolder folder) {
        files.removeIf(kept -> {
            boolean named = kept.fileName().equals(fileName);
            if (named) {
                folder.drop(kept);
            }
            return named;
        });
    }

    public List<String> getNames() {
        return files.stream().map(Kept::fileName).toList();
    }

    /** The names, one a line. */
    public String getList() {
        return String.join("\n", getNames());
    }

    /** Hands them to whatever looks at them. @throws Refusal as {@link KeptFolder#hand} */
    public void hand(KeptFolder folder, Consumer<List<Upload>> work) {
        folder.hand(files, work);
    }

    /**
     * Hands them to whatever keeps them for good; then they lie here no more, nor where the case takes no file any more.
     *
     * @throws Refusal as {@link KeptFolder#hand}
     */
    public void send(KeptFolder folder, Consumer<List<Upload>> work) {
        unlessStopped(folder, () -> hand(folder, work));
        drop(folder);
    }

    /** Nothing of them lies here any more. */
    public void drop(KeptFolder folder) {
        files.forEach(folder::drop);
        files.clear();
    }

    /** A case that takes no file has none waiting for it either: to hold one may be an offence. */
    private void unlessStopped(KeptFolder folder, Runnable work) {
        try {
            work.run();
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.STATE && refused.problems().stream().anyMatch(problem -> "file".equals(problem.field()))) {
                drop(folder);
            }
            throw refused;
        }
    }
}
