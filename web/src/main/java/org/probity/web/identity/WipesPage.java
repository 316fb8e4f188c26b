package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.archive.WipeStops;
import org.probity.web.faces.PageActions;

/** Boards that are to be wiped, for their administrators: the board itself is closed and shows them nothing. */
@Named
@RequestScoped
public class WipesPage {

    @Inject
    private WipeStops stops;

    @Inject
    private PageActions pageActions;

    private List<WipeStops.Line> lines;

    public List<WipeStops.Line> getLines() {
        if (lines == null) {
            lines = stops.mine(OwnSession.session());
        }
        return lines;
    }

    public String name(WipeStops.Line line) {
        return line.board().name(CurrentCaller.get().language());
    }

    public void stop(WipeStops.Line line) {
        pageActions.run(() -> stops.stop(OwnSession.session(), line.slug()), "/account", "identity.wipe.stopped", name(line));
    }
}
