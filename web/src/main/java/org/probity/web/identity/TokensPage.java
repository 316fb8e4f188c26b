package org.probity.web.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.probity.identity.ApiTokens;
import org.probity.identity.Scope;
import org.probity.web.kernel.Acts;

/** Somebody's own API tokens at a board. A new one is shown here, once. */
@Named
@ViewScoped
public class TokensPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Acts acts;

    private String name;
    private Scope[] scopes = {Scope.READ};
    private LocalDate until;
    private String made;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for whoever is no member */
    public void load() {
        tokens.mine();
    }

    public void make() {
        acts.step(() -> made = tokens.make(new ApiTokens.NewToken(name, Set.of(scopes), until), Own.session().through()));
    }

    public void revoke(Long id) {
        acts.run(() -> tokens.revoke(id), "tokens", "identity.tokens.revokedNow");
    }

    public boolean isOwn() {
        return Own.session().keepsOwnKeys();
    }

    public List<ApiTokens.TokenLine> getLines() {
        return tokens.mine();
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
