package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.concern.Concerns;
import org.probity.concern.NoMail;
import org.probity.concern.ReporterQuestions;
import org.probity.exclusion.NameWalls;
import org.probity.kernel.Language;
import org.probity.member.Namesakes;
import org.probity.tenancy.Boards;
import org.probity.token.ApiToken;
import org.probity.worklist.Processes;

/** Whoever reports without a name that can be seen is nobody, also where they were signed in and a program sent an empty one. */
class AnonymousReportersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Caller MAIR = new Caller(77_002L, 77_002L, "Mair Member", Set.of(Role.EMPLOYEE), null, Language.EN);
    private static final String NOBODY = "\u200b\u00a0\u3164";

    private final TestDatabase database = TestDatabase.get();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", NOBODY})
    void nothingKeepsWhoOrWhereTheyAre(String name) {
        String code = report(name);
        assertThat(kept("concern.reported", code)).startsWith("null", "", "PUBLIC", "null").element(4).asString().contains("\"anonymous\"");
        add(code);
        assertThat(kept("concern.added", code)).startsWith("null", "", "PUBLIC", "null");
        answer(code);
        assertThat(kept("concern.answered", code)).startsWith("null", "", "PUBLIC", "null");
    }

    @Test
    void whoGivesANameIsKept() {
        String code = report("Mair");
        assertThat(kept("concern.reported", code)).startsWith("77002", "Mair Member", "EMPLOYEE", "192.0.2.7").element(4).asString()
                .contains("\"named\"");
        add(code);
        assertThat(kept("concern.added", code)).startsWith("77002", "Mair Member", "EMPLOYEE", "192.0.2.7");
        answer(code);
        assertThat(kept("concern.answered", code)).startsWith("77002", "Mair Member", "EMPLOYEE", "192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", NOBODY})
    void whatIsAddedToAConcernThatAnEarlierReleaseKeptUnderSuchANameIsAnonymousToo(String name) {
        String code = report("Mair");
        String reference = reference(code);
        database.run("chscb", entities -> entities.createQuery("update Concern c set c.reporterName = :name where c.reference = :reference")
                .setParameter("name", name).setParameter("reference", reference).executeUpdate());
        add(code);
        assertThat(kept("concern.added", code)).startsWith("null", "", "PUBLIC", "null");
    }

    private String report(String name) {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, name, name, false, false, false, Language.EN);
        return CurrentCaller.call(MAIR, () -> CurrentOrigin.call(Origin.api("192.0.2.7"), () -> database.call("chscb",
                entities -> concerns(entities).report(given)))).code();
    }

    private void add(String code) {
        CurrentCaller.run(MAIR, () -> CurrentOrigin.run(Origin.api("192.0.2.7"), () -> database.run("chscb",
                entities -> concerns(entities).add(code, "It is still there."))));
    }

    private void answer(String code) {
        String reference = reference(code);
        Long id = database.call("chscb", entities -> {
            ReporterQuestion question = CurrentCaller.call(Caller.system(), () ->
                    new ReporterQuestion(reference, "Is it still there?", CLOCK.instant()));
            entities.persist(question);
            return question.id();
        });
        CurrentCaller.run(MAIR, () -> CurrentOrigin.run(Origin.api("192.0.2.7"), () -> database.run("chscb", entities ->
                TestDatabase.wire(new ReporterQuestions(), entities, concerns(entities), TestDatabase.wire(new Investigations(), entities),
                        walls(entities), TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities)), new NoMail(), CLOCK)
                        .answer(code, id, "It is still there."))));
    }

    private String reference(String code) {
        return database.call("chscb", entities -> entities.createQuery("select c.reference from Concern c where c.receiptHash = :hash", String.class)
                .setParameter("hash", ApiToken.hash(code)).getSingleResult());
    }

    /** Account, name, roles, address and values of the one entry. */
    private List<String> kept(String act, String code) {
        String reference = reference(code);
        return database.call("chscb", entities -> Arrays.stream(entities.createQuery("select e.accountId, e.actorName, e.actorRoles, e.address, "
                + "e.after from AuditEntry e where e.act = :act and e.reference = :reference", Object[].class).setParameter("act", act)
                .setParameter("reference", reference).getSingleResult()).map(String::valueOf).toList());
    }

    private static Concerns concerns(EntityManager entities) {
        Boards boards = TestDatabase.wire(new Boards(), entities);
        Processes processes = (Processes) Proxy.newProxyInstance(Processes.class.getClassLoader(), new Class<?>[] {Processes.class},
                (proxy, method, args) -> null);
        return TestDatabase.wire(new Concerns(), entities, TestDatabase.wire(new Investigations(), entities),
                TestDatabase.wire(new CaseNumbers(), entities, boards, CLOCK), walls(entities),
                TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities)), new NoMail(), processes, CLOCK);
    }

    private static NameWalls walls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities),
                TestDatabase.wire(new CaseExclusions(), entities, CLOCK, new Fired<SightLost>()));
    }
}
