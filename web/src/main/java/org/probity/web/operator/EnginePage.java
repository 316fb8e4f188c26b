package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.web.faces.PageActions;
import org.probity.worklist.EngineHealth;
import org.probity.worklist.EngineHealth.Counts;
import org.probity.worklist.EngineHealth.Incident;

/** How the clockwork fares, with a way to try again what failed. */
@Named
@ViewScoped
public class EnginePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    private EngineHealth health;

    @Inject
    private PageActions pageActions;

    private int page = 1;

    public void load() {
        health.counts();
    }

    public Counts getCounts() {
        return health.counts();
    }

    public List<Incident> getIncidents() {
        return health.incidents(Math.max(0, page - 1), SIZE);
    }

    public long getTotal() {
        return health.incidentCount();
    }

    public void retry(String id) {
        pageActions.run(() -> health.retry(id), "/operator/engine", "operator.engine.retried");
    }

    public int getSize() {
        return SIZE;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
