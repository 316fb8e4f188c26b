package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.probity.identity.Administration;
import org.probity.identity.Directory;
import org.probity.identity.Organisation;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.web.kernel.Acts;

/** Makes somebody a member. A new account's password is shown here, once. */
@Named
@ViewScoped
public class NewMemberPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<Role> GIVEN = List.of(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER,
            Role.ADMINISTRATOR, Role.AUDITOR);

    @Inject
    private Administration administration;

    @Inject
    private Directory directory;

    private String name;
    private String email;
    private Role[] roles = {};
    private Long organisationId;
    private Language language = Language.EN;
    private Administration.Welcome welcome;

    public void load() {
        administration.members();
    }

    public void add() {
        try {
            welcome = administration.addMember(new Administration.NewMember(name, email, Set.of(roles), organisationId, language));
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null) {
                throw e;
            }
            Acts.show(refusal);
        }
    }

    public List<Role> getGiven() {
        return GIVEN;
    }

    public List<Organisation> getOrganisations() {
        return directory.organisations();
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    public boolean isDone() {
        return welcome != null;
    }

    public String getUsername() {
        return welcome.username();
    }

    public String getPassword() {
        return welcome.password();
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

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }
}
