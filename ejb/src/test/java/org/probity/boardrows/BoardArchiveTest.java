package org.probity.boardrows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.probity.account.Account;
import org.probity.archivefile.ArchiveBench;
import org.probity.archivefile.Manifest;
import org.probity.tenancy.CaseDatabase;

/** A board leaves with everything that is its own and comes back the same. */
class BoardArchiveTest extends ArchiveBench {

    @Test
    void theSameBoardIsTheSameBytesTwice() throws IOException, SQLException {
        assertThat(export("one.age").contents()).isEqualTo(export("two.age").contents());
    }

    @Test
    void aBoardComesBackAsItLeft() throws IOException, SQLException {
        Map<String, String> othersBefore = others();
        Manifest left = export("board.age");
        wipe(left);
        assertThat(rows()).isEmpty();
        assertThat(count("account where id = " + member)).isZero();
        assertThat(others()).isEqualTo(othersBefore);

        assertThat(restore("board.age").moved()).isEmpty();
        assertThat(export("again.age")).usingRecursiveComparison().isEqualTo(left);
        assertThat(others()).isEqualTo(othersBefore);
        assertThat(count("account where id = " + member + " and password_hash is null and language = 'CY'")).isOne();
    }

    /** Their account is theirs: an archive changes nothing of it, and makes nobody a member who has not said yes here. */
    @Test
    void somebodyKnownHereKeepsTheirAccountUnderItsIdAndIsAsked() throws IOException, SQLException {
        wipe(export("board.age"));
        sql("insert into account (id, version, username, display_name, email, password_hash, language, is_operator, failures) values "
                + "(800001, 0, 'leaver-officer@example.org', 'Another Name', 'leaver-officer@example.org', 'own', 'EN', false, 0)");
        assertThat(restore("board.age").moved()).containsExactly(Map.entry(member, 800001L));
        assertThat(count("member where board = 'leaver' and account_id = 800001 and ended_at is not null")).isOne();
        assertThat(count("member where board = 'leaver' and ended_at is null")).isZero();
        assertThat(count("account_board where board = 'leaver'")).isZero();
        assertThat(count("invitation where board = 'leaver' and open_key = 'leaver-officer@example.org' and roles = 'OFFICER,LEAD' and sent_at is not null"))
                .isOne();
        assertThat(count("person where board = 'leaver' and account_id = 800001")).isOne();
        assertThat(count("account where id = 800001 and display_name = 'Another Name' and password_hash = 'own'")).isOne();
    }

    @Test
    void somebodyWhoseIdIsTakenGetsANewOne() throws IOException, SQLException {
        wipe(export("board.age"));
        sql("insert into account (id, version, username, display_name, email, password_hash, language, is_operator, failures) values ("
                + member + ", 0, 'somebody-else@example.org', 'Else', 'e@example.org', 'own', 'EN', false, 0)");
        Long before = member;
        try {
            assertThat(restore("board.age").moved()).containsExactly(Map.entry(before, 900_001L));
            assertThat(count("member where board = 'leaver' and account_id = 900001")).isOne();
        } finally {
            sql("delete from account where username = 'somebody-else@example.org'");
        }
    }

    @Test
    void whoBelongsToAnotherBoardTooKeepsTheirAccount() throws IOException, SQLException {
        database.run("chscb", entities -> entities.find(Account.class, member).joins("chscb"));
        wipe(export("board.age"));
        assertThat(count("account where id = " + member)).isOne();
        sql("delete from account_board where account_id = " + member);
    }

    @Test
    void aKeyThatCameAlongWithABoardGoesWithIt() throws IOException, SQLException {
        for (String whose : new String[] {"leaver", "chscb"}) {
            sql("insert into audit_key (id, version, key_id, public_key, at_time, previous, declared, own_signature, previous_signature, of_board) values ("
                    + free.incrementAndGet() + ", 0, 'came-along', 'x', now(), '', '', 'x', '', '" + whose + "')");
        }
        wipe(export("board.age"));
        assertThat(count("audit_key where of_board = 'leaver'")).isZero();
        assertThat(count("audit_key where of_board = 'chscb'")).isOne();
        sql("delete from audit_key where of_board = 'chscb'");
    }

    @Test
    void filesComeBackByteForByte() throws IOException, SQLException {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        long document = free.incrementAndGet();
        try (Connection connection = CaseDatabase.asApplication().getConnection(); var insert = connection.prepareStatement(
                "insert into document_content (id, board, version, document_id, bytes) values (?, 'leaver', 0, ?, ?)")) {
            sql("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, created_at, created_by)"
                    + " values (" + document + ", 'leaver', 0, 'LEAVE-2026-0001', 'EVIDENCE', 'T', 'f.bin', 'PDF', 300000, 'x', now(), 'x')");
            insert.setLong(1, free.incrementAndGet());
            insert.setLong(2, document);
            insert.setBytes(3, bytes);
            insert.executeUpdate();
        }
        Manifest left = export("board.age");
        assertThat(left.files()).isOne();
        wipe(left);
        restore("board.age");
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select bytes from document_content where document_id = " + document)) {
            rows.next();
            byte[] kept = rows.getBytes(1);
            assertThat(kept).hasSizeGreaterThan(bytes.length);
            assertThat(new BoardContents(connection, "leaver", own()).plain(document, new ByteArrayInputStream(kept)).readAllBytes()).isEqualTo(bytes);
        }
    }

    /** The archive holds what came in; a wiped board's key is gone, and the restored one has another. */
    @Test
    void whatIsSealedHereIsSealedThereWithAnotherKey() throws IOException, SQLException {
        long document = free.incrementAndGet();
        sql("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, created_at, created_by)"
                + " values (" + document + ", 'leaver', 0, 'LEAVE-2026-0001', 'EVIDENCE', 'T', 'f.pdf', 'PDF', 16, 'x', now(), 'x')");
        sql("insert into document_content (id, board, version, document_id, bytes) values (" + free.incrementAndGet() + ", 'leaver', 0, " + document + ", X'00')");
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            new BoardContents(connection, "leaver", own()).keep(document, "words of a child".getBytes(StandardCharsets.UTF_8), free::incrementAndGet);
        }
        Map<String, String> before = rows();
        Manifest left = export("board.age");
        assertThat(text("board.age")).contains("words of a child").doesNotContain(before.get("CONTENT_KEY").split("\\|")[5]);
        assertThat(left.leftBehind()).contains("content_key", "document_content.key_number");
        wipe(left);
        assertThat(rows()).isEmpty();
        restore("board.age");
        assertThat(rows().get("CONTENT_KEY")).isNotEqualTo(before.get("CONTENT_KEY"));
        assertThat(rows().get("DOCUMENT_CONTENT")).isNotEqualTo(before.get("DOCUMENT_CONTENT"));
        assertThat(export("again.age").contents()).isEqualTo(left.contents());
    }

    /** What is sealed with a key of this installation would be rubbish in another. */
    @Test
    void aRowThatHoldsASecretStaysBehindAndIsNamed() throws IOException, SQLException {
        sql("insert into sign_on_provider (id, board, version, edition, issuer, client_id, client_secret, scopes, label, switched_on, "
                + "passphrases_allowed) values (" + free.incrementAndGet() + ", 'leaver', 0, 1, 'https://id.example.org', 'probity', "
                + "'sealed-here', 'openid', 'Sign in', true, false)");
        Manifest left = export("board.age");
        assertThat(left.leftBehind()).contains("sign_on_provider", "account.password_hash", "account_identity");
        assertThat(text("board.age")).contains("leaver-officer@example.org").doesNotContain("sealed-here");
        wipe(left);
        assertThat(rows()).isEmpty();
        restore("board.age");
        assertThat(rows()).containsKey("MEMBER").doesNotContainKey("SIGN_ON_PROVIDER");
    }

    /** Elsewhere the number before the key would be somebody else's, and what a stranger was answered could not be opened. */
    @Test
    void whatWasAnsweredIsNotRepeatedElsewhere() throws IOException, SQLException {
        sql("insert into replay (id, board, version, replay_key, fingerprint, status, body, since) values (" + free.incrementAndGet()
                + ", 'leaver', 0, 'nobody:print', 'print', 201, 'sealed-here', now())");
        Manifest left = export("board.age");
        assertThat(left.leftBehind()).contains("replay");
        assertThat(text("board.age")).doesNotContain("sealed-here");
        wipe(left);
        assertThat(rows()).isEmpty();
        restore("board.age");
        assertThat(rows()).containsKey("MEMBER").doesNotContainKey("REPLAY");
    }
}
