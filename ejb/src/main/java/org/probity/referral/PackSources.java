package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Person;
import org.probity.tenancy.Boards;

/** Everything of a case that could go into its pack, in the order of {@link ItemKind}. */
@ApplicationScoped
class PackSources {

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Boards boards;

    @Inject
    private FindingSources findings;

    @Inject
    private FileSources files;

    @Inject
    private RequestSources requests;

    /** As it is now. */
    KnownSources known(Referral referral) {
        Map<Language, Map<String, PackSource>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, bySource(referral, language));
        }
        return new KnownSources(language(referral), all);
    }

    private Map<String, PackSource> bySource(Referral referral, Language language) {
        Map<String, PackSource> all = new LinkedHashMap<>();
        of(referral, language).forEach(source -> all.put(source.source(), source));
        return all;
    }

    private List<PackSource> of(Referral referral, Language language) {
        Person subject = subject(referral);
        return Stream.of(findings.of(referral, language), files.of(referral.reference(), language),
                requests.of(referral.reference(), subject, language)).flatMap(List::stream)
                .sorted(Comparator.comparing(PackSource::kind)).toList();
    }

    /** A bilingual board writes the pack in the language the person was written to in; any other in English. */
    Language language(Referral referral) {
        return boards.board().bilingual() ? subject(referral).language() : Language.EN;
    }

    private Person subject(Referral referral) {
        return directory.person(investigations.byReference(referral.reference()).subjectId());
    }
}
