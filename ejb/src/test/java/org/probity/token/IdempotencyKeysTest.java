package org.probity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CaseOfAct;
import org.probity.access.CurrentCaller;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.TeamPlace;

class IdempotencyKeysTest {

    private static final Instant NOW = Instant.parse("2026-05-11T09:00:00Z");
    private static final String CODE = "ABCD-EFGH-JKMN";
    private static final String CASE = "CHSCB-2026-0778";
    private static final String OTHER = "CHSCB-2026-0779";

    private final TestDatabase database = TestDatabase.get();
    private final AtomicInteger acts = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();
    private Keys keys;
    private Member member;
    private Caller officer;

    @TempDir
    private Path folder;

    @BeforeEach
    void somebody() {
        keys = TestKeys.in(folder);
        member = database.call("chscb", IdempotencyKeysTest::member);
        officer = member.caller(Language.EN);
    }

    @AfterEach
    void nothingIsRestricted() {
        database.run("chscb", entities -> entities.createQuery("delete from Restriction r where r.reference like 'CHSCB-2026-077_'").executeUpdate());
    }

    @Test
    void theSameOfTheSameIsDoneOnce() {
        assertThat(send(officer, "one")).isEqualTo(send(officer, "one"));
        assertThat(send(null, "one")).isEqualTo(send(null, "one"));
        assertThat(acts).hasValue(2);
    }

    @Test
    void anAccountThatSendsSomethingElseUnderItsKeyIsRefused() {
        send(officer, "one");
        assertThatThrownBy(() -> send(officer, "two")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE));
        assertThat(acts).hasValue(1);
    }

    @Test
    void strangersWhoSendSomethingElseUnderTheSameKeyGetAnAnswerOfTheirOwn() {
        assertThat(send(null, "one")).isNotEqualTo(send(null, "two"));
        assertThat(send(null, "one").body()).contains(CODE + "1");
        assertThat(send(null, "two").body()).contains(CODE + "2");
        assertThat(acts).hasValue(2);
    }

    @Test
    void neitherAReceiptCodeNorAStrangersKeyStandsInTheDatabase() {
        send(null, "one");
        List<IdempotentAnswer> rows = database.call("chscb", entities -> entities.createQuery("select r from IdempotentAnswer r where r.key like 'nobody:%'", IdempotentAnswer.class).getResultList());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.key()).doesNotContain(key);
            assertThat(row.answer().toString()).doesNotContain("ABCD");
        });
    }

    /** Whoever reads the database, or a copy of it, would know the reporter by it. */
    @Test
    void whoReportsWithAnAccountIsNoMoreToBeFoundThanWhoHasNone() {
        Caller employee = new Caller(officer.accountId(), officer.memberId(), officer.name(), Set.of(Role.EMPLOYEE), null, Language.EN);
        IdempotencyKeys.Answer first = send(employee, "one", Act.REPORT_CONCERN);
        assertThat(send(employee, "one", Act.REPORT_CONCERN)).isEqualTo(first);
        assertThat(acts).hasValue(1);
        List<IdempotentAnswer> rows = database.call("chscb", entities -> entities.createQuery("select r from IdempotentAnswer r where r.key like :own", IdempotentAnswer.class)
                .setParameter("own", employee.accountId() + ":%").getResultList());
        assertThat(rows).isEmpty();
        send(officer, "one", Act.REPORT_CONCERN);
        assertThat(acts).as("of whom is always kept what they do").hasValue(2);
    }

    @Test
    void whoHasLostSightOfTheCaseOfTheActIsToldNothingAgainAndNothingIsDoneTwice() {
        send(officer, "one", Act.NOTE, CASE);
        wall(CASE);
        assertThat(refused(() -> send(officer, "one", Act.NOTE, CASE))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refused(() -> send(officer, "two", Act.NOTE, CASE))).as("nor under that key").isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(acts).hasValue(1);
    }

    /** Otherwise whoever sends an act of theirs again each minute learns of the minute in which somebody names them. */
    @Test
    void nobodyLearnsFromAnActOfTheirsThatSomethingRoseBeforeThemInAnotherCase() {
        IdempotencyKeys.Answer about = send(officer, "one", Act.NOTE, CASE);
        wall(OTHER);
        restrict(OTHER);
        assertThat(send(officer, "one", Act.NOTE, CASE)).isEqualTo(about);
        assertThat(acts).hasValue(1);
    }

    @Test
    void whoActsInNoCaseIsAskedForNone() {
        Caller auditor = as(Role.AUDITOR);
        IdempotencyKeys.Answer signed = send(auditor, "one", Act.SEE_AUDIT, null);
        wall(OTHER);
        assertThat(send(auditor, "one", Act.SEE_AUDIT, null)).isEqualTo(signed);
    }

    @Test
    void whoStandsOnTheTeamOfTheirCaseThatWasRestrictedSinceIsAnsweredAgain() {
        send(officer, "one", Act.NOTE, CASE);
        database.run("chscb", entities -> {
            entities.persist(new Restriction(CASE, "Delicate.", "A lead", NOW.plusSeconds(1)));
            entities.persist(new TeamPlace(CASE, member, "Knows it.", "A lead", NOW.plusSeconds(1)));
        });
        assertThat(send(officer, "one", Act.NOTE, CASE).body()).contains(CODE);
        database.run("chscb", entities -> entities.createQuery("delete from TeamPlace p where p.reference = '" + CASE + "'").executeUpdate());
        assertThat(refused(() -> send(officer, "one", Act.NOTE, CASE))).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    /** The subject answers what they were asked in a case that they never see. */
    @Test
    void whoMayActWithoutSeeingTheCaseIsAnsweredAgainWhateverRisesThere() {
        Caller subject = as(Role.EMPLOYEE);
        IdempotencyKeys.Answer first = send(subject, "one", Act.REPLY, CASE);
        restrict(CASE);
        wall(CASE);
        assertThat(send(subject, "one", Act.REPLY, CASE)).isEqualTo(first);
    }

    /** That whoever is asked may answer, whatever their roles are, tells nothing to whoever wrote an answer down. */
    @Test
    void whoRecordedAnAnswerIsNotAnsweredAgainOnceTheyAreKeptFromTheCase() {
        send(officer, "one", Act.REPLY, CASE);
        restrict(CASE);
        assertThat(refused(() -> send(officer, "one", Act.REPLY, CASE))).isEqualTo(Refusal.Kind.NOT_FOUND);
        wall(CASE);
        assertThat(refused(() -> send(officer, "one", Act.REPLY, CASE))).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void anEmployerHearsOfNoTeamButIsNotAnsweredAgainOnceNamed() {
        Caller hr = as(Role.HR);
        IdempotencyKeys.Answer first = send(hr, "one", Act.ANSWER_REFERRAL, CASE);
        restrict(CASE);
        assertThat(send(hr, "one", Act.ANSWER_REFERRAL, CASE)).isEqualTo(first);
        wall(CASE);
        assertThat(refused(() -> send(hr, "one", Act.ANSWER_REFERRAL, CASE))).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void whoStepsAsideIsAnsweredAgain() {
        IdempotencyKeys.Answer aside = send(officer, "one", Act.STEP_ASIDE, CASE, () -> wall(CASE));
        assertThat(send(officer, "one", Act.STEP_ASIDE, CASE, () -> { })).isEqualTo(aside);
        assertThat(acts).hasValue(1);
    }

    @Test
    void whoOpenedACaseIsNotToldItsNumberAgainOnceItIsHidden() {
        send(officer, "one", Act.REPORT_CONCERN, CASE);
        wall(CASE);
        assertThat(refused(() -> send(officer, "one", Act.REPORT_CONCERN, CASE))).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void theCaseOfWhatSomebodyReportedIsNotKept() {
        send(null, "one", Act.REPORT_CONCERN, CASE);
        assertThat(database.<List<IdempotentAnswer>>call("chscb", entities -> entities.createQuery("select r from IdempotentAnswer r where r.key like 'nobody:%'", IdempotentAnswer.class)
                .getResultList())).isNotEmpty().allSatisfy(row -> assertThat(row.reference()).isNull());
    }

    /** What was done under a key before the case was kept with it: not told again, not done again, and nothing is asked of walls. */
    @Test
    void aKeyOfAnEarlierReleaseHasBeenUsed() throws IOException {
        send(officer, "one", Act.NOTE, null);
        send(null, "one", Act.REPORT_CONCERN, null);
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V228__cases_of_kept_answers.sql"));
        database.run("chscb", entities -> entities.createNativeQuery(migration.substring(migration.indexOf("update ")).replace(";", "")).executeUpdate());
        assertThat(refused(() -> send(officer, "one", Act.NOTE, null))).isEqualTo(Refusal.Kind.STATE);
        wall(OTHER);
        assertThat(refused(() -> send(officer, "one", Act.NOTE, null))).isEqualTo(Refusal.Kind.STATE);
        send(null, "one", Act.REPORT_CONCERN, null);
        assertThat(acts).hasValue(2);
    }

    @Test
    void anAnswerIsGivenAgainForADayAndThenForgotten() {
        send(officer, "one");
        forget(NOW.plus(IdempotencyKeys.LIFETIME));
        send(officer, "one");
        assertThat(acts).hasValue(1);
        assertThat(forget(NOW.plus(IdempotencyKeys.LIFETIME).plusSeconds(1))).isFalse();
        send(officer, "one");
        assertThat(acts).hasValue(2);
    }

    @Test
    void manyAnswersAreForgottenInBatches() {
        database.run("chscb", entities -> {
            for (int i = 0; i <= IdempotencyKeys.BATCH; i++) {
                entities.persist(new IdempotentAnswer(key + i, "-", Instant.EPOCH));
            }
        });
        Instant then = Instant.EPOCH.plus(IdempotencyKeys.LIFETIME).plusSeconds(1);
        assertThat(forget(then)).isTrue();
        assertThat(forget(then)).isFalse();
        List<IdempotentAnswer> left = database.call("chscb", entities -> entities.createQuery("select r from IdempotentAnswer r where r.since = :then",
                IdempotentAnswer.class).setParameter("then", Instant.EPOCH).getResultList());
        assertThat(left).isEmpty();
    }

    private boolean forget(Instant now) {
        return database.call("chscb", entities -> replays(entities, now).forget());
    }

    private IdempotencyKeys.Answer send(Caller caller, String body) {
        return send(caller, body, Act.NOTE);
    }

    private IdempotencyKeys.Answer send(Caller caller, String body, Act act) {
        return send(caller, body, act, null);
    }

    private IdempotencyKeys.Answer send(Caller caller, String body, Act act, String reference) {
        return send(caller, body, act, reference, () -> { });
    }

    /** @param reference of the case that the act holds first, or null. @param more what else it does */
    private IdempotencyKeys.Answer send(Caller caller, String body, Act act, String reference, Runnable more) {
        return CurrentCaller.call(caller == null ? Caller.reporter() : caller, () -> database.call("chscb", entities ->
                replays(entities, NOW).answerOnce(IdempotencyKeys.Sent.of(key, ApiToken.hash(body), Set.of(act)), () -> {
                    CaseOfAct.is(reference);
                    more.run();
                    return new IdempotencyKeys.Answer(201, "{\"receipt\":\"" + CODE + acts.incrementAndGet() + "\"}", "/receipts/" + CODE);
                })));
    }

    private static Refusal.Kind refused(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).kind();
    }

    private Caller as(Role role) {
        return new Caller(officer.accountId(), officer.memberId(), officer.name(), Set.of(role), null, Language.EN).at("chscb");
    }

    private void wall(String reference) {
        database.run("chscb", entities -> entities.persist(new CaseExclusion(reference, officer.accountId(), "witness", NOW.plusSeconds(1))));
    }

    private void restrict(String reference) {
        database.run("chscb", entities -> entities.persist(new Restriction(reference, "Delicate.", "A lead", NOW.plusSeconds(1))));
    }

    private IdempotencyKeys replays(EntityManager entities, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return TestDatabase.wire(new IdempotencyKeys(), entities, clock, keys, TestDatabase.wire(new CaseExclusions(), entities, clock));
    }

    private static Member member(EntityManager entities) {
        Account account = new Account("mair-" + System.nanoTime(), "Mair Member", "mair@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(Role.OFFICER), null);
        entities.persist(member);
        return member;
    }
}
