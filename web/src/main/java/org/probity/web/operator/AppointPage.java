package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.identity.Administration.Welcome;
import org.probity.identity.BoardOffice;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.kernel.Refusal;
import org.probity.web.kernel.Acts;

/** Appoints the first administrator of a board. Their password is shown here, once. */
@Named
@ViewScoped
public class AppointPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BoardOffice office;

    @Inject
    private Boards boards;

    private String slug;
    private String name;
    private String email;
    private String username;
    private String password;

    /** @throws Refusal FORBIDDEN for everybody but the operator, NOT_FOUND where there is no such board */
    public void load() {
        office.all();
        boards.find(slug).orElseThrow(Refusal::notFound);
    }

    public void appoint() {
        try {
            Welcome welcome = CurrentBoard.call(slug, () -> office.appoint(name, email));
            username = welcome.username();
            password = welcome.password();
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null) {
                throw e;
            }
            Acts.show(refusal);
        }
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getUsername() {
        return username;
    }

    public String getPassword() {
        return password;
    }
}
