package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.identity.ApiTokens;
import org.probity.web.kernel.Acts;

/** Every API token of the board. */
@Named
@ViewScoped
public class BoardTokensPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Acts acts;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an administrator */
    public void load() {
        tokens.all();
    }

    public List<ApiTokens.TokenLine> getLines() {
        return tokens.all();
    }

    public void revoke(Long id) {
        acts.run(() -> tokens.revokeAnybodys(id), "members/tokens", "identity.tokens.revokedNow");
    }
}
