package org.probity.disclosure;

import static org.probity.letter.LetterTexts.get;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.probity.findings.FindingQueries;
import org.probity.findings.FindingQueries.FindingLine;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet.Fact;
import org.probity.policy.Clause;
import org.probity.policy.Policies;

/** The findings that may be told, and the clauses they are about. */
@ApplicationScoped
class FindingSources {

    @Inject
    private FindingQueries findings;

    @Inject
    private Investigations investigations;

    @Inject
    private Policies policies;

    List<PackSource> of(PackCase of, Language language) {
        List<FindingLine> told = findings.referable(of.setId());
        List<PackSource> sources = new ArrayList<>(told.stream().map(finding -> finding(finding, language)).toList());
        List<Long> alleged = told.stream().map(FindingLine::allegationId).toList();
        investigations.allegations(investigations.byReference(of.reference()).id()).stream()
                .filter(allegation -> alleged.contains(allegation.id())).map(Allegation::clauseId).distinct()
                .map(policies::clause).filter(Objects::nonNull).forEach(clause -> sources.add(clause(clause, language)));
        return sources;
    }

    static PackSource finding(FindingLine finding, Language language) {
        String result = get(language, "referral.label.result." + finding.result());
        return PackSource.text(ItemKind.FINDING, finding.id(), get(language, "referral.source.finding", finding.clause()),
                List.of(new Fact(get(language, "referral.cover.finding"), result)),
                List.of(new PackSource.Passage(get(language, "referral.cover.findingReasons"), finding.reasons(), false)));
    }

    static PackSource clause(Clause clause, Language language) {
        return PackSource.text(ItemKind.CLAUSE, clause.id(), get(language, "referral.source.clause", clause.number()), List.of(),
                List.of(new PackSource.Passage(get(language, "referral.source.clauseText"), clause.text(language), false)));
    }
}
