package org.probity.web.signon;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.signon.ProviderMembers;
import org.probity.web.faces.PageActions;

/** Whom the board's provider has vouched for, with a way to unlink them. */
@Named
@ViewScoped
public class ProviderMembersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ProviderMembers members;

    @Inject
    private PageActions pageActions;

    private transient List<ProviderMembers.Line> rows;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the administrator */
    public void load() {
        rows = members.all();
    }

    public void unlink(Long memberId, String name) {
        pageActions.run(() -> members.unlink(memberId), "single-sign-on/members", "signon.members.unlinked", name);
    }

    public List<ProviderMembers.Line> getRows() {
        if (rows == null) {
            load();
        }
        return rows;
    }
}
