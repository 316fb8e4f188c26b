package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a file says, looked for where it must not be read, and read where it must be. */
final class KeptContents {

    private static final String SENTENCE = "What somebody posted.";
    private static final String WORDS = SENTENCE.repeat(4000);

    private KeptContents() {
    }

    /** A file for a case. */
    static byte[] file() {
        return WORDS.getBytes(StandardCharsets.UTF_8);
    }

    /** Sealed in the rows of PostgreSQL, and again, by the clockwork, where an earlier release had left it as it came. */
    static void areSealed(TwoInstallations both, String reference) {
        String document = both.rows("document_id from evidence_item where reference = '" + reference + "' and document_id is not null").get(0);
        String readable = "count(*) from document_content where position('" + SENTENCE + "'::bytea in bytes) > 0";
        assertThat(both.rows(readable)).containsExactly("0");
        both.change("update document_content set key_number = null, bytes = '" + WORDS + "'::bytea where document_id = " + document);
        assertThat(both.rows(readable)).containsExactly("1");
        Api.await("what lay open is sealed", () -> both.rows("key_number from document_content where document_id = " + document).get(0) != null);
        assertThat(both.rows(readable)).containsExactly("0");
    }

    /** The file of the embedded database says what a case says, but nothing of what its files say. */
    static void areReadAndNotOnTheDiskOf(Server server, Api api, String reference) {
        areRead(api, reference);
        Path data = server.base().resolve("data/probity");
        Api.await("the case is on the disk", () -> isSaid(data, Walk.WHAT));
        assertThat(isSaid(data, SENTENCE)).isFalse();
    }

    /** To whoever may read it, a file is what it was. */
    static void areRead(Api api, String reference) {
        JsonObject list = api.get("officer", "investigations/" + reference + "/evidence?size=100");
        String id = Walk.objects(list, "items").filter(item -> item.toString().contains("What was posted")).findFirst().orElseThrow().get("id").getAsString();
        assertThat(api.tryGet("officer", "investigations/" + reference + "/evidence/" + id + "/file").body()).isEqualTo(WORDS);
    }

    private static boolean isSaid(Path folder, String words) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".db")).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
