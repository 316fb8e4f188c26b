package org.probity.web.signon;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.probity.access.CurrentCaller;
import org.probity.signon.ProviderChanges;
import org.probity.signon.ProviderSettings;
import org.probity.signon.Providers;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Texts;
import org.probity.web.http.SignInSource;

/** The administrator sets up the board's own provider. The client's secret is taken in and never shown. */
@Named
@ViewScoped
public class SingleSignOnPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Providers providers;

    @Inject
    private ProviderChanges changes;

    @Inject
    private PageActions pageActions;

    private final ProviderForm form = new ProviderForm();
    private String back;
    private String afterwards;
    private boolean secretKept;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the administrator */
    public void load() {
        ProviderSettings settings = providers.settings();
        form.shows(settings);
        secretKept = settings.issuer() != null;
        back = providers.back();
        afterwards = providers.afterwards();
    }

    public void save() {
        boolean waits = changes.asksSecond(form.settings());
        pageActions.run(() -> changes.save(form.settings(), SignInSource.of(request())), "single-sign-on", waits ? "signon.waits" : "signon.saved");
    }

    /** Asks the provider; nothing is kept. */
    public void tryOut() {
        if (pageActions.step(() -> providers.tryOut(form.getIssuer()))) {
            FacesContext.getCurrentInstance().addMessage(null,
                    new FacesMessage(Texts.get(CurrentCaller.get().language(), "signon.tried")));
        }
    }

    public ProviderForm getForm() {
        return form;
    }

    public String getBack() {
        return back;
    }

    public String getAfterwards() {
        return afterwards;
    }

    public boolean isSecretKept() {
        return secretKept;
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
