package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.audit.AuditEntry;
import org.probity.audit.Canonical;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.Checkpoint;
import org.probity.checkpoint.CheckpointFiles;
import org.probity.checkpoint.SignedCheckpoint;

/**
 * Somebody with every right on the database, and none on the folder of keys, has nothing signed by an export that the file outside does
 * not tell of: they could put back what was there before, and be left with a forged chain that has our signature.
 */
class UnrecordedExportTest extends ChainExportBench {

    /** The end is made up, so that nobody reads what the tail says. */
    @Test
    void aCheckpointThatWasMadeUpHasNothingSigned() throws IOException {
        act("ooo");
        sign();
        now = now.plusSeconds(3_600);
        act("oho");
        database.run(board, entities -> entities.persist(new Checkpoint(new SignedCheckpoint(board, end(entities).seq(), end(entities).hash(),
                Canonical.time(now), SignedCheckpoint.id(keys.checking()), "c2lnbmVk"), null, "Somebody")));
        export();

        assertThat(signedInTheExport()).as("what the file does not tell of").allMatch(seq -> seq <= farthestInTheFile());
        assertThat(farthestInTheFile()).as("it was signed in earnest").isGreaterThanOrEqualTo(6);
    }

    /** Nor does one that was signed for an earlier export name an end: that lies in no file. */
    @Test
    void aSignatureForAnExportIsNoCheckpointOfTheFile() throws IOException {
        act("ooo");
        sign();
        now = now.plusSeconds(3_600);
        act("oho");
        SignedCheckpoint forAnExport = SignedCheckpoint.sign(board, 6, database.call(board, entities -> end(entities).hash()), now, keys.pair().getPrivate(),
                keys.checking());
        database.run(board, entities -> entities.persist(new Checkpoint(forAnExport, null, "Somebody")));
        export();

        assertThat(farthestInTheFile()).isGreaterThanOrEqualTo(6);
    }

    /** It was signed as it was, and another tail stands there when it is read, which takes minutes. */
    @Test
    void aTailThatWasPutThereSinceItWasSignedIsNotSigned() throws IOException {
        act("ooo");
        sign();
        now = now.plusSeconds(3_600);
        act("ooho");
        meanwhile = entities -> sealAnew(entities, 5);
        export();

        assertThat(lines("audit.jsonl").get(4)).contains("otherwise");
        assertThat(signedInTheExport()).as("not entry 5, after which one is withheld").containsExactly(3L, farthestInTheFile());
        assertThat(verify()).startsWith("1 BROKEN.");
    }

    private List<Long> signedInTheExport() throws IOException {
        return lines("checkpoints.jsonl").stream().map(SignedCheckpoint::parse).filter(one -> one.isSignedWith(keys.checking()))
                .map(SignedCheckpoint::seq).toList();
    }

    private long farthestInTheFile() {
        return new CheckpointFiles(disk.resolve("checkpoints")).read(board).stream().mapToLong(SignedCheckpoint::seq).max().orElse(0);
    }

    private static ChainEntry end(EntityManager entities) {
        List<AuditEntry> all = all(entities);
        return all.get(all.size() - 1).link();
    }

    private static List<AuditEntry> all(EntityManager entities) {
        return entities.createQuery("select a from AuditEntry a order by a.seq", AuditEntry.class).getResultList();
    }

    /** From that entry on, with an end that agrees. */
    private void sealAnew(EntityManager entities, int from) {
        List<AuditEntry> all = all(entities);
        String last = all.get(from - 2).link().hash();
        for (AuditEntry entry : all.subList(from - 1, all.size())) {
            ChainEntry link = ChainEntry.after(board, entry.seq(), last, entry.link().content().replace("as it was", "otherwise"));
            last = link.hash();
            behind(entities, "update audit_entry set after_act = replace(after_act, 'as it was', 'otherwise'), previous = '" + link.previous()
                    + "', hash = '" + last + "' where seq = " + entry.seq() + " and");
        }
        behind(entities, "update audit_chain set last_hash = '" + last + "' where");
        entities.clear();
    }
}
