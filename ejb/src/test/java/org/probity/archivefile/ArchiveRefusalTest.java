package org.probity.archivefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.checkpoint.TestCheckpoints;
import org.probity.crypto.Keys;

/** Whatever is wrong with an archive changes nothing. */
class ArchiveRefusalTest extends ArchiveBench {

    @Test
    void whatChangedSinceIsNotRemoved() throws IOException, SQLException {
        Manifest left = export("board.age");
        sql("update person set job_title = 'Head' where board = 'leaver'");
        Map<String, String> before = rows();
        refused("archive.refused.changedSince", () -> wipe(left));
        assertThat(rows()).isEqualTo(before);
    }

    /** It would bring back members who have left, and take away walls and whatever was decided since. */
    @Test
    void anArchiveFromBeforeTheBoardLeftIsRefused() throws IOException, SQLException {
        wipe(export("board.age"));
        TestCheckpoints.sign(folder.resolve("checkpoints"), BOARD, 17);
        refusedAndNothingWritten("archive.refused.older", () -> restore("board.age"));
    }

    @Test
    void anArchiveIsOpenedByItsOwnKeyOnly() throws IOException, SQLException {
        wipe(export("board.age"));
        refusedAndNothingWritten("archive.refused.wrongKey", () -> restore("board.age", Age.newPair().identity()));
    }

    @Test
    void aCutArchiveIsRefused() throws IOException, SQLException {
        wipe(export("board.age"));
        byte[] whole = Files.readAllBytes(folder.resolve("board.age"));
        for (int length : new int[] {0, 10, 250, whole.length / 2, whole.length - 1}) {
            Files.write(folder.resolve("cut.age"), Arrays.copyOf(whole, length));
            refusedAndNothingWritten(null, () -> restore("cut.age"));
        }
    }

    @Test
    void aChangedByteIsRefused() throws IOException, SQLException {
        wipe(export("board.age"));
        byte[] whole = Files.readAllBytes(folder.resolve("board.age"));
        for (int place : new int[] {5, 100, 200, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(folder.resolve("changed.age"), changed);
            refusedAndNothingWritten(null, () -> restore("changed.age"));
        }
    }

    /** Whoever knows the public key can encrypt: what is inside is held against the manifest all the same. */
    @Test
    void anEntryThatIsNotWhatTheManifestSaysIsRefused() throws IOException, SQLException {
        Manifest left = export("board.age");
        wipe(left);
        try (ArchiveWriter forged = new ArchiveWriter(Age.encrypting(Files.newOutputStream(folder.resolve("forged.age")), keys.recipient()), 6)) {
            forged.add("tables/board.jsonl", out -> out.write("{\"slug\":\"leaver\"}\n".getBytes(StandardCharsets.UTF_8)));
            forged.seal(left, own.getPrivate(), own.getPublic());
        }
        refusedAndNothingWritten("archive.refused.damaged", () -> restore("forged.age"));
    }

    @Test
    void aRowOfAnotherBoardIsRefused() throws IOException, SQLException {
        wipe(export("board.age"));
        forge("forged.age", "tables/organisation.jsonl",
                "{\"board\":\"chscb\",\"contact_email\":\"x@example.org\",\"id\":700001,\"name\":\"Planted\",\"version\":0}\n");
        refusedAndNothingWritten("archive.refused.damaged", () -> restore("forged.age"));
        assertThat(count("organisation where name = 'Planted'")).isZero();
    }

    @Test
    void aTableThatIsNoBoardsIsRefused() throws IOException, SQLException {
        wipe(export("board.age"));
        forge("forged.age", "tables/account.jsonl", "{\"id\":700002,\"username\":\"intruder\",\"is_operator\":true}\n");
        refusedAndNothingWritten("archive.refused.damaged", () -> restore("forged.age"));
        assertThat(count("account where username = 'intruder'")).isZero();
    }

    @Test
    void aBoardThatIsThereIsNotOverwritten() throws IOException, SQLException {
        export("board.age");
        Map<String, String> before = rows();
        refused("archive.refused.boardExists", () -> restore("board.age"));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aBoardWithAnAddressOfTheInstallationIsRefused() throws IOException, SQLException {
        Manifest left = export("board.age");
        wipe(left);
        rewrite("operator.age", new Manifest(left.format(), left.release(), left.schema(), left.engine(), "operator", left.name(), left.at(),
                left.tables(), left.files(), left.leftBehind(), left.processes(), left.audit(), left.checkpointKeys(), left.contents()));
        refusedAndNothingWritten("archive.refused.boardExists", () -> restore("operator.age"));
    }

    @Test
    void anIdThatIsTakenIsRefused() throws IOException, SQLException {
        Long id = database.call(BOARD, entities -> entities.createQuery("select o.id from Organisation o", Long.class).getSingleResult());
        wipe(export("board.age"));
        sql("insert into organisation (id, board, version, name, contact_email) values (" + id + ", 'chscb', 0, 'In the way', 'w@example.org')");
        refusedAndNothingWritten("archive.refused.taken", () -> restore("board.age"));
        sql("delete from organisation where id = " + id);
    }

    @Test
    void anotherVersionOfTheDatabaseIsRefused() throws IOException, SQLException {
        Manifest left = export("board.age");
        wipe(left);
        rewrite("older.age", new Manifest(left.format(), "0.1", "001", left.engine(), left.board(), left.name(), left.at(),
                left.tables(), left.files(), left.leftBehind(), left.processes(), left.audit(), left.checkpointKeys(), left.contents()));
        refusedAndNothingWritten("archive.refused.schema", () -> restore("older.age"));
    }

    @Test
    void aProcessThatDoesNotRunHereIsRefused() throws IOException, SQLException {
        Manifest left = export("board.age");
        wipe(left);
        rewrite("other.age", new Manifest(left.format(), left.release(), left.schema(), left.engine(), left.board(), left.name(), left.at(),
                left.tables(), left.files(), left.leftBehind(), List.of("no-process@0123456789abcdef"), left.audit(), left.checkpointKeys(), left.contents()));
        refusedAndNothingWritten("archive.refused.processes", () -> restore("other.age"));
    }

    /** Whoever checked an export of the board would hold all that is signed here for signed with a key that was replaced. */
    @Test
    void aKeyThatPutsItselfInThePlaceOfOursIsRefused() throws IOException, SQLException {
        Manifest left = export("board.age");
        wipe(left);
        KeyPair ours = Keys.makePair();
        Long known = TestCheckpoints.knowHere(ours);
        try {
            rewrite("declared.age", withKeys(left, TestCheckpoints.inPlaceOf(ours, false)));
            refusedAndNothingWritten("archive.refused.audit", () -> restore("declared.age"));
            assertThat(count("audit_key where of_board = 'leaver'")).isZero();
            rewrite("elsewhere.age", withKeys(left, TestCheckpoints.inPlaceOf(Keys.makePair(), false), TestCheckpoints.inPlaceOf(ours, true)));
            restore("elsewhere.age");
            assertThat(count("audit_key where of_board = 'leaver'")).isEqualTo(2);
        } finally {
            sql("delete from audit_key where id = " + known);
        }
    }

    private static Manifest withKeys(Manifest left, String... lines) {
        return new Manifest(left.format(), left.release(), left.schema(), left.engine(), left.board(), left.name(), left.at(),
                left.tables(), left.files(), left.leftBehind(), left.processes(), left.audit(), List.of(lines), left.contents());
    }

    @Test
    void aSecretInAnArchiveIsRefused() throws IOException, SQLException {
        wipe(export("board.age"));
        forge("forged.age", "tables/sign_on_provider.jsonl", "{\"board\":\"leaver\",\"client_id\":\"x\",\"client_secret\":\"planted\","
                + "\"edition\":1,\"id\":700003,\"issuer\":\"https://id.example.org\",\"label\":\"x\",\"passphrases_allowed\":false,"
                + "\"scopes\":\"openid\",\"switched_on\":true,\"version\":0}\n");
        refusedAndNothingWritten("archive.refused.damaged", () -> restore("forged.age"));
    }
}
