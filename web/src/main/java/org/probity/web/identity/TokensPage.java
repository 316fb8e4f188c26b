package org.probity.web.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.probity.access.Scope;
import org.probity.kernel.Page;
import org.probity.token.ApiTokens;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Paging;

/** Somebody's own API tokens at a board. A new one is shown here, once. */
@Named
@ViewScoped
public class TokensPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    private ApiTokens tokens;

    @Inject
    private PageActions pageActions;

    private String page;

    private String name;
    private Scope[] scopes = {Scope.READ};
    private LocalDate until;
    private String made;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for whoever is no member */
    public void load() {
        getLines();
    }

    public void make() {
        pageActions.step(() -> made = tokens.make(new ApiTokens.NewToken(name, Set.of(scopes), until), OwnSession.session().through()));
    }

    public void revoke(Long id) {
        pageActions.run(() -> tokens.revoke(id), "tokens", "identity.tokens.revokedNow");
    }

    public boolean isOwn() {
        return OwnSession.session().keepsOwnKeys();
    }

    public List<ApiTokens.TokenLine> getLines() {
        return lines().items();
    }

    /** How many there are on all pages. */
    public long getTotal() {
        return lines().total();
    }

    private Page<ApiTokens.TokenLine> lines() {
        return tokens.mine(getPlace() - 1, SIZE);
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

    public Scope[] getKnown() {
        return Scope.values();
    }

    public String getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Scope[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(Scope[] scopes) {
        this.scopes = scopes.clone();
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
