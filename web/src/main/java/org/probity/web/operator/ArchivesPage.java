package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.archive.ArchiveRun;
import org.probity.archive.Archives;
import org.probity.archive.Archives.BoardLine;
import org.probity.archivefile.ArchiveFolder.Archive;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Text;

/** Whole boards: opened again, taken into archives, and what is being done with them. */
@Named
@ViewScoped
public class ArchivesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String HERE = "/operator/archives";

    @Inject
    private Archives archives;

    @Inject
    private PageActions pageActions;

    @Inject
    private Text text;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the operator */
    public void load() {
        archives.runs();
    }

    /** By which other installations know the archives of this one. */
    public String getFingerprint() {
        return archives.fingerprint();
    }

    public List<BoardLine> getBoards() {
        return archives.boards();
    }

    public List<Archive> getFiles() {
        return archives.files();
    }

    public List<ArchiveRun> getRuns() {
        return archives.runs();
    }

    /** Empty where nobody knows, since the archive could not be opened. */
    public String board(ArchiveRun run) {
        return run.slug().equals(ArchiveRun.UNKNOWN) ? "" : run.slug();
    }

    /** Why it was refused, in words. */
    public String problem(ArchiveRun run) {
        return run.problem() == null ? "" : text.of(run.problem(), run.problemWords().toArray());
    }

    public void export(String slug) {
        pageActions.run(() -> archives.export(slug), HERE, "operator.archives.begun");
    }

    public void open(String slug) {
        pageActions.run(() -> archives.open(slug), HERE, "operator.archives.opened", slug);
    }
}
