package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.casework.Parties;
import org.probity.exclusion.NameWalls;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Namesakes;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.tenancy.Boards;

/** An employer's HR partners find what was sent to it, but for whoever may be the one it is about. */
class ReferralInboxTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Signature SOMEBODY = new Signature(NOW, 1L, "Somebody");

    private final TestDatabase database = TestDatabase.get();
    private final String unique = String.valueOf(System.nanoTime() % 1_000_000_000);
    private final String reference = "CHSCB-I-" + unique;
    private final String name = "Evelina Trubsh" + unique.chars().mapToObj(digit -> String.valueOf("aeioubcdfg".charAt(digit - '0')))
            .reduce("", String::concat);
    private Long employer;
    private Long id;

    @BeforeEach
    void anEmployer() {
        employer = database.call("chscb", entities -> {
            Organisation organisation = new Organisation("A trust " + reference, null, "hr@example.org");
            entities.persist(organisation);
            return organisation.id();
        });
    }

    /** Their employee account is known to be theirs; that they are an HR partner too is not. */
    @Test
    void whoBearsTheNameOfASubjectWithAnAccountFindsNothingOfIt() {
        member(name, "eve." + unique + "@example.org", Role.EMPLOYEE);
        Member partner = member(name, "desk." + unique + "@example.org", Role.HR);
        Member colleague = member("Gwen Prys", "gwen." + unique + "@example.org", Role.HR);
        refer("eve." + unique + "@example.org");
        assertThat(inbox(colleague)).containsExactly(reference);
        assertThat(inbox(partner)).isEmpty();
        assertThatThrownBy(() -> as(partner, entities -> file(entities).own(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(partner, entities -> file(entities).ownHeld(id))).isInstanceOf(Refusal.class);
        assertThat(recipients()).containsExactly("Gwen Prys");
    }

    private void refer(String address) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            insert(entities, "investigation", "title, stage, opened_at, hard_stop, contact_allowed", "'A case', 'REFERRAL', now(), false, true");
            insert(entities, "finding_set", "round_no, status, refer, signed_at, signed_name", "1, 'AGREED', true, now(), 'Somebody'");
            Investigation investigation = entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                    .setParameter("reference", reference).getSingleResult();
            Person subject = directory(entities).add(new Directory.NewPerson(name, address, "Teacher", null, employer, Language.EN, null));
            assertThat(subject.accountId()).as("answers in the portal").isNotNull();
            investigation.concerns(subject.id(), subject.name());
            TestDatabase.wire(new Parties(), entities, CLOCK, audit(entities), nameWalls(entities)).name(investigation, subject, Party.Kind.SUBJECT);
            Number set = (Number) entities.createNativeQuery("select id from finding_set where reference = '" + reference + "'").getSingleResult();
            Referral referral = new Referral(reference, set.longValue(), employer, "Conduct is for the employer");
            entities.persist(referral);
            referral.composed(employer, "A photograph was posted", SOMEBODY);
            referral.approved("Fair", SOMEBODY);
            referral.sent(100L, 101L, NOW, SOMEBODY);
            id = referral.id();
        }));
    }

    private void insert(EntityManager entities, String table, String columns, String values) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, reference, " + columns + ") values ("
                + "next value for probity_id, 'chscb', 0, '" + reference + "', " + values + ")").executeUpdate();
    }

    private List<String> inbox(Member who) {
        return as(who, entities -> TestDatabase.wire(new ReferralInbox(), entities, CLOCK, TestDatabase.wire(new Boards(), entities))
                .list(0, 50).items().stream().map(ReferralView.InboxRow::reference).toList());
    }

    private List<String> recipients() {
        return database.call("chscb", entities -> TestDatabase.wire(new Members(), entities).with(Role.HR, reference).stream()
                .filter(member -> employer.equals(member.organisationId())).map(Member::name).toList());
    }

    private <T> T as(Member who, Function<EntityManager, T> work) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call("chscb", work));
    }

    private static ReferralFile file(EntityManager entities) {
        return TestDatabase.wire(new ReferralFile(), entities, walls(entities), TestDatabase.wire(new Investigations(), entities, walls(entities)));
    }

    private static Directory directory(EntityManager entities) {
        return TestDatabase.wire(new Directory(), entities, TestDatabase.wire(new Members(), entities));
    }

    private static NameWalls nameWalls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), walls(entities));
    }

    private static CaseExclusions walls(EntityManager entities) {
        return TestDatabase.wire(new CaseExclusions(), entities, CLOCK, new Fired<SightLost>());
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }

    private Member member(String called, String address, Role role) {
        return database.call("chscb", entities -> {
            Account account = new Account(address, called, address, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), employer);
            entities.persist(member);
            return member;
        });
    }
}
