package org.probity.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.files.OfficeFileTest.acts;
import static org.probity.files.OfficeFileTest.ending;
import static org.probity.files.OfficeFileTest.joined;
import static org.probity.files.OfficeFileTest.moved;
import static org.probity.files.OfficeFileTest.parts;
import static org.probity.files.OfficeFileTest.zip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.AtOnce;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.HeapBudget;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/** What looking through an office file may cost: how much of it is unpacked, how much is in memory, and how many at once. */
class OfficeFileLimitsTest {

    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"<a b='%s'/>", "<a><!--%s--></a>", "<a><![CDATA[%s]]></a>"})
    void aSmallFileThatIsImmenseOnceItIsReadIsRefused(String part) {
        byte[] file = zip("word/document.xml", "<w/>", "word/header1.xml", part.formatted("x".repeat(19 * MEGABYTE)));
        assertThat(file).hasSizeLessThan(30_000);
        swells(file);
    }

    @Test
    void whatAFileBringsAlongCountsWithIt() {
        Map<String, byte[]> parts = parts("word/document.xml", "<w/>");
        byte[] table = zip("xl/workbook.xml", "<x/>", "xl/worksheets/sheet1.xml", "<s>" + " ".repeat(MEGABYTE / 2) + "</s>");
        IntStream.range(0, 50).forEach(n -> parts.put("word/embeddings/" + n + ".xlsx", table));
        swells(zip(parts));
        parts.values().removeIf(table::equals);
        Map<String, byte[]> empty = parts("xl/workbook.xml", "<x/>");
        IntStream.range(0, 1_500).forEach(n -> empty.put("xl/media/" + n, new byte[0]));
        parts.put("word/embeddings/1.xlsx", zip(empty));
        CheckedFile.of("report.docx", zip(parts));
        parts.put("word/embeddings/2.xlsx", zip(empty));
        swells(zip(parts));
    }

    @Test
    void aDamagedFileIsRefusedLikeAnyOther() {
        for (String part : new String[] {"<a>\u00ff</a>", "<?xml version='1.0' encoding='nonsense'?><a/>", "<a>&unknown;</a>"}) {
            acts("report.docx", zip("word/document.xml", "<w/>", "word/header1.xml", part));
        }
        byte[] file = zip("word/document.xml", "<w/>", "word/media/1.png", "a picture");
        int entry = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        System.arraycopy(new byte[] {2, 0, 0, 0}, 0, file, entry + 20, 4);
        assertThatThrownBy(() -> CheckedFile.of("report.docx", file)).hasMessageContaining("notWhatItSays");
    }

    /** Somebody who has one looked through, and sends five more from as many windows; and so while two others have theirs. */
    @ParameterizedTest
    @CsvSource({"1,1,TOO_MANY", "2,3,UNAVAILABLE"})
    void fewAreLookedThroughAtOnce(int busy, long person, Refusal.Kind refused) throws Exception {
        byte[] file = zip("word/document.xml", "<w/>");
        Caller caller = new Caller(person, null, "Olwen", Set.of(Role.EMPLOYEE), null, Language.EN);
        LongStream.rangeClosed(1, busy).forEach(n -> assertThat(OfficeFile.AT_ONCE.take(n, OfficeFile.MEMORY)).isEqualTo(HeapBudget.Answer.GRANTED));
        List<Optional<Throwable>> ended = AtOnce.run(5, () -> CurrentCaller.run(caller, () -> {
            try {
                CheckedFile.of("report.docx", file);
            } catch (TryAgainLater e) {
                OfficeFile.AT_ONCE.giveBack(1L, OfficeFile.MEMORY);
                throw e;
            }
        }));
        LongStream.rangeClosed(2, busy).forEach(n -> OfficeFile.AT_ONCE.giveBack(n, OfficeFile.MEMORY));
        assertThat(ended.stream().flatMap(Optional::stream)).singleElement().isInstanceOfSatisfying(TryAgainLater.class, later -> assertThat(later.kind()).isEqualTo(refused));
    }

    @ParameterizedTest
    @CsvSource({"15,1,true", "30,1,false", "200,1,false", "1,40,false", "0,3000,false"})
    void aDocumentIsCountedWhileItIsUnpacked(int megabytes, int parts, boolean taken) {
        byte[] file = swelling(megabytes, parts);
        if (taken) {
            CheckedFile.of("report.docx", file);
        } else {
            swells(file);
        }
    }

    /** The directory of the archive says that there is nothing in it. */
    @Test
    void whatAPartSaysOfItsOwnSizeIsNotBelieved() {
        byte[] file = swelling(30, 1);
        int directory = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        System.arraycopy(new byte[] {16, 0, 0, 0}, 0, file, directory + 24, 4);
        assertThatThrownBy(() -> CheckedFile.of("report.docx", file)).hasMessageContaining("documents.refused.");
    }

    /** Whoever opens an archive has the list of its parts in memory, before there is anything to count. */
    @ParameterizedTest
    @CsvSource({"10,true", "30,false"})
    void aListOfPartsIsMeasuredBeforeItIsRead(int parts, boolean taken) {
        Map<String, byte[]> all = parts("word/document.xml", "<w/>");
        IntStream.range(0, parts).forEach(i -> all.put("word/" + i + "x".repeat(60_000), new byte[0]));
        if (taken) {
            CheckedFile.of("report.docx", zip(all));
        } else {
            swells(zip(all));
        }
    }

    /** What ends the file says that there is one part; an end before it, whose comment is all of the rest, has many. */
    @Test
    void manyPartsAreNotHiddenBehindAnotherEnd() {
        Map<String, byte[]> many = parts("word/document.xml", "<w/>");
        IntStream.range(0, 3_000).forEach(n -> many.put("word/media/" + n, new byte[0]));
        byte[] first = zip(many);
        byte[] last = zip("word/document.xml", "<w/>");
        byte[] file = joined(ending(first, 20, last.length), ending(moved(last, first.length - 3), 20, 1));
        assertThatThrownBy(() -> CheckedFile.of("report.docx", file)).hasMessageContaining("notWhatItSays");
    }

    private static void swells(byte[] file) {
        assertThatThrownBy(() -> CheckedFile.of("report.docx", file)).hasMessageContaining("documents.refused.swells");
    }

    private static byte[] swelling(int megabytes, int parts) {
        Map<String, byte[]> all = parts("word/document.xml", "<w/>");
        byte[] zeros = new byte[megabytes * MEGABYTE];
        for (int i = 0; i < parts; i++) {
            all.put("word/media/" + i + ".bmp", zeros);
        }
        return zip(all);
    }
}
