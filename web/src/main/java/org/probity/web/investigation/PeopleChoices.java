package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.casework.People;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Organisation;
import org.probity.member.Professions;
import org.probity.tenancy.Boards;

/** People whom the caller may name and the board's partners, to choose from. */
@Named
@RequestScoped
public class PeopleChoices {

    /** Stands in a list for somebody who is not in it. */
    public static final long SOMEBODY_NEW = -1;

    @Inject
    private People named;

    @Inject
    private Directory directory;

    @Inject
    private Boards boards;

    private List<People.PersonLine> people;
    private List<Organisation> organisations;

    public List<People.PersonLine> getPeople() {
        if (people == null) {
            people = named.list(null);
        }
        return people;
    }

    /** Name, job and organisation, which tell people of one name apart. */
    public String label(People.PersonLine person) {
        return Stream.of(person.name(), person.jobTitle(), person.organisation())
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }

    public List<Organisation> getOrganisations() {
        if (organisations == null) {
            organisations = directory.organisations();
        }
        return organisations;
    }

    public String label(Organisation organisation) {
        return organisation.name(CurrentCaller.get().language());
    }

    /** What the country's regulators register, and that somebody is in none of it. */
    public List<Professions.Profession> getProfessions() {
        return Professions.of(boards.board().country(), CurrentCaller.get().language());
    }

    public long getSomebodyNew() {
        return SOMEBODY_NEW;
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }
}
