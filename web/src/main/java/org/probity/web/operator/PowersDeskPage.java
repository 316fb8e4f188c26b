package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerChanges;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;

/** Changes of power that a board cannot confirm itself, since it has no second administrator. */
@Named
@ViewScoped
public class PowersDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PowerChanges changes;

    @Inject
    private Boards boards;

    @Inject
    private PageActions pageActions;

    private String slug;

    /** @throws Refusal FORBIDDEN for everybody but the operator, NOT_FOUND where there is no such board */
    public void load() {
        if (boards.find(slug).isEmpty()) {
            throw Refusal.notFound();
        }
        getLines();
    }

    public List<PowerChanges.Line> getLines() {
        return CurrentBoard.call(slug, changes::waiting).stream().filter(PowerChanges.Line::operators).toList();
    }

    public void confirm(Long id, String name) {
        pageActions.run(() -> CurrentBoard.run(slug, () -> changes.confirm(id)), "/operator/boards/" + slug + "/powers", "administration.powers.confirmed", name);
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }
}
