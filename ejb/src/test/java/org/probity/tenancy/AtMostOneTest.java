package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.kernel.Refusal;

/** Of what there may be one at a time, either database takes no second one, whoever writes it. */
class AtMostOneTest {

    private static final Map<String, Object> CASE = Map.of("board", "chscb", "reference", "CHSCB-2026-0001");

    /**
     * @param same what two rows of the table may not share
     * @param ended what makes room for the next, as SQL; null where there is never another
     */
    private record Once(String table, String index, Map<String, Object> same, String ended) {
    }

    private static final List<Once> ALL = List.of(
            once("restriction", "restriction_once", CASE, "ended_at = current_timestamp"),
            once("team_place", "team_place_once", with(CASE, "account_id", 1L), "left_at = current_timestamp"),
            once("involvement", "involvement_once", Map.of("board", "chscb", "investigation_id", 1L, "member_id", 1L), null),
            once("gate_answer", "gate_answer_once", with(CASE, "gate", "URGENT"), null),
            once("suspected_image", "suspected_image_once", with(CASE, "suspicion_no", 1), null),
            once("protected_disclosure", "protected_disclosure_once", CASE, "treatment = 'NOT_PROTECTED'"),
            once("protected_disclosure", "protected_disclosure_number_once", with(with(CASE, "disclosure_no", 1), "treatment", "PROTECTED"), null),
            once("disclosure_decision", "disclosure_decision_once", Map.of("board", "chscb", "disclosure_id", 1L, "decision_no", 1), null),
            once("case_word", "case_word_once", Map.of("board", "chscb", "investigation_id", 1L, "word", "smith", "source", "REPORT"), null),
            once("allegation", "allegation_once", Map.of("board", "chscb", "investigation_id", 1L, "clause_id", 1L), null),
            once("removal_reply", "removal_reply_once", round(), null),
            once("removal_reply_file", "removal_file_once", Map.of("board", "chscb", "document_id", 1L), null),
            once("removal_sighting", "removal_sighting_once", with(round(), "item_number", 1), null),
            once("removal_decision", "removal_decision_once", round(), null),
            once("removal_allegation", "removal_allegation_once", with(round(), "allegation_id", 1L), null),
            once("cooperation_allegation", "cooperation_allegation_once", with(round(), "allegation_id", 1L), null),
            once("cooperation_reply", "cooperation_reply_once", round(), null),
            once("cooperation_reply_file", "cooperation_file_once", Map.of("board", "chscb", "document_id", 1L), null),
            once("cooperation_decision", "cooperation_decision_once", with(round(), "kind", "REPLY"), null),
            once("cooperation_meeting", "cooperation_meeting_once", round(), null),
            once("cooperation_access", "cooperation_access_once", round(), null),
            once("evidence_item", "evidence_file_once", Map.of("board", "chscb", "document_id", 1L), null),
            once("finding_set", "finding_set_waiting_once", with(CASE, "status", "RECORDED"), "status = 'RETURNED'"),
            once("referral", "referral_once", with(CASE, "status", "COMPOSING"), "status = 'WITHDRAWN'"),
            once("referral_outcome", "referral_outcome_once", Map.of("board", "chscb", "referral_id", 1L, "outcome_no", 1), null),
            once("closure", "closure_once", Map.of("board", "chscb", "investigation_id", 1L, "closure_no", 1), null),
            once("work_item", "work_item_once", with(with(CASE, "task", "triage"), "is_open", true), "is_open = false"),
            once("organisation", "organisation_once", Map.of("board", "chscb", "name", "Riverside School"), null),
            once("policy", "policy_once", Map.of("board", "chscb", "title", "Conduct", "policy_version", "1"), null),
            once("policy", "policy_followed_once", Map.of("board", "chscb", "follows_id", 1L), null),
            once("one_time_link", "one_time_link_once", Map.of("account_id", 1L), "ended_at = current_timestamp"),
            once("account_identity", "account_identity_once", Map.of("account_id", 1L, "issuer", "https://id.example.org", "client_id", "p"), null),
            once("archive_run", "archive_run_once", Map.of("status", "RUNNING"), "status = 'DONE'"),
            once("denial", "denial_once", Map.of("board", "chscb", "period", 1L, "fold", "print"), null),
            once("audit_key", "audit_key_once", Map.of("key_id", "key", "of_board", "chscb"), null),
            once("audit_key", "audit_key_successor_once", Map.of("previous", "key", "of_board", "-"), null),
            once("letter_posting", "letter_posting_once", Map.of("board", "chscb", "document_id", 1L), null),
            once("note", "note_answers_once", Map.of("board", "chscb", "question_id", 1L), null),
            once("wall", null, with(CASE, "account_id", 1L), null),
            once("content_key", "content_key_once", Map.of("board", "chscb", "key_number", 1), null),
            once("cleared_namesake", "namesake_cleared_once", with(CASE, "account_id", 1L), null),
            once("party", null, with(with(CASE, "person_id", 1L), "kind", "WITNESS"), null),
            once("conflict_answer", null, with(with(CASE, "account_id", 1L), "person_id", 1L), null),
            once("conflict_answer", "conflict_answer_once", with(CASE, "account_id", 1L), null),
            once("case_link", "case_link_once", with(with(CASE, "other", "CHSCB-2026-2"), "kind", "DUPLICATE_OF"), null),
            once("investigation", null, CASE, null),
            once("concern", null, CASE, null),
            once("removal_round", null, Map.of("request_id", 1L, "number", 1), null),
            once("removal_item", null, Map.of("request_id", 1L, "number", 1), null),
            once("cooperation_round", null, Map.of("request_id", 1L, "number", 1), null),
            once("finding_set", null, with(CASE, "round_no", 7), null),
            once("finding", null, Map.of("set_id", 1L, "allegation_id", 1L), null),
            once("finding_review", null, Map.of("set_id", 1L), null),
            once("referral", null, Map.of("set_id", 1L), null),
            once("pack_line", null, Map.of("referral_id", 1L, "round_no", 1, "line_no", 1), null),
            once("duty_check", "duty_check_once", Map.of("board", "chscb", "referral_id", 1L, "outcome_no", 1), null),
            once("told_regulator", "told_regulator_once", Map.of("board", "chscb", "check_id", 1L, "regulator", "TRA"), null),
            once("member", null, Map.of("board", "chscb", "account_id", 1L), null),
            once("clause", null, Map.of("board", "chscb", "policy_id", 1L, "clause_number", "3.5"), null),
            once("acknowledgement", null, Map.of("board", "chscb", "policy_id", 1L, "person_id", 1L), null),
            once("closed_day", null, Map.of("board", "chscb", "closed_on", LocalDate.of(2026, 12, 25)), null),
            once("mail", null, Map.of("board", "chscb", "mail_key", "concern/1"), null),
            once("replay", null, Map.of("board", "chscb", "replay_key", "1:key"), null),
            once("api_token", null, Map.of("token_hash", "hash"), null),
            once("sign_on_provider", null, Map.of("board", "chscb"), null),
            once("archive_key", null, Map.of("board", "chscb"), null),
            once("audit_chain", null, Map.of("board", "chscb"), null),
            once("audit_checkpoint", null, Map.of("board", "chscb", "for_day", LocalDate.of(2026, 5, 1)), null),
            once("account", null, Map.of("username", "somebody@example.org"), null),
            once("account_session", null, Map.of("key_hash", "hash"), null),
            once("second_factor", null, Map.of("account_id", 1L), null));

    private static Once once(String table, String index, Map<String, Object> same, String ended) {
        return new Once(table, index, same, ended);
    }

    private static Map<String, Object> round() {
        return Map.of("board", "chscb", "request_id", 1L, "round_number", 1);
    }

    private static Map<String, Object> with(Map<String, Object> values, String column, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(column, value);
        return Map.copyOf(all);
    }

    @ParameterizedTest
    @EnumSource
    void noSecondOneIsTaken(EmptyDatabase.Make make) throws Exception {
        List<String> taken = new ArrayList<>();
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(null)) {
            for (Once once : ALL) {
                long first = database.insert(once.table(), once.same());
                SQLException refused = catchThrowableOfType(SQLException.class, () -> database.insert(once.table(), once.same()));
                if (refused == null || Refusal.in(new IllegalStateException(refused)) == null
                        || once.index() != null && !refused.getMessage().toLowerCase(Locale.ROOT).contains(once.index())) {
                    taken.add(once.table() + " " + once.same() + ": " + refused);
                }
                if (once.ended() != null) {
                    database.execute("update " + once.table() + " set " + once.ended() + " where id = " + first);
                    database.insert(once.table(), once.same());
                }
                database.execute("delete from " + once.table());
            }
        }
        assertThat(taken).isEmpty();
    }

    /** Two organisations of a name differ by more than the case of a letter. */
    @ParameterizedTest
    @EnumSource
    void aNameIsTheSameInWhateverCase(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(null)) {
            database.insert("organisation", Map.of("board", "chscb", "name", "Ysgol Tŷ Ŵyl"));
            database.insert("organisation", Map.of("board", "nscb", "name", "Ysgol Tŷ Ŵyl"));
            assertThatThrownBy(() -> database.insert("organisation", Map.of("board", "chscb", "name", "ysgol tŷ ŵyl")))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** Whoever adds such an index tries it here; a board's begins with the board. */
    @ParameterizedTest
    @EnumSource
    void everySuchIndexIsTriedAndBeginsWithTheBoard(EmptyDatabase.Make make) throws Exception {
        Set<String> tried = ALL.stream().map(Once::index).filter(index -> index != null).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(null)) {
            for (String table : database.tables()) {
                boolean ofBoards = !Set.of("one_time_link", "account_identity", "archive_run", "audit_key").contains(table);
                database.uniqueIndexes(table).forEach((index, columns) -> {
                    if (index.endsWith("_once") && !columns.equals(List.of("board", "mail_key")) && !index.startsWith("conflict_answered")) {
                        found.add(index);
                        assertThat(columns.get(0).equals("board")).as(index).isEqualTo(ofBoards);
                    }
                });
            }
        }
        assertThat(found).isEqualTo(tried);
    }
}
