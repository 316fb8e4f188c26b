package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.probity.casework.InvestigationQueries;
import org.probity.investigation.CaseLine;
import org.probity.investigation.Stage;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;

/** Cases by words of their reference, their title or their report, or by a name, the newest first. */
@Named
@RequestScoped
public class SearchPage {

    private static final int SIZE = 25;

    @Inject
    private InvestigationQueries investigations;

    private String text;
    private Stage stage;
    private int page = 1;
    private Page<CaseLine> found = new Page<>(List.of(), 0);

    public void load() {
        try {
            found = investigations.search(text, stage, Math.max(0, page - 1), SIZE);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null || refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.UNAVAILABLE) {
                throw e;
            }
            PageActions.show(refusal);
        }
    }

    public List<CaseLine> getRows() {
        return found.items();
    }

    public long getTotal() {
        return found.total();
    }

    /** Of what is searched for, no more are found. */
    public boolean isMore() {
        return text != null && !text.isBlank() && found.total() >= InvestigationQueries.FOUND;
    }

    public int getSize() {
        return SIZE;
    }

    public boolean isNarrowed() {
        return stage != null || text != null && !text.isBlank();
    }

    public List<Stage> getStages() {
        return List.of(Stage.values());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getStage() {
        return stage == null ? null : stage.name();
    }

    /** A stage there is not counts as none. */
    public void setStage(String name) {
        this.stage = Stream.of(Stage.values()).filter(s -> s.name().equals(name)).findFirst().orElse(null);
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
