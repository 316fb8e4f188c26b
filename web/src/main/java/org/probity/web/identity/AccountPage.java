package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.account.Account;
import org.probity.account.SecondFactors;
import org.probity.account.Sessions;
import org.probity.powers.FactorResets;
import org.probity.powers.SecondFactorRules;
import org.probity.web.faces.Acts;

/** Somebody's own sign-in: passphrase, second factor, where they are signed in. */
@Named
@RequestScoped
public class AccountPage {

    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private SecondFactorRules rules;

    @Inject
    private FactorResets resets;

    @Inject
    private Acts acts;

    private List<String> codes = List.of();

    public Account getAccount() {
        return Own.session().account();
    }

    public boolean isOwn() {
        return Own.session().keepsOwnKeys();
    }

    public List<Sessions.SessionLine> getSessions() {
        return sessions.mine(Own.session());
    }

    public boolean isHere(Long id) {
        return Own.session().sessionId().equals(id);
    }

    public void end(Long id) {
        acts.run(() -> sessions.end(Own.session(), id), "/account", "identity.account.ended");
    }

    public void endAll() {
        acts.run(() -> sessions.endAll(Own.session()), "/signin", null);
    }

    public boolean isAsked() {
        return !rules.boardsAsking(Own.session().account()).isEmpty();
    }

    public long getCodesLeft() {
        return secondFactors.codesLeft();
    }

    public void turnOff() {
        acts.run(() -> rules.turnOff(Own.session()), "/account", "identity.account.factorOff");
    }

    public List<FactorResets.Line> getResets() {
        return resets.mine(Own.session());
    }

    public void stop(Long id) {
        acts.run(() -> resets.stop(Own.session(), id), "/account", "identity.account.stopped");
    }

    public void replaceCodes() {
        Own.attempt(someone -> codes = secondFactors.replaceCodes(someone.sessionId()));
    }

    public List<String> getCodes() {
        return codes;
    }
}
