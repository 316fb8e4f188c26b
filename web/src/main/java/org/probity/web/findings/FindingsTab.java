package org.probity.web.findings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.findings.FindingQueries;
import org.probity.findings.FindingSet;
import org.probity.web.investigation.PageCase;
import org.probity.web.investigation.PeopleChoices;

/** What was found in a case, round by round. */
@Named
@RequestScoped
public class FindingsTab {

    @Inject
    private FindingQueries queries;

    @Inject
    private PeopleChoices people;

    @Inject
    private PageCase pageCase;

    private FindingQueries.FindingsPage page;

    public FindingQueries.FindingsPage of(String reference) {
        if (page == null) {
            page = queries.page(reference);
        }
        return page;
    }

    /** The round that counts now, or null before there is any. */
    public FindingQueries.SetLine latest(String reference) {
        return of(reference).sets().stream().findFirst().orElse(null);
    }

    /** What the clause says, in the reader's language; empty where triage has taken the allegation back. */
    public String clause(String reference, Long allegationId) {
        return pageCase.of(reference).allegations().stream().filter(alleged -> alleged.id().equals(allegationId))
                .map(alleged -> alleged.clauseText()).findFirst().orElse("");
    }

    public String organisation(Long id) {
        return people.getOrganisations().stream().filter(o -> o.id().equals(id)).map(people::label).findFirst().orElse("");
    }

    /** Colour of a status; the words say the same. */
    public String tone(FindingSet.Status status) {
        return switch (status) {
            case RECORDED -> "wait";
            case AGREED -> "good";
            case RETURNED -> "bad";
            case WITHDRAWN -> "none";
        };
    }
}
