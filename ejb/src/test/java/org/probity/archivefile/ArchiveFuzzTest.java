package org.probity.archivefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

/**
 * A good archive, changed 2,000 times at random by somebody whose installation is trusted: it is refused, or what it brings is
 * the board's own and everybody else's rows are as before, byte for byte. Nothing else may come of it, no other fault either.
 */
class ArchiveFuzzTest extends HostileBench {

    private static final long SEED = Long.getLong("archive.seed", 20_261_122L);
    private static final int TIMES = Integer.getInteger("archive.times", 2_000);

    @Test
    void aChangedArchiveIsRefusedOrHarmless() throws IOException, SQLException {
        Map<String, String> before = now();
        Mutations mutations = new Mutations(SEED, good, left);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int time = 1; time <= TIMES; time++) {
            String what = "seed " + SEED + ", change " + time;
            Path file = time % 10 == 0 ? flipped(mutations) : changed(mutations);
            outcomes.merge(outcome(file, before, what + ": " + mutations.said()), 1, Integer::sum);
        }
        assertThat(now()).isEqualTo(before);
        System.out.println("ArchiveFuzzTest, seed " + SEED + ", " + TIMES + " changes: " + outcomes);
        assertThat(outcomes).containsKeys("harmless", "archive.refused.damaged");
    }

    private Path changed(Mutations mutations) throws IOException, SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        Manifest said = mutations.change(entries);
        return written(entries, said);
    }

    /** Bytes of the file itself, or of what is in it, encrypted again. */
    private Path flipped(Mutations mutations) throws IOException, SQLException {
        Path file = written(good, left);
        if (mutations.coin()) {
            return encrypted(mutations.flipped(unpacked(file)));
        }
        return Files.write(file, mutations.flipped(Files.readAllBytes(file)));
    }

    private String outcome(Path file, Map<String, String> before, String what) throws SQLException {
        try {
            assertThat(tried(file)).as(what).isEqualTo(before);
            return "harmless";
        } catch (Refusal refused) {
            return refused.problems().get(0).key();
        } catch (SQLException | RuntimeException fault) {
            throw new AssertionError(what, fault);
        }
    }
}
