package org.probity.disclosure;

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
    KnownSources known(PackCase of) {
        Map<Language, Map<String, PackSource>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, bySource(of, language));
        }
        return new KnownSources(language(of), all);
    }

    private Map<String, PackSource> bySource(PackCase of, Language language) {
        Map<String, PackSource> all = new LinkedHashMap<>();
        all(of, language).forEach(source -> all.put(source.source(), source));
        return all;
    }

    private List<PackSource> all(PackCase of, Language language) {
        Person subject = subject(of);
        return Stream.of(findings.of(of, language), files.of(of, language),
                requests.of(of.reference(), subject, language)).flatMap(List::stream)
                .sorted(Comparator.comparing(PackSource::kind)).toList();
    }

    /** A bilingual board writes the pack in the language the person was written to in; any other in English. */
    Language language(PackCase of) {
        return boards.board().bilingual() ? subject(of).language() : Language.EN;
    }

    private Person subject(PackCase of) {
        return directory.person(investigations.byReference(of.reference()).subjectId());
    }
}
