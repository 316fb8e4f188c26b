package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.detection.Safeguarding;
import org.probity.disclosure.PackSource.Warning;
import org.probity.documents.Document;
import org.probity.files.FileType;
import org.probity.kernel.Language;

/** Which files of a case could go into its pack. */
class PackFilesTest {

    private static final String CASE = "CHSCB-2026-0871";
    private static final String TOLD = CASE + "-referral-9-1-letter.pdf";
    private static final PackCase OF = new PackCase(9L, 2, CASE, 1L, 2L, "Why", null, Set.of(TOLD, CASE + "-referral-9-2-letter.pdf"));

    @Test
    void aFileOfTheSubjectsGoesInWhateverItIsCalledAndALetterAboutAReferralNever() {
        List<PackSource> sources = TestDatabase.get().call("chscb", entities -> {
            file(entities, Document.Kind.REPLY, "my-referral-reply.txt", FileType.TXT);
            file(entities, Document.Kind.REPLY, TOLD, FileType.PDF);
            file(entities, Document.Kind.LETTER, TOLD, FileType.PDF);
            file(entities, Document.Kind.LETTER, CASE + "-referral-9-2-letter.pdf", FileType.PDF);
            file(entities, Document.Kind.PACK, CASE + "-referral-9-1.pdf", FileType.PDF);
            file(entities, Document.Kind.LETTER, CASE + "-3-1.pdf", FileType.PDF);
            List<PackSource> found = sources(entities).of(OF, Language.EN);
            entities.createNativeQuery("delete from document where reference = '" + CASE + "'").executeUpdate();
            return found;
        });
        assertThat(sources).extracting(PackSource::kind, source -> source.file().fileName())
                .containsExactlyInAnyOrder(tuple(ItemKind.REPLY_FILE, "my-referral-reply.txt"),
                        tuple(ItemKind.REPLY_FILE, TOLD), tuple(ItemKind.LETTER, CASE + "-3-1.pdf"));
    }

    @Test
    void aPageOrAMailOfTheSubjectsStaysOutUntilSomebodyHasLooked() {
        List<PackSource> sources = TestDatabase.get().call("chscb", entities -> {
            file(entities, Document.Kind.REPLY, "page.html", FileType.HTML);
            file(entities, Document.Kind.REPLY, "mail.eml", FileType.EML);
            file(entities, Document.Kind.REPLY, "words.pdf", FileType.PDF);
            List<PackSource> found = sources(entities).of(OF, Language.CY);
            entities.createNativeQuery("delete from document where reference = '" + CASE + "'").executeUpdate();
            return found;
        });
        assertThat(sources).extracting(source -> source.file().fileName(), PackSource::suggested, PackSource::warning)
                .containsExactly(tuple("page.html", false, Warning.MAY_RUN), tuple("mail.eml", false, Warning.MAY_RUN),
                        tuple("words.pdf", true, Warning.MAY_SHOW_OTHERS));
    }

    /** It is still spoken of, and a pack that was composed before is composed anew. */
    @Test
    void whereAnIndecentImageIsSuspectedNoFileThatWasSentInGoesAlong() {
        List<List<PackSource>> beforeAndAfter = TestDatabase.get().call("chscb", entities -> {
            file(entities, Document.Kind.REPLY, "words.pdf", FileType.PDF);
            file(entities, Document.Kind.LETTER, CASE + "-3-1.pdf", FileType.PDF);
            insert(entities, "investigation", "reference, title, stage, opened_at, hard_stop, contact_allowed", "'" + CASE + "', 'A case', 'REFERRAL', now(), false, true");
            List<PackSource> before = sources(entities).of(OF, Language.EN);
            entities.createNativeQuery("update investigation set hard_stop = true where reference = '" + CASE + "'").executeUpdate();
            List<PackSource> after = sources(entities).of(OF, Language.EN);
            entities.createNativeQuery("delete from investigation where reference = '" + CASE + "'").executeUpdate();
            entities.createNativeQuery("delete from document where reference = '" + CASE + "'").executeUpdate();
            return List.of(before, after);
        });
        assertThat(beforeAndAfter.get(1)).extracting(PackSource::kind, PackSource::title, source -> source.file() == null)
                .containsExactly(tuple(ItemKind.REPLY_FILE, "File sent with a reply: words.pdf", true), tuple(ItemKind.LETTER, beforeAndAfter.get(0).get(1).title(), false));
        assertThat(beforeAndAfter.get(1).get(0).fingerprint()).isNotEqualTo(beforeAndAfter.get(0).get(0).fingerprint());
        assertThat(beforeAndAfter.get(1).get(1).fingerprint()).isEqualTo(beforeAndAfter.get(0).get(1).fingerprint());
    }

    @Test
    void aFileThatSomebodyElseRecordedIsNotSaidToBeSentByTheSubject() {
        List<String> titles = TestDatabase.get().call("chscb", entities -> {
            file(entities, Document.Kind.REPLY, "told.pdf", FileType.PDF);
            file(entities, Document.Kind.REPLY, "sent.pdf", FileType.PDF);
            entities.createNativeQuery("set referential_integrity false").executeUpdate();
            insert(entities, "cooperation_request", "reference, subject_id, policy_day, kind, ask, ground, status, reply_by, signed_at, signed_account, signed_name",
                    "'" + CASE + "', 1, current_date, 'STATEMENT', '-', '-', 'REPLIED', now(), now(), 1, '-'");
            insert(entities, "cooperation_reply", "request_id, round_number, answer, channel, late, signed_at, signed_account, signed_name",
                    "(select id from cooperation_request where reference = '" + CASE + "'), 1, 'ANSWERED', 'LETTER', false, now(), 1, 'Olwen Officer'");
            insert(entities, "cooperation_reply_file", "request_id, reply_id, document_id", "1, (select p.id from cooperation_reply p join cooperation_request r "
                    + "on r.id = p.request_id where r.reference = '" + CASE + "'), (select id from document where reference = '" + CASE + "' and file_name = 'told.pdf')");
            List<String> found = sources(entities).of(OF, Language.EN).stream().map(PackSource::title).toList();
            entities.createNativeQuery("delete from cooperation_reply_file where request_id = 1").executeUpdate();
            entities.createNativeQuery("delete from cooperation_reply where request_id in (select id from cooperation_request where reference = '" + CASE + "')").executeUpdate();
            entities.createNativeQuery("delete from cooperation_request where reference = '" + CASE + "'").executeUpdate();
            entities.createNativeQuery("delete from document where reference = '" + CASE + "'").executeUpdate();
            entities.createNativeQuery("set referential_integrity true").executeUpdate();
            return found;
        });
        assertThat(titles).containsExactly("File with a reply by letter, as Olwen Officer recorded it for the board: told.pdf", "File sent with a reply: sent.pdf");
    }

    private static void insert(EntityManager entities, String table, String columns, String values) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") values (next value for probity_id, 'chscb', 0, " + values + ")")
                .executeUpdate();
    }

    private static FileSources sources(EntityManager entities) {
        return TestDatabase.wire(new FileSources(), entities, TestDatabase.wire(new RecordedFiles(), entities),
                TestDatabase.wire(new Safeguarding(), entities));
    }

    private static void file(EntityManager entities, Document.Kind kind, String name, FileType type) {
        entities.createNativeQuery("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, "
                + "created_at, created_by) values (next value for probity_id, 'chscb', 0, ?, ?, ?, ?, ?, 9, '00', ?, 'Siân')")
                .setParameter(1, CASE).setParameter(2, kind.name()).setParameter(3, name).setParameter(4, name).setParameter(5, type.name())
                .setParameter(6, Instant.parse("2026-11-20T10:00:00Z")).executeUpdate();
    }
}
