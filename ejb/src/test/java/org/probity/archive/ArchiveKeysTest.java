package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.archivefile.Age;
import org.probity.audit.Audit;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.powers.PowerChanges;
import org.probity.powers.PowerDecided;
import org.probity.powers.PowerProposals;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** Whoever has the secret of a board's key reads all of it, so no administrator makes it theirs alone. */
class ArchiveKeysTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String board = "k" + System.nanoTime();
    private final List<String> told = new ArrayList<>();
    private final List<Object> kept = new ArrayList<>();
    private Caller first;
    private Caller second;

    @BeforeEach
    void aBoardWithTwoAdministrators() {
        database.run(board, entities -> entities.persist(new Board(board, board, null, "K" + System.nanoTime() % 1_000_000_000, Board.Country.ENGLAND, "#1d5b8f",
                false, "desk@example.org", Deadlines.usual())));
        first = member("Ada Administrator", Role.ADMINISTRATOR);
        second = member("Bea Administrator", Role.ADMINISTRATOR);
        member("Lena Lead", Role.LEAD);
    }

    @Test
    void aKeyCountsOnceASecondPersonHasConfirmedItAndNotBefore() {
        String own = makePair(first);
        assertThat(key()).isNull();
        assertThat(told).containsExactly("account.powerProposed Bea Administrator");
        assertThat(refused(first)).isEqualTo("identity.refused.secondPerson");
        assertThat(refused(second)).isNull();
        assertThat(key()).isEqualTo(own);
        assertThat(told).contains("account.powerChanged Lena Lead");
    }

    @Test
    void inPlaceOfAnotherToo() {
        String before = makePair(first);
        assertThat(refused(second)).isNull();
        String theirs = Age.newPair().recipient();
        call(second, (keys, powers) -> {
            keys.enter(theirs);
            return null;
        });
        assertThat(key()).isEqualTo(before);
        List<PowerChanges.Line> waiting = call(first, (keys, powers) -> powers.waiting());
        assertThat(waiting).singleElement().returns(before, PowerChanges.Line::saidBefore)
                .returns(theirs, PowerChanges.Line::saidAfter);
        assertThat(catchThrowableOfType(Refusal.class, () -> makePair(first)).problems().get(0).key()).isEqualTo("identity.refused.changeWaits");
        assertThat(refused(first)).isNull();
        assertThat(key()).isEqualTo(theirs);
        assertThat(kept).containsSubsequence(Map.of("recipient", before), Map.of("recipient", theirs));
        String enteredBy = call(first, (keys, powers) -> keys.key().orElseThrow().signature().name());
        assertThat(enteredBy).isEqualTo("Bea Administrator");
    }

    @Test
    void whatIsStoppedIsNotDone() {
        makePair(first);
        call(second, (keys, powers) -> {
            powers.stop(powers.waiting().get(0).id());
            return null;
        });
        assertThat(key()).isNull();
    }

    private String makePair(Caller caller) {
        return call(caller, (keys, powers) -> keys.makePair()).lines().filter(line -> line.startsWith("# public key: "))
                .map(line -> line.substring("# public key: ".length())).findFirst().orElseThrow();
    }

    private String key() {
        return call(first, (keys, powers) -> keys.key().map(ArchiveKey::recipient).orElse(null));
    }

    private String refused(Caller caller) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> call(caller, (keys, powers) -> {
            powers.confirm(powers.waiting().get(0).id());
            return null;
        }));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private <T> T call(Caller caller, BiFunction<ArchiveKeys, PowerChanges, T> work) {
        return CurrentCaller.call(caller, () -> database.call(board, entities -> {
            ArchiveKeys keys = new ArchiveKeys();
            PowerProposals proposals = proposals(entities, keys);
            TestDatabase.wire(keys, entities, CLOCK, proposals, audit());
            return work.apply(keys, TestDatabase.wire(new PowerChanges(), entities, CLOCK, proposals));
        }));
    }

    private PowerProposals proposals(EntityManager entities, ArchiveKeys keys) {
        Fired<Object> events = new Fired<>(event -> {
            if (event instanceof AccountMail mail) {
                told.add(mail.template() + " " + mail.name());
            }
            if (event instanceof PowerDecided decided) {
                keys.hear(decided);
            }
        });
        return TestDatabase.wire(new PowerProposals(), entities, CLOCK, events, TestDatabase.wire(new AccountMailer(), events),
                TestDatabase.wire(new Members(), entities, CLOCK));
    }

    private Audit audit() {
        return new Audit() {
            @Override
            public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                kept.add(before);
                kept.add(after);
            }
        };
    }

    private Caller member(String name, Role role) {
        return database.call(board, entities -> {
            String email = name.replace(" ", ".").toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.org";
            Account account = new Account(email, name, email, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member.caller(Language.EN);
        });
    }
}
