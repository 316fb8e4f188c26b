package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.casework.Allegations;
import org.probity.casework.InPosts;
import org.probity.documents.ContentBytes;
import org.probity.documents.Documents;
import org.probity.findings.FindingQueries;
import org.probity.investigation.Allegation;
import org.probity.investigation.InPostAnswer;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;
import org.probity.member.Directory;
import org.probity.member.Members;
import org.probity.notification.Links;
import org.probity.policy.Clause;
import org.probity.policy.Policy;
import org.probity.referral.PackContents.CaseFacts;
import org.probity.referral.PackContents.Entry;
import org.probity.referral.PackContents.PolicyFacts;
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
    private ReferralFile file;

    @Inject
    private Documents documents;

    @Inject
    private LetterPrinter printer;

    /** A pack, the letter that tells the subject of it, and what both were made from. */
    record Made(PackContents contents, byte[] pack, byte[] letter) {
    }

    /** @param acknowledgeBy when the employer must have answered */
    Made make(Referral referral, Instant acknowledgeBy) {
        PackContents contents = contents(referral, acknowledgeBy, sources.language(referral), true);
        return new Made(contents, pack(referral, contents), letter(referral, contents));
    }

    /** The pack alone, to be looked at before it is approved. */
    ContentBytes preview(Referral referral, Instant acknowledgeBy) {
        return documents.printed(pack(referral, contents(referral, acknowledgeBy, sources.language(referral), true)));
    }

    /** A bilingual board adds the covering letter in the other language. */
    private byte[] pack(Referral referral, PackContents contents) {
        return PackPrinter.print(contents, contents.board().bilingual()
                ? Optional.of(in(other(contents.language()), referral, contents)) : Optional.empty(), printer);
    }

    /** In the language the subject wishes; a bilingual board adds the other one. */
    private byte[] letter(Referral referral, PackContents contents) {
        Language wished = contents.subject().language();
        LetterSheet letter = new SubjectLetter(in(wished, referral, contents)).sheet();
        return contents.board().bilingual()
                ? printer.print(letter, new SubjectLetter(in(other(wished), referral, contents)).sheet())
                : printer.print(letter);
    }

    private PackContents in(Language language, Referral referral, PackContents contents) {
        return language == contents.language() ? contents
                : contents(referral, contents.facts().acknowledgeBy(), language, false);
    }

    private static Language other(Language language) {
        return language == Language.CY ? Language.EN : Language.CY;
    }

    private PackContents contents(Referral referral, Instant acknowledgeBy, Language language, boolean withFiles) {
        Investigation investigation = investigations.byReference(referral.reference());
        return new PackContents(boards.board(), language, referral.reference(),
                directory.person(investigation.subjectId()), directory.organisation(referral.organisationId()),
                facts(referral, investigation, acknowledgeBy), entries(referral, language, withFiles), file.today());
    }

    private List<Entry> entries(Referral referral, Language language, boolean withFiles) {
        KnownSources all = sources.known(referral);
        Map<String, PackSource> known = all.in(language);
        List<PackLine> lines = file.lines(referral, referral.round());
        if (withFiles) {
            prepare(PackRules.bytes(lines.stream().map(PackLine::item).toList(), known));
        }
        return lines.stream().map(line -> entry(line, PackTitles.printed(line, all, language),
                known.get(line.item().source()), withFiles)).toList();
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

    private CaseFacts facts(Referral referral, Investigation investigation, Instant acknowledgeBy) {
        Board board = boards.board();
        String officer = investigation.officerId() == null ? board.name() : members.member(investigation.officerId()).name();
        return new CaseFacts(referral.summary(), referral.reasons(), policies(referral, investigation), investigation.postedOn(),
                inPosts.of(referral.reference()).map(InPostAnswer::answer).orElse(null), acknowledgeBy, officer,
                Links.to("referrals/" + referral.id()));
    }

    /** The versions of what is told; what else was alleged tells of itself by its policy. */
    private List<PolicyFacts> policies(Referral referral, Investigation investigation) {
        Set<Long> told = findings.referable(referral.setId()).stream().map(FindingQueries.FindingLine::allegationId).collect(Collectors.toSet());
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
