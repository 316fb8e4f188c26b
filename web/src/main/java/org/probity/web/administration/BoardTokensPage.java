package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.kernel.Page;
import org.probity.token.ApiTokens;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Paging;

/** Every API token of the board. */
@Named
@ViewScoped
public class BoardTokensPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    private ApiTokens tokens;

    @Inject
    private PageActions pageActions;

    private String page;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an administrator */
    public void load() {
        getLines();
    }

    public List<ApiTokens.TokenLine> getLines() {
        return lines().items();
    }

    /** How many there are on all pages. */
    public long getTotal() {
        return lines().total();
    }

    private Page<ApiTokens.TokenLine> lines() {
        return tokens.all(getPlace() - 1, SIZE);
    }

    /** Which page of the list, from 1. */
    public int getPlace() {
        return Paging.number(page);
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    public void revoke(Long id) {
        pageActions.run(() -> tokens.revokeAnybodys(id), "members/tokens", "identity.tokens.revokedNow");
    }
}
