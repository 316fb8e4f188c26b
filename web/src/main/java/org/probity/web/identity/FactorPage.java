package org.probity.web.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.account.SecondFactors;
import org.probity.kernel.Checks;
import org.probity.web.faces.PageActions;

/** Sets up a second factor: the picture, the secret in letters, the first code; then the codes on paper, shown this once. */
@Named
@ViewScoped
public class FactorPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SecondFactors secondFactors;

    private String next;
    private String code;
    private SecondFactors.SetUp setUp;
    private List<String> codes = List.of();

    public void load() {
        if (OwnSession.session().account().hasSecondFactor()) {
            PageActions.go(OwnSession.onwards(next));
        } else if (isOwn()) {
            OwnSession.attempt(someone -> setUp = secondFactors.begin(someone.sessionId()));
        }
    }

    public void confirm() {
        OwnSession.attempt(someone -> {
            new Checks().required("code", code).done();
            codes = secondFactors.confirm(someone.sessionId(), code);
            OwnSession.request().changeSessionId();
        });
    }

    public boolean isOwn() {
        return OwnSession.session().keepsOwnKeys();
    }

    /** Whether there is something to be set up at this page. */
    public boolean isBegun() {
        return setUp != null;
    }

    /** In groups of four, easier to type. */
    public String getSecret() {
        return setUp.secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    public String getPicture() {
        return QrPicture.of(setUp.address());
    }

    public List<String> getCodes() {
        return codes;
    }

    public String getOnwards() {
        return OwnSession.request().getServletContext().getContextPath() + OwnSession.onwards(next);
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
