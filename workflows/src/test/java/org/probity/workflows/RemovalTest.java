package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;

class RemovalTest {

    @Test
    void aRequestThatIsCompliedWithEnds() {
        Walk walk = asked(1001).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", 1001)).isOne();
        walk.answer("awaitReply", Map.of("reply", "REMOVED")).waitsFor("checkItems", "recordFindings")
                .answer("checkItems", Map.of("result", "COMPLIED")).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").done()).contains("complied");
    }

    private static Walk asked(long requestId) {
        return Bench.walk().start().detected("INVESTIGATE").request("removalRequested", requestId);
    }
}
