package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.SightLost;
import org.probity.account.Account;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Namesakes;
import org.probity.member.Person;

/** Wherever words of somebody are kept who does not work on the case, whoever is named in them is found in them again. */
class SaidInCasesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SIGNED = "signed_at, signed_account, signed_name";
    private static final String BY = "timestamp '2026-11-21 09:00:00', {by}, 'Somebody'";

    private final TestDatabase database = TestDatabase.get();
    private final String unique = String.valueOf(System.nanoTime() % 1_000_000_000);
    private final String reference = "CWMTAF-S-" + unique;
    /** Nobody else in the shared database is called like that. */
    private final String name = "Evorin " + letters();

    private String letters() {
        StringBuilder surname = new StringBuilder("Tr");
        unique.chars().forEach(digit -> surname.append("aeioubcdfg".charAt(digit - '0')));
        return surname.toString();
    }

    @ParameterizedTest
    @CsvSource({"note, REPORTER, true", "note, MEMBER, false", "removal_reply, words, true", "cooperation_reply, words, true", "cooperation_reply, companion, true",
        "cooperation_reply, adjustments, true", "document, REPLY, true", "document, EVIDENCE, false", "cooperation_meeting, minutes, true",
        "cooperation_meeting, own_words, true", "cooperation_meeting, recorded_words, true", "cooperation_meeting, later_words, true", "cooperation_meeting, own_words_of_the_signer, true", "cooperation_meeting, own_words_of_whom_was_there, true",
        "cooperation_meeting, who_was_there, false", "cooperation_meeting, both, false", "cooperation_meeting, signed, false", "referral_move, ACCEPTED, true",
        "referral_move, QUESTION, true", "referral_move, DECLINED, true", "referral_move, PROGRESS, true", "referral_move, signed, false",
        "referral_move, ANSWER, false", "referral_move, RETURNED, false", "referral_outcome, words, true", "referral_outcome, appeal_words, true"})
    void whoIsNamedIsOutsideAsSoonAsTheyJoinOrTheCaseIsLookedThroughAgain(String table, String where, boolean outside) {
        Long account = member();
        open();
        keep(table, where, account);
        CurrentCaller.run(Caller.system(), () -> database.run("cwmtaf", entities -> nameWalls(entities).check(investigation(entities))));
        assertThat(isOutside(account)).as("looked through again").isEqualTo(outside);
        database.run("cwmtaf", entities -> entities.createQuery("delete from CaseExclusion w where w.reference = :reference").setParameter("reference", reference).executeUpdate());
        new NewcomerBench("cwmtaf", CLOCK, SaidInCasesTest::walls).join(account);
        assertThat(isOutside(account)).as("joined").isEqualTo(outside);
    }

    /** However many an archive brings: they are looked through at each start. */
    @Test
    void everybodyNamedIsLookedForAndNobodyIsKeptInMemory() {
        Long account = member();
        open();
        database.run("cwmtaf", entities -> {
            for (int i = 0; i <= SaidInCases.PIECE; i++) {
                Person person = new Person(i < SaidInCases.PIECE ? "Somebody Else" : name, null, null, null, null, Language.EN);
                entities.persist(person);
                entities.persist(new Party(reference, person.id(), Party.Kind.COMPANION, NOW));
            }
        });
        CurrentCaller.run(Caller.system(), () -> database.run("cwmtaf", entities -> {
            nameWalls(entities).check(investigation(entities));
            assertThat(entities.unwrap(Session.class).getStatistics().getEntityKeys()).extracting(Object::toString)
                    .noneMatch(key -> key.contains("Party#") || key.contains("Person#"));
        }));
        assertThat(isOutside(account)).isTrue();
    }

    private void keep(String table, String where, Long account) {
        String words = "'It was " + name + " who told me'";
        database.run("cwmtaf", entities -> {
            entities.createNativeQuery("set referential_integrity false").executeUpdate();
            switch (table) {
                case "note" -> insert(entities, table, "reference, words, author, author_name, written_at", "{reference}, " + words + ", '" + where + "', '-', now()");
                case "document" -> insert(entities, table, "reference, kind, title, file_name, file_type, byte_size, sha256, created_at, created_by",
                        "{reference}, '" + where + "', 'A file', '" + name + ".pdf', 'PDF', 1, '-', now(), '-'");
                case "removal_reply" -> {
                    insert(entities, "removal_request", "reference, subject_id, policy_day, status, what_was_said, tone, audience, work_mentioned, effect, "
                            + "past_record, less_intrusive, conclusion, reply_by, " + SIGNED, "{reference}, 1, current_date, 'REPLIED', '-', '-', '-', '-', '-', '-', "
                            + "'-', '-', now(), " + BY);
                    insert(entities, table, "request_id, round_number, answer, channel, late, words, " + SIGNED, "{parent}, 1, 'REMOVED', 'PORTAL', false, " + words + ", " + BY);
                }
                case "referral_move", "referral_outcome" -> employer(entities, table, where, words, account);
                default -> cooperation(entities, table, where, words, account);
            }
            entities.createNativeQuery("set referential_integrity true").executeUpdate();
        });
    }

    private void cooperation(EntityManager entities, String table, String where, String words, Long account) {
        insert(entities, "cooperation_request", "reference, subject_id, policy_day, kind, ask, ground, status, reply_by, " + SIGNED,
                "{reference}, 1, current_date, 'MEETING', '-', '-', 'DONE', now(), " + BY);
        if (table.equals("cooperation_reply")) {
            insert(entities, table, "request_id, round_number, answer, channel, late, " + where + ", " + SIGNED, "{parent}, 1, 'AGREED', 'PORTAL', false, " + words + ", " + BY);
        } else {
            boolean own = where.startsWith("own_words");
            String there = where.equals("both") || where.endsWith("was_there") ? words : "'-'";
            boolean recorded = where.equals("recorded_words") || where.equals("later_words");
            String minutes = where.equals("who_was_there") || own || recorded ? "'-'" : words;
            String said = (own ? "now(), " + words : "null, null") + (recorded ? ", now(), " + words + ", false, 'LETTER', 'Somebody'" : ", null, null, null, null, null");
            String which = where.equals("later_words") ? "later" : "recorded";
            insert(entities, table, "request_id, round_number, held_at, who_was_there, minutes, said_at, own_words, " + which + "_at, " + which + "_words, " + which
                    + "_right, " + which + "_channel, " + which + "_name, " + SIGNED, "{parent}, 1, now(), " + there + ", " + minutes + ", " + said + ", "
                    + (where.endsWith("signed") || where.endsWith("signer") ? BY.replace("{by}", account.toString()) : BY));
        }
    }

    private void employer(EntityManager entities, String table, String where, String words, Long account) {
        insert(entities, "referral", "reference, set_id, organisation_id, reasons, status, round_no, chasers, progress_chasers",
                "{reference}, next value for probity_id, 1, '-', 'SENT', 1, 0, 0");
        boolean signed = where.equals("signed");
        String by = signed ? BY.replace("{by}", account.toString()) : BY;
        if (table.equals("referral_move")) {
            insert(entities, table, "referral_id, kind, organisation_id, round_no, words, " + SIGNED, "{parent}, '" + (signed ? "ACCEPTED" : where) + "', 1, 1, " + words + ", " + by);
        } else {
            insert(entities, table, "referral_id, outcome_no, result, decided_on, appeal, asks_duties, " + where + ", " + SIGNED,
                    "{parent}, 1, 'WARNING', current_date, 'NONE', false, " + words + ", " + by);
        }
    }

    private void insert(EntityManager entities, String table, String columns, String values) {
        String parents = table.startsWith("removal") ? "removal_request" : table.startsWith("referral") ? "referral" : "cooperation_request";
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") values (next value for probity_id, 'cwmtaf', 0, "
                + values.replace("{reference}", "'" + reference + "'").replace("{by}", "null")
                        .replace("{parent}", "(select max(id) from " + parents + " where reference = '" + reference + "')") + ")").executeUpdate();
    }

    private void open() {
        database.run("cwmtaf", entities -> {
            Concern concern = new Concern(new NewConcern("Something", null, null, null, null, "Somebody", null, "A reporter", null, false, false, false,
                    Language.EN), reference, "hash" + reference, NOW);
            entities.persist(concern);
            entities.persist(new Investigation(reference, "A case", concern));
        });
    }

    private Long member() {
        return database.call("cwmtaf", entities -> {
            Account account = new Account(unique + "@x", name, "nobody@example.org", "-", Language.EN, false);
            entities.persist(account);
            entities.persist(new Member(account, Set.of(Role.OFFICER), null));
            return account.id();
        });
    }

    private boolean isOutside(Long account) {
        return database.call("cwmtaf", entities -> entities.createQuery("select w.reason from CaseExclusion w where w.reference = :reference and w.accountId = :account", String.class)
                .setParameter("reference", reference).setParameter("account", account).getResultList()).contains(CaseExclusion.NEAR_NAME);
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private static NameWalls nameWalls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), TestDatabase.wire(new SaidInCases(), entities),
                walls(entities));
    }

    private static CaseExclusions walls(EntityManager entities) {
        return TestDatabase.wire(new CaseExclusions(), entities, new Fired<SightLost>(), CLOCK);
    }
}
