package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.checkpoint.Chains;
import org.probity.checkpoint.GrownChainBench;
import org.probity.checkpoint.SignedCheckpoint;

/** A chain that was given salts after it was signed is signed on, though the file names hashes that no entry has any more. */
class SealedTwiceTest extends GrownChainBench {

    /** Where the salt begins in what an entry says. */
    private static final int SALT = ",\"salt\":\"".length();

    @Test
    void aChainThatWasSealedASecondTimeIsSigned() throws IOException {
        signBefore(sealTwice());
        act(1);
        sign(Chains::checkpointOfToday);
        assertSigned(5, 10, 11);

        now = now.plus(Duration.ofDays(1));
        act(1);
        sign(Chains::checkpointOfToday);
        assertSigned(5, 10, 11, 12);
    }

    @Test
    void aChainThatWasSealedASecondTimeAsSomethingElseIsNotSigned() throws IOException {
        signBefore(sealTwice());
        behind("update audit_entry set after_act = replace(after_act, 'so', 'otherwise') where seq = 7");
        sealTwice();
        sign(Chains::checkpointOfToday);

        assertSigned(5, 10);
        assertThat(kept).containsExactly(Verdict.between(Verdict.Kind.RESEALED, 6, 10));
    }

    /** As the migration did that gave entries salts. @return the chain as it was before */
    private List<ChainEntry> sealTwice() {
        return database.call(board, entities -> {
            List<ChainEntry> before = new ArrayList<>();
            ChainEntry last = null;
            String sum = "";
            for (AuditEntry entry : entries(entities)) {
                before.add(ChainEntry.after(board, entry.seq(), last == null ? "" : before.get(before.size() - 1).hash(), unsalted(entry)));
                String proof = Salt.proof(sum, before.get(before.size() - 1).hash());
                last = ChainEntry.after(board, entry.seq(), last == null ? "" : last.hash(), Salt.prefix(salt(entry), proof) + unsalted(entry));
                sum = Salt.sum(sum, last.content());
                behind(entities, "update audit_entry set earlier_proof = '" + proof + "' where seq = " + entry.seq());
                write(entities, last);
            }
            behind(entities, "update audit_chain set last_hash = '" + last.hash() + "'");
            return before;
        });
    }

    private static String salt(AuditEntry entry) {
        return entry.content().substring(SALT, SALT + Salt.LENGTH);
    }

    private static String unsalted(AuditEntry entry) {
        return entry.link().isSealedTwice() ? Salt.unsalted(entry.content()) : entry.content().substring(Salt.prefix(salt(entry), null).length());
    }

    /** The file names the hashes of before. */
    private void signBefore(List<ChainEntry> before) throws IOException {
        Files.write(folder.resolve(board + ".jsonl"), Stream.of(5, 10).map(place -> SignedCheckpoint.sign(board, place, before.get(place - 1).hash(),
                START, keys.pair().getPrivate(), keys.checking()).line()).toList());
    }
}
