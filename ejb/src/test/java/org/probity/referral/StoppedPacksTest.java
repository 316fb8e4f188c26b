package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.disclosure.PackCase;
import org.probity.disclosure.Packs;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.documents.FileLeaving;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** An employer gets no more of a suspected image by way of a pack that was sent before. */
class StoppedPacksTest {

    private final TestDatabase database = TestDatabase.get();
    private final HeldCase held = new HeldCase();
    private Referral referral;
    private Long pack;
    private Long earlier;
    private boolean carriesFiles = true;

    @BeforeEach
    void aPackThatWasSent() {
        database.run("chscb", entities -> {
            entities.createNativeQuery("set referential_integrity false").executeUpdate();
            referral = new Referral(held.reference(), 1L, 2L, "Why");
            entities.persist(referral);
            entities.flush();
            earlier = pack(entities, ReferralSending.packName(held.reference(), referral.id(), referral.round() + 7));
            pack = pack(entities, ReferralSending.packName(held.reference(), referral.id(), referral.round()));
            entities.createNativeQuery("update referral set pack_id = " + pack + " where id = " + referral.id()).executeUpdate();
            entities.createNativeQuery("set referential_integrity true").executeUpdate();
        });
    }

    @AfterEach
    void nothingIsLeft() {
        database.run("chscb", entities -> {
            entities.createNativeQuery("delete from document where reference = '" + held.reference() + "'").executeUpdate();
            entities.createNativeQuery("delete from referral where reference = '" + held.reference() + "'").executeUpdate();
        });
    }

    @Test
    void itGoesOutUntilAnImageIsSuspected() {
        assertThatCode(() -> give(pack, Role.HR)).doesNotThrowAnyException();
        stop();
        assertThat(refused(pack, Role.HR)).isEqualTo("investigation.refused.fileStays");
        assertThat(refused(pack, Role.LEAD)).isEqualTo("evidence.refused.stopped");
        assertThat(refused(earlier, Role.LEAD)).isEqualTo("evidence.refused.stopped");
    }

    @Test
    void whatCarriesNoFileGoesOutAllTheSame() {
        stop();
        carriesFiles = false;
        assertThatCode(() -> give(pack, Role.HR)).doesNotThrowAnyException();
    }

    private void stop() {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.hardStop = true where i.reference = :reference")
                .setParameter("reference", held.reference()).executeUpdate());
    }

    private String refused(Long document, Role role) {
        return catchThrowableOfType(Refusal.class, () -> give(document, role)).problems().get(0).key();
    }

    private void give(Long document, Role role) {
        CurrentCaller.run(new Caller(-5L, -5L, "Lee", Set.of(role), null, Language.EN), () -> database.run("chscb", entities -> TestDatabase.wire(new StoppedPacks(),
                entities, TestDatabase.wire(new Investigations(), entities), TestDatabase.wire(new Documents(), entities),
                TestDatabase.wire(new ReferralFile(), entities), new Packs() {
                    @Override
                    public boolean carriesFiles(PackCase of) {
                        assertThat(of.referralId()).isEqualTo(referral.id());
                        return carriesFiles;
                    }
                }).refuse(new FileLeaving(held.reference(), Document.Kind.PACK, document))));
    }

    private Long pack(EntityManager entities, String name) {
        entities.createNativeQuery("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, "
                + "created_at, created_by) values (next value for probity_id, 'chscb', 0, ?, 'PACK', 'A pack', ?, 'PDF', 9, '00', ?, 'Siân')")
                .setParameter(1, held.reference()).setParameter(2, name).setParameter(3, Instant.parse("2026-11-20T10:00:00Z")).executeUpdate();
        return ((Number) entities.createNativeQuery("select id from document where file_name = ?").setParameter(1, name).getSingleResult()).longValue();
    }
}
