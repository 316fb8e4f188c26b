package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.probity.documents.Documents;
import org.probity.documents.LetterPrinter;
import org.probity.documents.LetterSheet;
import org.probity.identity.Directory;
import org.probity.identity.Members;
import org.probity.identity.Person;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.notification.Links;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
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

    @PersistenceContext
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
    private Policies policies;

    @Inject
    private PackSources sources;

    @Inject
    private ReferralFile file;

    @Inject
    private Documents documents;

    @Inject
    private LetterPrinter printer;

    /** @param acknowledgeBy when the employer must have answered */
    PackContents contents(Referral referral, Instant acknowledgeBy) {
        Investigation investigation = investigations.byReference(referral.reference());
        Person subject = directory.person(investigation.subjectId());
        return new PackContents(boards.board(), sources.language(subject), referral.reference(), subject,
                directory.organisation(referral.organisationId()), facts(referral, investigation, acknowledgeBy),
                entries(referral), file.today());
    }

    byte[] pack(PackContents contents) {
        return PackPrinter.print(contents, printer);
    }

    /** In the language the subject wishes; a bilingual board adds the other one. */
    byte[] letterToSubject(PackContents contents) {
        Language wished = contents.subject().language();
        LetterSheet letter = new SubjectLetter(contents, wished).sheet();
        if (!contents.board().bilingual()) {
            return printer.print(letter);
        }
        Language other = wished == Language.CY ? Language.EN : Language.CY;
        return printer.print(letter, new SubjectLetter(contents, other).sheet());
    }

    private List<Entry> entries(Referral referral) {
        Map<String, PackSource> known = sources.bySource(referral);
        return file.lines(referral, referral.round()).stream().map(line -> entry(line, known.get(line.item().source()))).toList();
    }

    private Entry entry(PackLine line, PackSource source) {
        PackItem item = line.item();
        boolean read = item.included() && source.file() != null && item.redactionNote() == null;
        byte[] bytes = read ? documents.content(source.file().documentId()).bytes() : null;
        return new Entry(line.number(), line.title(), item, source, bytes);
    }

    private CaseFacts facts(Referral referral, Investigation investigation, Instant acknowledgeBy) {
        Policy policy = policy(investigation);
        Board board = boards.board();
        String officer = investigation.officerId() == null ? board.name() : members.member(investigation.officerId()).name();
        return new CaseFacts(referral.summary(), referral.reasons(), policyFacts(policy), investigation.postedOn(),
                policies.acknowledged(policy.id(), investigation.subjectId()).orElse(null), acknowledgeBy, officer,
                Links.to("referrals/" + referral.id()));
    }

    private Policy policy(Investigation investigation) {
        Clause alleged = policies.clause(investigations.allegations(investigation.id()).get(0).clauseId());
        return entities.find(Policy.class, alleged.policyId());
    }

    private PolicyFacts policyFacts(Policy policy) {
        return new PolicyFacts(policy.title(Language.EN), policy.title(Language.CY), policy.policyVersion(),
                DISCIPLINE.stream().filter(duties(policy)::contains).findFirst().orElse(null));
    }

    private List<String> duties(Policy policy) {
        return entities.createQuery("select c.number from Clause c where c.policyId = :policy and c.kind = :duty", String.class)
                .setParameter("policy", policy.id()).setParameter("duty", Clause.Kind.DUTY).getResultList();
    }
}
