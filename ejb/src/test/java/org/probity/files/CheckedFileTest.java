package org.probity.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Refusal;

class CheckedFileTest {

    private static final Map<String, byte[]> SAMPLES = Map.ofEntries(
            Map.entry("pdf", text("%PDF-1.7\n%âãÏÓ\n")),
            Map.entry("png", hex("89504e470d0a1a0a0000000d49484452")),
            Map.entry("jpg", hex("ffd8ffe000104a46494600010100")),
            Map.entry("gif", text("GIF89a")),
            Map.entry("webp", text("RIFF\u0001\u0001\u0000\u0000WEBPVP8 ")),
            Map.entry("txt", text("Only words, and a few of them: tŷ, dŵr.")),
            Map.entry("csv", text("name;date\nA. Subject;2026-11-08\n")),
            Map.entry("docx", zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")),
            Map.entry("xlsx", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>")),
            Map.entry("odt", zip("mimetype", "application/vnd.oasis.opendocument.text")),
            Map.entry("mp4", hex("00000018667479706d70343200000000")),
            Map.entry("mov", hex("0000001466747970717420200000000071742020")),
            Map.entry("mp3", hex("4944330300000000000a54495432")),
            Map.entry("m4a", hex("00000020667479704d344120000000004d344120")),
            Map.entry("eml", text("From: someone@example.org\nTo: board@example.org\nSubject: A post\n\nLook at this.\n")),
            Map.entry("html", text("<!-- saved from url=(0024)https://social.example/ -->\n<html><head></head></html>")));

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "png", "jpg", "gif", "webp", "txt", "csv", "docx", "xlsx", "odt", "mp4", "mov", "mp3", "m4a",
            "eml", "html"})
    void eachKindOfFileIsTakenUnderItsOwnName(String ending) {
        CheckedFile file = CheckedFile.of("Sample." + ending.toUpperCase(Locale.ROOT), SAMPLES.get(ending));

        assertThat(FileType.named("x." + ending)).contains(file.type());
    }

    @ParameterizedTest
    @CsvSource({"pdf,png", "png,pdf", "txt,pdf", "html,txt", "html,png", "docx,xlsx", "docx,odt", "docx,pdf", "mp4,jpg", "png,jpg",
            "xlsx,docx", "txt,html", "txt,docx", "mp3,txt", "jpg,csv"})
    void aFileUnderTheNameOfAnotherKindIsRefused(String content, String ending) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CheckedFile.of("evidence." + ending, SAMPLES.get(content)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key)
                .containsExactly(tuple("file", "documents.refused.notWhatItSays"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tool.exe", "page.svg", "macro.docm", "archive.zip", "script.js", "noending", "", "a.pdf.exe"})
    void otherKindsAreRefused(String name) {
        assertThatThrownBy(() -> CheckedFile.of(name, SAMPLES.get("pdf"))).hasMessageContaining("documents.refused.type");
    }

    /** A file's name is printed in packs and letters. */
    @ParameterizedTest
    @ValueSource(strings = {"password_hunter22.txt", "PIN 4 8 2 1.png", "log-in sam_hunter22.pdf", "C:\\files\\pass-Rosebud91.pdf", "cyfrinair=Enfys12.txt"})
    void aNameThatGivesAPasswordAwayIsRefused(String name) {
        assertThat(catchThrowableOfType(Refusal.class, () -> CheckedFile.of(name, SAMPLES.get("txt"))).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("file", "kernel.refused.secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Screenshot 2026-03-14 at 19.42.11.txt", "password-reset-mail-2026-03-14.txt", "IMG_20260314_194211.txt", "PIN badge IMG_4482.txt",
            "password policy v2.4.txt", "login-history_2026-11-03.txt", "CHSCB-2026-0042-1.txt"})
    void aNameThatOnlySpeaksOfOneIsTaken(String name) {
        assertThat(CheckedFile.of(name, SAMPLES.get("txt")).fileName()).isEqualTo(name);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> CheckedFile.of("a.txt", new byte[0])).hasMessageContaining("documents.refused.empty");
        assertThatThrownBy(() -> CheckedFile.of("a.txt", null)).hasMessageContaining("documents.refused.empty");
    }

    @Test
    void aFileBeyondTheLimitIsTooLargeAndOneAtTheLimitIsNot() {
        byte[] limit = new byte[25 * 1024 * 1024];
        Arrays.fill(limit, (byte) 'a');

        assertThat(CheckedFile.of("a.txt", limit).bytes()).hasSize(26_214_400);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CheckedFile.of("a.txt", new byte[limit.length + 1]));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    @Test
    void theHashIsTheOneOfTheBytes() {
        assertThat(CheckedFile.of("a.txt", text("abc")).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "C:\\fakepath\\post.png|post.png", "../../etc/passwd.txt|passwd.txt", "a\u202Egnp.txt|agnp.txt", " .. x.pdf|x.pdf", "..png|file.png", "....|file", "a. .|a", " plain|plain",
        "a<b>:c.png|a_b__c.png", "Llun o’r tŷ.jpg|Llun o’r tŷ.jpg", "two  words.txt|two words.txt"})
    void aFileNameIsMadeSafe(String given, String safe) {
        assertThat(FileNames.safe(given)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " ", ". ", "\u0301\u0323", "a\u0327\u0301", "\u202e", "/", "\ud83d", "\ufdfa", "x.", "%"})
    @Timeout(5)
    void aNameOfAHundredThousandOddSignsIsCutBeforeAnythingElseReadsIt(String sign) {
        String name = "a" + sign.repeat(100_000 / sign.length()) + "x.pdf";

        assertThat(CheckedFile.of(name, SAMPLES.get("pdf")).fileName()).hasSizeLessThanOrEqualTo(160).endsWith(".pdf");
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        assertThat(FileNames.safe("x".repeat(400) + ".jpeg")).endsWith("x.jpeg").hasSizeLessThanOrEqualTo(160);
        assertThat(FileNames.safe("a\r\nSet-Cookie: x.txt")).isEqualTo("aSet-Cookie_ x.txt");
        assertThat(FileNames.safe(null)).isEqualTo("file");
        assertThat(FileNames.safe(".png")).isEqualTo("file.png");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(text(namesAndTexts[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
