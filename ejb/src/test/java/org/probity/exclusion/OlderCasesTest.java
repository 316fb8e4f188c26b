package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.ScheduledWork;
import org.probity.tenancy.Boards;

/** Cases of an earlier release, each for itself. */
class OlderCasesTest {

    /** Such as one that takes too long: the log tells of it, and the others have their walls. */
    @Test
    void aCaseThatFailsKeepsNoOtherWaiting() {
        List<Long> checked = new ArrayList<>();
        NameWalls walls = new NameWalls() {
            @Override
            public Optional<Long> nextOlder(Long after) {
                return LongStream.of(1, 2, 3).boxed().filter(id -> id > after).findFirst();
            }

            @Override
            public void checkOlder(Long id) {
                if (id == 2) {
                    throw new IllegalStateException("This takes too long");
                }
                checked.add(id);
            }
        };
        TestDatabase.get().run("cwmtaf", entities -> {
            Boards boards = TestDatabase.wire(new Boards(), entities);
            TestDatabase.wire(new OlderCases(), walls, TestDatabase.wire(new ScheduledWork(), boards)).check();
            assertThat(checked).hasSize(2 * boards.all().size()).containsOnly(1L, 3L);
        });
    }
}
