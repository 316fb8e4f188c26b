package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.member.Administration;
import org.probity.web.faces.PageActions;

/** Adds a partner of the board. */
@Named
@ViewScoped
public class NewOrganisationPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Administration administration;

    @Inject
    private PageActions pageActions;

    private String name;
    private String nameCy;
    private String contactEmail;

    public void load() {
        administration.members();
    }

    public void add() {
        pageActions.run(() -> administration.addOrganisation(name, nameCy, contactEmail), "members", "administration.organisation.done", name);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameCy() {
        return nameCy;
    }

    public void setNameCy(String nameCy) {
        this.nameCy = nameCy;
    }

    public String getContactEmail() {
        return contactEmail;
    }

    public void setContactEmail(String contactEmail) {
        this.contactEmail = contactEmail;
    }
}
