package org.probity.web.investigation;

import java.io.Serializable;
import java.time.LocalDate;
import org.probity.kernel.Language;
import org.probity.member.Directory;

/** The part of a form that chooses somebody from the directory or describes somebody new. */
public class PersonForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Long chosen;
    private String name;
    private String email;
    private String jobTitle;
    private String profession;
    private Long organisationId;
    private LocalDate joinedOn;
    private Language language = Language.EN;

    /** Whether somebody is described who is not in the directory. */
    public boolean isNew() {
        return chosen != null && chosen == PeopleChoices.SOMEBODY_NEW;
    }

    /** Id of somebody in the directory, or null. */
    public Long known() {
        return isNew() ? null : chosen;
    }

    /** Somebody not in the directory, or null. */
    public Directory.NewPerson described() {
        return isNew() ? new Directory.NewPerson(name, email, jobTitle, profession, organisationId, language, joinedOn) : null;
    }

    public Long getChosen() {
        return chosen;
    }

    public void setChosen(Long chosen) {
        this.chosen = chosen;
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

    public String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }

    public LocalDate getJoinedOn() {
        return joinedOn;
    }

    public void setJoinedOn(LocalDate joinedOn) {
        this.joinedOn = joinedOn;
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }
}
