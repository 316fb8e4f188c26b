package org.probity.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.concern.UnseenCases;
import org.probity.exclusion.RestrictedCases;
import org.probity.member.Administration;
import org.probity.member.Directory;
import org.probity.member.Organisation;
import org.probity.web.faces.Texts;

/** Members and partners of the board. */
@Named
@RequestScoped
public class MembersPage {

    @Inject
    private Administration administration;

    @Inject
    private Directory directory;

    @Inject
    private UnseenCases cases;

    @Inject
    private RestrictedCases restricted;

    private List<Administration.MemberLine> members;

    private List<UnseenCases.UnseenCase> unseen;

    private List<RestrictedCases.RestrictedCase> ofOneLead;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an administrator */
    public void load() {
        members = administration.members();
        unseen = cases.list();
        ofOneLead = restricted.ofOneLead();
    }

    public List<UnseenCases.UnseenCase> getUnseen() {
        return unseen;
    }

    public List<RestrictedCases.RestrictedCase> getOfOneLead() {
        return ofOneLead;
    }

    public List<Administration.MemberLine> getMembers() {
        return members;
    }

    public List<Organisation> getOrganisations() {
        return directory.organisations();
    }

    public String roles(Set<Role> roles) {
        return String.join(", ", roles.stream().sorted().map(role -> Texts.of(CurrentCaller.get().language(), "identity.role." + role)).toList());
    }
}
