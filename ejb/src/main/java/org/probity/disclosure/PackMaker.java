package org.probity.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.casework.Allegations;
import org.probity.casework.InPosts;
import org.probity.disclosure.PackContents.CaseFacts;
import org.probity.disclosure.PackContents.Entry;
import org.probity.disclosure.PackContents.PolicyFacts;
import org.probity.documents.ContentBytes;
import org.probity.documents.Documents;
import org.probity.findings.FindingQueries;
import org.probity.investigation.Allegation;
import org.probity.investigation.InPostAnswer;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;
import org.probity.member.Directory;
import org.probity.member.Members;
import org.probity.notification.Links;
import org.probity.policy.Clause;
import org.probity.policy.Policy;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/** Gathers what a composed pack says and prints it. */
@ApplicationScoped
class PackMaker {

    /** Under which number the boards' policies leave discipline to the employer (000 cl. 6.2; 001 cl. 6.3; 004 outcomes). */
    private static final List<String> DISCIPLINE = List.of("6.2", "6.3", "E2");

    /** How often the files of a pack are in memory while it is printed: read, in the pages, attached, and whole at the end. */
    private static final int COPIES = 4;

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Directory directory;

    @Inject
    private Members members;

    @Inject
    private Boards boards;

    @Inject
    private Allegations allegations;

    @Inject
    private InPosts inPosts;

    @Inject
    private FindingQueries findings;

    @Inject
    private PackSources sources;

    @Inject
    private Documents documents;

    @Inject
    private LetterPrinter printer;

    @Inject
    private Clock clock;

    /** @param acknowledgeBy when the employer must have answered */
    Packs.Made make(PackCase of, Instant acknowledgeBy) {
        PackContents contents = contents(of, acknowledgeBy, sources.language(of), true);
        List<Long> evidence = contents.given(ItemKind.EVIDENCE).stream().filter(Entry::givesFile).map(entry -> entry.source().id()).toList();
        return new Packs.Made(contents.language(), contents.subject(), pack(of, contents), letter(of, contents), evidence);
    }

    /** The pack alone, to be looked at before it is approved. */
    ContentBytes preview(PackCase of, Instant acknowledgeBy) {
        return documents.printed(pack(of, contents(of, acknowledgeBy, sources.language(of), true)));
    }

    /** A bilingual board adds the covering letter in the other language. */
    private byte[] pack(PackCase of, PackContents contents) {
        return PackPrinter.print(contents, contents.board().bilingual()
                ? Optional.of(in(other(contents.language()), of, contents)) : Optional.empty(), printer);
    }

    /** In the language the subject wishes; a bilingual board adds the other one. */
    private byte[] letter(PackCase of, PackContents contents) {
        Language wished = contents.subject().language();
        LetterSheet letter = new SubjectLetter(in(wished, of, contents)).sheet();
        return contents.board().bilingual()
                ? printer.print(letter, new SubjectLetter(in(other(wished), of, contents)).sheet())
                : printer.print(letter);
    }

    private PackContents in(Language language, PackCase of, PackContents contents) {
        return language == contents.language() ? contents
                : contents(of, contents.facts().acknowledgeBy(), language, false);
    }

    private static Language other(Language language) {
        return language == Language.CY ? Language.EN : Language.CY;
    }

    private PackContents contents(PackCase of, Instant acknowledgeBy, Language language, boolean withFiles) {
        Investigation investigation = investigations.byReference(of.reference());
        return new PackContents(boards.board(), language, of.reference(),
                directory.person(investigation.subjectId()), directory.organisation(of.organisationId()),
                facts(of, investigation, acknowledgeBy), entries(of, language, withFiles), Days.of(clock.instant()));
    }

    private List<Entry> entries(PackCase of, Language language, boolean withFiles) {
        KnownSources all = sources.known(of);
        Map<String, PackSource> known = all.in(language);
        List<PackLine> lines = lines(of.referralId(), of.round());
        if (withFiles) {
            prepare(PackRules.bytes(lines.stream().map(PackLine::item).toList(), known));
        }
        return lines.stream().map(line -> entry(line, PackTitles.printed(line, all, language),
                known.get(line.item().source()), withFiles)).toList();
    }

    /** As they were composed; none while they are being. */
    List<PackLine> lines(Long referral, int round) {
        return entities.createQuery("select l from PackLine l where l.referralId = :id and l.round = :round order by l.number", PackLine.class)
                .setParameter("id", referral).setParameter("round", round).getResultList();
    }

    private void prepare(long bytes) {
        PackRules.requireSmall(bytes);
        documents.prepare(COPIES * bytes);
    }

    private Entry entry(PackLine line, String title, PackSource source, boolean withFile) {
        PackItem item = line.item();
        boolean read = withFile && PackRules.takesFile(item, source);
        byte[] bytes = read ? documents.content(source.file().documentId()).bytes() : null;
        return new Entry(line.number(), title, item, source, bytes);
    }

    private CaseFacts facts(PackCase of, Investigation investigation, Instant acknowledgeBy) {
        Board board = boards.board();
        String officer = investigation.officerId() == null ? board.name() : members.member(investigation.officerId()).name();
        return new CaseFacts(of.summary(), of.reasons(), policies(of, investigation), investigation.postedOn(),
                inPosts.of(of.reference()).map(InPostAnswer::answer).orElse(null), acknowledgeBy, officer,
                Links.to("referrals/" + of.referralId()));
    }

    /** The versions of what is told; what else was alleged tells of itself by its policy. */
    private List<PolicyFacts> policies(PackCase of, Investigation investigation) {
        Set<Long> told = findings.referable(of.setId()).stream().map(FindingQueries.FindingLine::allegationId).collect(Collectors.toSet());
        List<Long> clauses = investigations.allegations(investigation.id()).stream().filter(alleged -> told.contains(alleged.id()))
                .map(Allegation::clauseId).toList();
        return allegations.policies(investigation, clauses).stream().map(this::policyFacts).toList();
    }

    private PolicyFacts policyFacts(Allegations.Counting counting) {
        Policy policy = counting.policy();
        return new PolicyFacts(policy.title(Language.EN), policy.title(Language.CY), policy.policyVersion(),
                DISCIPLINE.stream().filter(duties(policy)::contains).findFirst().orElse(null), counting.known());
    }

    private List<String> duties(Policy policy) {
        return entities.createQuery("select c.number from Clause c where c.policyId = :policy and c.kind = :duty", String.class)
                .setParameter("policy", policy.id()).setParameter("duty", Clause.Kind.DUTY).getResultList();
    }
}
