package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.identity.Member;
import org.probity.identity.Members;
import org.probity.identity.Role;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.notification.Outbox;

/** The time to tell the designated officer runs in each detection of a case, also where it was opened again at it. */
class SafeguardingClockTest {

    private final Set<String> queued = new LinkedHashSet<>();
    private int detection = 1;

    @Test
    void whoWasRemindedBeforeTheCaseWasReopenedIsRemindedAgain() {
        remind();
        int once = queued.size();
        remind();
        assertThat(queued).hasSize(once);
        detection = 2;
        remind();
        assertThat(queued).hasSize(2 * once);
    }

    private void remind() {
        TestDatabase.get().run("chscb", entities -> TestDatabase.wire(new SafeguardingClock(), TestDatabase.wire(new SuspectedImages(), entities), new Investigations() {
            @Override
            public Investigation lock(String reference) {
                return null;
            }

            @Override
            public int detection(Investigation investigation) {
                return detection;
            }
        }, new Members() {
            @Override
            public List<Member> with(Role role, String reference) {
                return List.of(new Member() {
                });
            }

            @Override
            public Language language(Member member) {
                return Language.EN;
            }
        }, new Outbox() {
            @Override
            public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
                queued.add(key);
            }
        }, TestDatabase.wire(new Audit(), Clock.systemUTC(), new ChainAtOnce(entities))).remindTelling("CHSCB-2026-0042"));
    }
}
