package org.probity.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that acts, is fetched from elsewhere or is two things at once comes in as an honest document or picture. */
class OfficeFileTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @Test
    void anHonestDocumentComesInWithItsPicturesLinksAndTables() {
        byte[] table = zip("xl/workbook.xml", "<x/>", "[Content_Types].xml", types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
        Map<String, byte[]> parts = parts("word/document.xml", "<w/>", "word/media/image1.png", "\u0089PNG",
                "[Content_Types].xml", types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                RELATIONS, relation("hyperlink", "https://example.org/policy", "External"));
        parts.put("word/embeddings/Microsoft_Excel_Sheet.xlsx", table);
        CheckedFile.of("report.docx", zip(parts));
        CheckedFile.of("report.docx", zip("word/document.xml", "<w/>", RELATIONS, relation("image", "media/image1.png", "Internal")));
        CheckedFile.of("notes.odt", odt("<office:document-content xmlns:office='o' xmlns:text='t' xmlns:draw='d' xmlns:xlink='x'>"
                + "<text:a xlink:href='https://example.org/'/><draw:image xlink:href='Pictures/1.png'/></office:document-content>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaproject.Bin", "WORD/vbaData.xml", "word/activeX/activeX1.xml", "customUI/customUI14.xml",
            "xl/macrosheets/sheet1.xml"})
    void macrosAreRefusedInWhateverCaseTheyAreWritten(String part) {
        acts("report.docx", zip("word/document.xml", "<w/>", part, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "PK\u0003\u0004", "7z\u00bc\u00af\u0027\u001c", "Rar!\u001a", "\u007fELF", "\u001f\u008b"})
    void programsContainersAndArchivesAreRefusedUnderAnyName(String start) {
        acts("report.docx", zip("word/document.xml", "<w/>", "word/media/image1.png", start));
        acts("report.docx", zip("word/document.xml", "<w/>", "word/embeddings/data.bin", start));
    }

    @Test
    void whatAChartBringsAlongIsLookedThroughAndBringsNothingMore() {
        acts("report.docx", nested("word/embeddings/Sheet.xlsx", zip("xl/workbook.xml", "<x/>", "xl/vbaProject.bin", "x")));
        byte[] inner = zip("xl/workbook.xml", "<x/>");
        Map<String, byte[]> table = parts("xl/workbook.xml", "<x/>");
        table.put("xl/embeddings/Sheet.xlsx", inner);
        acts("report.docx", nested("word/embeddings/Sheet.xlsx", zip(table)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"attachedTemplate|https://attack.invalid/t.dotm|External", "attachedTemplate|file:///c:/t.dotm|external", "image|http://attack.invalid/a.png|EXTERNAL",
            "oleObject|\\\\attack.invalid\\share\\x|External", "frame|https://attack.invalid/|External", "externalLinkPath|file://attack.invalid/x.xlsx|External",
            "hyperlink|javascript:alert(1)|External", "hyperlink|file://attack.invalid/x|External", "hyperlink|ms-msdt:x|External", "image|http://attack.invalid/a.png|Internal",
            "image|http://attack.invalid/a.png|", "vbaProject|vbaProject.bin|Internal", "image|//attack.invalid/a|Internal"})
    void whatIsFetchedFromElsewhereIsRefused(String type, String target, String mode) {
        acts("report.docx", zip("word/document.xml", "<w/>", "word/_rels/settings.xml.rels", relation(type, target, mode == null ? "" : mode)));
        acts("report.docx", zip("word/document.xml", "<w/>", "WORD/_RELS/Settings.xml.RELS", relation(type, target, mode == null ? "" : mode)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject", "application/vnd.ms-office.activeX+xml"})
    void aDocumentThatSaysItHoldsMacrosIsRefused(String type) {
        acts("report.docx", zip("word/document.xml", "<w/>", "[Content_Types].xml", types(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>", "<!DOCTYPE r><r/>", "<r", "", "no XML"})
    void aPartThatCannotBeReadIsNotBelieved(String part) {
        acts("report.docx", zip("word/document.xml", "<w/>", RELATIONS, part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r xmlns:draw='d' xmlns:xlink='x'><draw:image xlink:href='https://attack.invalid/1.png'/></r>",
            "<r xmlns:draw='d' xmlns:xlink='x'><draw:object xlink:href='file:///etc/passwd'/></r>", "<r xmlns:script='s'><script:event-listener/></r>",
            "<r xmlns:office='s'><office:script/></r>", "<r xmlns:text='t'><text:dde-connection-decl/></r>",
            "<r xmlns:style='s' xmlns:xlink='x'><style:background-image xlink:href='https://attack.invalid/1.png'/></r>",
            "<r xmlns:table='t' xmlns:xlink='x'><table:table-source xlink:href='//attack.invalid/1'/></r>"})
    void anOpenDocumentThatShowsOrRunsSomethingElseIsRefused(String content) {
        acts("notes.odt", odt(content));
        acts("notes.odt", zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>", "Object 1/content.xml", content));
        acts("notes.odt", zip("mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", "<x/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:instrText>DDEAUTO c:\\\\cmd.exe \"/k calc\"</w:instrText>", "<w:instrText> dde x</w:instrText>", "<w:fldSimple w:instr=' INCLUDEPICTURE \"https://attack.invalid/1.png\" '/>",
            "<w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDE</w:instrText><w:r/><w:instrText>TEXT \"c:/x\"</w:instrText><w:fldChar w:fldCharType='end'/>",
            "<w:instrText>D<![CDATA[D]]>E<!-- x -->AUTO</w:instrText>", "<w:delInstrText>LINK Excel.Sheet.12</w:delInstrText>", "<w:instrText>{ </w:instrText><w:fldChar/><w:instrText>QUOTE 68 68 69</w:instrText>"})
    void aFieldThatAsksAnotherProgramOrFileIsRefused(String field) {
        String part = "<w:document xmlns:w='w'><w:p>" + field + "</w:p></w:document>";
        acts("report.docx", zip("word/document.xml", part));
        acts("report.docx", zip("word/document.xml", "<w/>", "word/header3.xml", part));
    }

    @Test
    void fieldsAndFormulasThatStayWithinTheFileAreTaken() {
        CheckedFile.of("report.docx", zip("word/document.xml", "<w:document xmlns:w='w'><w:fldChar w:fldCharType='begin'/><w:instrText> PAGE \\* MERGEFORMAT</w:instrText>"
                + "<w:fldChar w:fldCharType='end'/><w:instrText>HYPERLINK \"https://example.org/link\"</w:instrText><w:fldSimple w:instr='TOC'/><w:t>DDEAUTO is a word here</w:t></w:document>",
                "customXml/item1.xml", "<!DOCTYPE x><x/>"));
        CheckedFile.of("table.xlsx", zip("xl/workbook.xml", "<x/>", "xl/worksheets/sheet1.xml", "<s><c><f>SUM(Images!A1:A9)</f><v>WEBSERVICE(1)</v></c></s>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"xl/externalLinks/externalLink1.xml|<externalLink/>", "xl/links.xml|<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>",
            "xl/worksheets/sheet1.xml|<s><f>_xlfn.WEBSERVICE(\"https://attack.invalid/\")</f></s>", "xl/worksheets/sheet1.xml|<s><f>_xlfn.WEB<![CDATA[SERVICE (A1)]]></f></s>",
            "xl/workbook2.xml|<w><definedName name='x'>IMAGE(A1)</definedName></w>", "xl/connections.xml|<connections><connection id='1'/></connections>"})
    void aTableThatAsksElsewhereIsRefused(String part, String content) {
        acts("table.xlsx", zip("xl/workbook.xml", "<x/>", part, content));
    }

    @Test
    void aPartThatIsReadIsNeitherDeepNorLong() {
        acts("report.docx", zip("word/document.xml", "<w/>", RELATIONS, "<a>".repeat(2_000_000)));
        assertThatThrownBy(() -> CheckedFile.of("report.docx", zip("word/document.xml", "<w/>", RELATIONS, "<a><!--" + "x".repeat(21 * MEGABYTE) + "--></a>")))
                .hasMessageContaining("documents.refused.");
    }

    @Test
    void namesThatLeadElsewhereOrStandTwiceAreRefused() {
        for (String name : new String[] {"../word/x.xml", "/word/x.xml", "word\\x.xml", "WORD/document.xml"}) {
            assertThatThrownBy(() -> CheckedFile.of("report.docx", zip("word/document.xml", "<w/>", name, "x"))).as(name).hasMessageContaining("notWhatItSays");
        }
    }

    @Test
    void oneFileIsNotTwo() {
        byte[] document = zip("word/document.xml", "<w/>");
        for (String start : new String[] {"%PDF-1.7\n", "GIF89a\u0001\u0000\u0001\u0000", "MZ"}) {
            assertThatThrownBy(() -> CheckedFile.of("report.docx", joined(start.getBytes(StandardCharsets.ISO_8859_1), document))).hasMessageContaining("notWhatItSays");
        }
        assertThatThrownBy(() -> CheckedFile.of("report.docx", joined(document, "<script>".getBytes(StandardCharsets.UTF_8)))).hasMessageContaining("notWhatItSays");
        for (String[] host : new String[][] {{"a.pdf", "%PDF-1.7\n"}, {"a.gif", "GIF89a\u0001\u0000\u0001\u0000"}, {"a.txt", "Only words.\n"}}) {
            byte[] plain = host[1].getBytes(StandardCharsets.ISO_8859_1);
            assertThat(CheckedFile.of(host[0], plain).bytes()).isEqualTo(plain);
            assertThatThrownBy(() -> CheckedFile.of(host[0], joined(plain, document))).as(host[0]).hasMessageContaining("notWhatItSays");
            assertThatThrownBy(() -> CheckedFile.of(host[0], joined(plain, ending(moved(document, plain.length), 12, 0x100)))).as(host[0]).hasMessageContaining("notWhatItSays");
            byte[] large = ("PK\u0006\u0007" + ".".repeat(16) + "PK\u0005\u0006" + "\u00ff".repeat(16) + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> CheckedFile.of(host[0], joined(plain, large))).as(host[0]).hasMessageContaining("notWhatItSays");
        }
    }

    /** One program begins with the last end there is, the next goes on to one whose comment is all of the rest. */
    @Test
    void behindAHarmlessFileThereIsNoOther() {
        twoInOne("report.docx", zip("word/document.xml", "<w/>"), zip("word/document.xml", "<w/>", "word/vbaProject.bin", "x"));
        twoInOne("notes.odt", odt("<x/>"), zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>", "Basic/script-lc.xml", "<x/>"));
        byte[] table = zip("xl/workbook.xml", "<x/>");
        byte[] within = joined(ending(table, 20, table.length), ending(moved(table, table.length - 3), 20, 1));
        assertThatThrownBy(() -> CheckedFile.of("report.docx", nested("word/embeddings/Sheet.xlsx", within))).hasMessageContaining("notWhatItSays");
    }

    private static void twoInOne(String name, byte[] harmless, byte[] active) {
        byte[] behind = joined(ending(harmless, 20, active.length), ending(moved(active, harmless.length - 3), 20, 1));
        assertThatThrownBy(() -> CheckedFile.of(name, behind)).as(name).hasMessageContaining("notWhatItSays");
    }

    /** Disks, both counts of parts, size and place of their list, and the length of a comment. */
    @ParameterizedTest
    @CsvSource({"4,1", "6,1", "8,2", "10,2", "12,47", "16,1", "16,65535", "20,1"})
    void whatEndsAFileSaysWhatIsThere(int at, int other) {
        byte[] file = zip("word/document.xml", "<w/>");
        CheckedFile.of("report.docx", file);
        assertThatThrownBy(() -> CheckedFile.of("report.docx", ending(file, at, other))).hasMessageContaining("notWhatItSays");
    }

    /** The same archive with another number in what ends it. */
    static byte[] ending(byte[] archive, int at, int number) {
        byte[] other = archive.clone();
        ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putShort(other.length - 22 + at, (short) number);
        return other;
    }

    /** The same archive, saying that it lies further on. */
    static byte[] moved(byte[] archive, int by) {
        byte[] other = archive.clone();
        ByteBuffer numbers = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putInt(other.length - 6, numbers.getInt(other.length - 6) + by);
        String signs = new String(other, StandardCharsets.ISO_8859_1);
        for (int at = signs.indexOf("PK\u0001\u0002"); at >= 0; at = signs.indexOf("PK\u0001\u0002", at + 1)) {
            numbers.putInt(at + 42, numbers.getInt(at + 42) + by);
        }
        return other;
    }

    @ParameterizedTest
    @CsvSource({"png,89504e470d0a1a0a0000000d494844520000c3500000c350,89504e470d0a1a0a0000000d4948445200001b5800001b58", "gif,47494638396150c350c3,474946383961581b581b",
            "jpg,ffd8ffe000044a46ffc0001108c350c35003,ffd8ffe000044a46ffc00011081b581b5803",
            "webp,5249464600000000574542505650385800000000000000004fc3004fc300,5249464600000000574542505650385800000000000000000f0000100000",
            "webp,52494646000000005745425056503820460000003000009d012aff3fff3f,52494646000000005745425056503820460000003000009d012a0f000f00",
            "webp,5249464600000000574542505650384c000000002fffffff0f0000000000,5249464600000000574542505650384c000000002f0f000f000000000000"})
    void aPictureIsMeasuredBeforeAnybodyUnpacksIt(String ending, String immense, String large) {
        assertThat(CheckedFile.of("post." + ending, HexFormat.of().parseHex(large)).type()).isEqualTo(FileType.named("x." + ending).orElseThrow());
        assertThatThrownBy(() -> CheckedFile.of("post." + ending, HexFormat.of().parseHex(immense))).hasMessageContaining("documents.refused.picture");
    }

    @ParameterizedTest
    @CsvSource({"gif,474946383961010001000000002c00000000204e204e00", "gif,474946383961010001008000000000000000002100032c2c2c002c00000000010001000002002c00000000204e204e0002003b",
            "jpg,ffd8ffe000044a4600ffc0001108c350c35003", "jpg,ffd8ffe000044a46ff0000ffc0001108c350c35003", "jpg,ffd8ffe000044a46ffd0ffc0001108c350c35003"})
    void aPictureIsMeasuredWhereProgramsFindItsSize(String ending, String picture) {
        assertThatThrownBy(() -> CheckedFile.of("post." + ending, HexFormat.of().parseHex(picture))).hasMessageContaining("documents.refused.picture");
    }

    static void acts(String name, byte[] file) {
        assertThatThrownBy(() -> CheckedFile.of(name, file)).hasMessageContaining("documents.refused.acts");
    }

    private static String relation(String type, String target, String mode) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='" + OFFICE + type + "' Target='" + target + "' TargetMode='"
                + mode + "'/></Relationships>";
    }

    private static String types(String type) {
        return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/a' ContentType='" + type + "'/></Types>";
    }

    private static byte[] odt(String content) {
        return zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content);
    }

    private static byte[] nested(String name, byte[] bytes) {
        Map<String, byte[]> parts = parts("word/document.xml", "<w/>");
        parts.put(name, bytes);
        return zip(parts);
    }

    static byte[] zip(String... namesAndTexts) {
        return zip(parts(namesAndTexts));
    }

    static Map<String, byte[]> parts(String... namesAndTexts) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            parts.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
