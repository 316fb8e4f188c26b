package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.probity.access.Role;
import org.probity.kernel.Language;
import org.probity.member.Administration;
import org.probity.member.Directory;
import org.probity.member.Organisation;
import org.probity.powers.Invitations;
import org.probity.powers.PowerChange;
import org.probity.web.faces.PageActions;

/** Asks somebody to become a member. */
@Named
@ViewScoped
public class NewMemberPage implements Serializable {

    private static final long serialVersionUID = 1L;

    static final List<Role> GIVEN = List.of(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER,
            Role.ADMINISTRATOR, Role.AUDITOR);

    @Inject
    private Administration administration;

    @Inject
    private Invitations invitations;

    @Inject
    private Directory directory;

    @Inject
    private PageActions pageActions;

    private String name;
    private String email;
    private Role[] roles = {};
    private Long organisationId;
    private Language language = Language.EN;

    public void load() {
        administration.members();
    }

    public void add() {
        boolean waits = PowerChange.touches(Set.of(), Set.of(roles));
        pageActions.run(() -> {
            invitations.invite(new Administration.NewMember(name, email, Set.of(roles), organisationId, language));
        }, "members", waits ? "administration.member.waits" : "administration.member.done", name);
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
