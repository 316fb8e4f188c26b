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
import org.probity.web.faces.PageActions;

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
    private PageActions pageActions;

    private List<String> codes = List.of();

    public Account getAccount() {
        return OwnSession.session().account();
    }

    public boolean isOwn() {
        return OwnSession.session().keepsOwnKeys();
    }

    public List<Sessions.SessionLine> getSessions() {
        return sessions.mine(OwnSession.session());
    }

    public boolean isHere(Long id) {
        return OwnSession.session().sessionId().equals(id);
    }

    public void end(Long id) {
        pageActions.run(() -> sessions.end(OwnSession.session(), id), "/account", "identity.account.ended");
    }

    public void endAll() {
        pageActions.run(() -> sessions.endAll(OwnSession.session()), "/signin", null);
    }

    public boolean isAsked() {
        return !rules.boardsAsking(OwnSession.session().account()).isEmpty();
    }

    public long getCodesLeft() {
        return secondFactors.codesLeft();
    }

    public void turnOff() {
        pageActions.run(() -> rules.turnOff(OwnSession.session()), "/account", "identity.account.factorOff");
    }

    public List<FactorResets.Line> getResets() {
        return resets.mine(OwnSession.session());
    }

    public void stop(Long id) {
        pageActions.run(() -> resets.stop(OwnSession.session(), id), "/account", "identity.account.stopped");
    }

    public void replaceCodes() {
        OwnSession.attempt(someone -> codes = secondFactors.replaceCodes(someone.sessionId()));
    }

    public List<String> getCodes() {
        return codes;
    }
}
