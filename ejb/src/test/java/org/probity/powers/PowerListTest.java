package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.member.Member;

/** Changes of power in a list, of which not everybody may see each. */
class PowerListTest {

    private static final String BOARD = "cwmtaf";
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();

    /** One fewer than a full list would tell somebody that a case is about them. */
    @Test
    void aFullListStaysFullWhereAChangeIsHidden() {
        database.run(BOARD, entities -> {
            Account account = new Account("olwen" + System.nanoTime(), "Olwen Officer", "olwen@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member somebody = new Member(account, Set.of(Role.OFFICER), null);
            entities.persist(somebody);
            Signature later = new Signature(LATER.instant(), -80L, "Ada Administrator");
            PowerChange hidden = PowerChange.ofTeam("CWMTAF-2026-9999", somebody, "Nobody sees it", later);
            Stream.concat(Stream.generate(() -> PowerChange.of(somebody, Set.of(Role.LEAD), "x", later)).limit(60), Stream.of(hidden)).forEach(change -> {
                change.decide(PowerChange.Decision.STOPPED, later);
                entities.persist(change);
            });
            somebody.ends(LATER.instant());
            Caller lead = new Caller(-79L, null, "Lena Lead", Set.of(Role.LEAD), null, Language.EN);
            CurrentCaller.run(lead, () -> assertThat(TestDatabase.wire(new PowerChanges(), entities, LATER).all()).hasSize(50)
                    .noneMatch(line -> line.kind() == PowerChange.Kind.TEAM));
        });
    }
}
