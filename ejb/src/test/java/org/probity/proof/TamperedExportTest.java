package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.audit.AuditEntry;
import org.probity.audit.Canonical;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.Checkpoint;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.TestCheckpoints;
import org.probity.crypto.TestKeys;

/** Of a stored chain that somebody changed an export tells what contradicts it, and signs nothing for it. */
class TamperedExportTest extends ChainExportBench {

    /** The export must not sign what somebody did behind its back, where the hash of the next would not show it. */
    @Test
    void aStoredChainThatIsBrokenIsNotSignedAnew() throws IOException {
        act("ooohoo");
        database.run(board, entities -> {
            ChainEntry written = entities.createQuery("select a from AuditEntry a where a.seq = 3", AuditEntry.class).getSingleResult().link();
            String forged = ChainEntry.after(board, 3, written.previous(), written.content().replace("as it was", "otherwise")).hash();
            behind(entities, "update audit_entry set after_act = replace(after_act, 'as it was', 'otherwise'), hash = '" + forged
                    + "' where seq = 3 and");
            behind(entities, "update audit_entry set previous = '" + forged + "' where seq = 4 and");
        });
        export();

        assertThat(lines("audit.jsonl").get(2)).contains("otherwise");
        assertThat(lines("checkpoints.jsonl")).isEmpty();
        assertThat(verify()).startsWith("2 This could not be checked: there is no checkpoint");
    }

    /** Somebody with every right on the database cannot take away the checkpoint that lies outside, nor what it says: nothing new is signed. */
    @ParameterizedTest
    @ValueSource(strings = {"oooooo", "ooohoo", "hooooo", "ooooho"})
    void aStoredChainThatWasSealedAnewIsToldWithWhatContradictsIt(String acts) throws IOException {
        act(acts);
        sign();
        sealAnew();
        now = now.plusSeconds(3_600);
        export();

        assertThat(lines("checkpoints.jsonl")).singleElement().asString().contains("\"seq\":6,");
        assertThat(verify()).startsWith("1 BROKEN. Entries 1 to 6: at least one of them was changed");
    }

    @Test
    void aStoredChainThatWasCutIsToldWithWhatWasSigned() throws IOException {
        act("ooohoo");
        sign();
        database.run(board, entities -> {
            behind(entities, "delete from audit_entry where seq > 3 and");
            behind(entities, "update audit_chain set last_seq = 3, last_hash = (select e.hash from audit_entry e where e.board = audit_chain.board "
                    + "and e.seq = 3) where");
            behind(entities, "delete from audit_checkpoint where");
        });
        now = now.plusSeconds(3_600);
        export();

        assertThat(verify()).startsWith("1 BROKEN. Entries 5 to 6: missing at the end");
    }

    /** The key that signed is taken out of the database, and a row put there which says that all was signed just now. */
    @Test
    void whatIsForgottenOfKeysAndMadeUpOfCheckpointsHasNothingSigned() throws IOException {
        act("ooohoo");
        sign();
        keys = TestCheckpoints.declare(TestKeys.in(disk.resolve("newer")), now);
        sealAnew();
        database.run(board, entities -> {
            String key = SignedCheckpoint.id(keys.checking());
            entities.createQuery("delete from AuditKey k where k.key <> :key").setParameter("key", key).executeUpdate();
            String hash = entries(entities).get(5).link().hash();
            entities.persist(new Checkpoint(new SignedCheckpoint(board, 6, hash, Canonical.time(now), key, "c2lnbmVk"), null, "Somebody"));
        });
        export();

        assertThat(lines("checkpoints.jsonl")).singleElement().asString().contains("c2lnbmVk");
        assertThat(verify()).startsWith("1 ").contains("BROKEN. The checkpoint of 2026-11-23T09:06:00.500000Z is not as it was signed.");
    }

    /** With every hash worked out anew, and what the database says was signed taken away. */
    private void sealAnew() {
        database.run(board, entities -> {
            String last = "";
            for (AuditEntry entry : entries(entities)) {
                ChainEntry link = ChainEntry.after(board, entry.seq(), last, entry.link().content().replace("as it was", "otherwise"));
                last = link.hash();
                behind(entities, "update audit_entry set after_act = replace(after_act, 'as it was', 'otherwise'), previous = '" + link.previous()
                        + "', hash = '" + last + "' where seq = " + entry.seq() + " and");
            }
            behind(entities, "update audit_chain set last_hash = '" + last + "' where");
            behind(entities, "delete from audit_checkpoint where");
        });
    }

    private static List<AuditEntry> entries(EntityManager entities) {
        return entities.createQuery("select a from AuditEntry a order by a.seq", AuditEntry.class).getResultList();
    }
}
