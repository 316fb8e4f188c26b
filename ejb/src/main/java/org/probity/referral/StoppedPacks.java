package org.probity.referral;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.probity.access.CurrentCaller;
import org.probity.disclosure.Packs;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.documents.FileLeaving;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;

/** Where an indecent image of a child is suspected, a pack with a file in it that somebody had sent in goes out no more than that file. */
@Dependent
class StoppedPacks {

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private ReferralFile file;

    @Inject
    private Packs packs;

    @Inject
    private Documents documents;

    /** Only those who work on cases are told why. @throws Refusal STATE */
    void refuse(@Observes FileLeaving leaving) {
        if (leaving.kind() == Document.Kind.PACK && investigations.byReference(leaving.reference()).hardStop() && carriesFiles(leaving.documentId())) {
            throw Refusal.state(CurrentCaller.get().worksOnCases() ? "evidence.refused.stopped" : "investigation.refused.fileStays");
        }
    }

    /** So does, as far as anybody knows, a pack that another has followed. */
    private boolean carriesFiles(Long pack) {
        return entities.createQuery("select r from Referral r where r.packId = :pack", Referral.class).setParameter("pack", pack).setMaxResults(1)
                .getResultList().stream()
                .filter(referral -> documents.find(pack).fileName().equals(ReferralSending.packName(referral.reference(), referral.id(), referral.round())))
                .findFirst().map(referral -> packs.carriesFiles(file.packCase(referral))).orElse(true);
    }
}
