package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of what earlier releases were asked for, a day runs only where somebody is known to have been told, and since then. */
class WarningsBeforeTest {

    private static final String BEFORE = "400";
    private static final OffsetDateTime ASKED = OffsetDateTime.of(2026, 11, 20, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final String LEFT = " = timestamp with time zone '2026-11-20 12:00:00+00'";

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void aSecondFactorIsNotSetAsideWhoseOwnerNobodyTold(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            before.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            reset(1, null);
            reset(2, null);
            factorMail(2, "SENT", ASKED.plusSeconds(1));
            reset(3, null);
            factorMail(3, "KEPT", ASKED.plusSeconds(1));
            reset(4, null);
            factorMail(4, "SENT", ASKED.minusDays(40));
            reset(5, "account.factorResetAsked/5/1");
            before.migrate(null);
            assertThat(before.rows("select account_id from factor_reset where warned_at is not null")).containsExactly("2");
            assertThat(before.rows("select account_id from factor_reset where warned_at" + LEFT)).containsExactly("2");
            assertThat(before.rows("select account_id from factor_reset where warning_key = 'account.factorResetAsked/5/1'"))
                    .as("its mail may still leave").containsExactly("5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBoardIsNotWipedByOneOfWhichNobodyWasTold(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            for (String board : new String[] {"sent", "failed", "none"}) {
                before.insert("board", Map.of("slug", board, "country", "ENGLAND"));
                before.insert("wipe_request", Map.of("slug", board, "open_slug", board, "signed_at", ASKED));
            }
            mail("sent", "account.wipeAsked", "archive.wipe/7/1", "SENT", ASKED.plusSeconds(1));
            mail("failed", "account.wipeAsked", "archive.wipe/8/1", "FAILED", ASKED.plusSeconds(1));
            before.migrate(null);
            assertThat(before.rows("select slug from wipe_request where warned_at is not null")).containsExactly("sent");
            assertThat(before.rows("select slug from wipe_request where warned_at" + LEFT)).containsExactly("sent");
        }
    }

    @ParameterizedTest
    @EnumSource
    void mailIsAsItWasAndTheInstallationMayWriteToo(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            before.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            mail("chscb", "officer.newConcern", "concern/1", "IN_DOUBT", ASKED);
            String all = "select id, board, version, mail_key, to_name, language, template, subject, body, message_id, status, attempts, queued_at, "
                    + "next_attempt_at, ended_at, ordinary from mail";
            var kept = before.rows(all);
            before.migrate(null);
            assertThat(before.rows(all)).isEqualTo(kept).hasSize(1);
            before.execute("set " + (make == EmptyDatabase.Make.H2 ? "referential_integrity true" : "session_replication_role = origin"));
            mail("-", "account.factorResetAsked", "account.factorResetAsked/1/1", "QUEUED", ASKED);
            assertThat(before.rows("select mail_key from mail where board = '-'")).hasSize(1);
            assertThat(before.uniqueIndexes("mail").values()).anySatisfy(columns -> assertThat(columns).containsExactly("board", "mail_key"));
        }
    }

    private void reset(long account, String awaits) throws SQLException {
        database.insert("account", Map.of("id", account));
        Map<String, Object> values = new HashMap<>(Map.of("account_id", account, "open_account", account, "signed_at", ASKED));
        values.put("awaits_mail", awaits);
        database.insert("factor_reset", values);
    }

    private void factorMail(long account, String status, OffsetDateTime queued) throws SQLException {
        mail("chscb", "account.factorResetAsked", "account.factorResetAsked/" + account + "/1", status, queued);
    }

    private void mail(String board, String template, String key, String status, OffsetDateTime queued) throws SQLException {
        database.insert("mail", Map.of("board", board, "template", template, "mail_key", key, "status", status, "queued_at", queued,
                "ended_at", ASKED.plusHours(3)));
    }
}
