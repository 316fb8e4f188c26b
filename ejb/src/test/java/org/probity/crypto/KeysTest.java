package org.probity.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    private Path data;

    private Keys keys() {
        Keys keys = new Keys(new KeyFolder(data.resolve("keys")));
        keys.load();
        return keys;
    }

    @Test
    void whatOneStartSealedTheNextOpens() {
        String sealed = keys().seal("totp/1", "gair cudd \u2013 a secret");
        assertThat(sealed).doesNotContain("secret");
        assertThat(keys().open("totp/1", sealed)).isEqualTo("gair cudd \u2013 a secret");
    }

    @Test
    void theSameSecretIsNeverSealedAlike() {
        assertThat(keys().seal("totp/1", "secret")).isNotEqualTo(keys().seal("totp/1", "secret"));
    }

    @Test
    void aSecretOfAnotherRowOrAChangedOneDoesNotOpen() {
        Keys keys = keys();
        String sealed = keys.seal("totp/1", "secret");
        String changed = (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);
        assertThatThrownBy(() -> keys.open("totp/2", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open("totp/1", changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatOneStartSignsTheNextChecks() throws Exception {
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(keys().pair().getPrivate());
        signing.update(new byte[] {1, 2, 3});
        byte[] signature = signing.sign();
        Signature checking = Signature.getInstance("Ed25519");
        checking.initVerify(keys().checking());
        checking.update(new byte[] {1, 2, 3});
        assertThat(checking.verify(signature)).isTrue();
    }

    @Test
    void nobodyButTheOwnerReadsThem() throws Exception {
        keys();
        try (Stream<Path> files = Files.walk(data.resolve("keys"))) {
            assertThat(files.filter(f -> !f.endsWith(".lock")).map(KeysTest::permissions))
                    .allMatch(p -> p.substring(3).equals("------")).hasSize(4);
        }
    }

    @Test
    void nodesThatStartAtOnceShareOneSetOfKeys() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        List<Future<Keys>> started = Stream.generate(() -> nodes.submit(this::keys)).limit(8).toList();
        String sealed = started.get(0).get().seal("x", "one");
        for (Future<Keys> node : started) {
            assertThat(node.get().open("x", sealed)).isEqualTo("one");
        }
        nodes.shutdown();
    }

    @Test
    void aDamagedKeyIsNamedAndNotReplaced() throws Exception {
        keys();
        Path key = data.resolve("keys").resolve("checkpoint.key");
        Files.writeString(key, "rubbish");
        assertThatThrownBy(this::keys).isInstanceOf(UncheckedIOException.class).hasRootCauseInstanceOf(Exception.class);
        assertThat(key).hasContent("rubbish");
    }

    @Test
    void whileItRunsNoKeyIsMadeAnew() throws Exception {
        Keys keys = keys();
        String sealed = keys.seal("x", "one");
        Path folder = data.resolve("keys");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(keys::reload).isInstanceOf(IllegalStateException.class).hasMessageContaining("secrets.key is missing");
        assertThat(folder.resolve("secrets.key")).doesNotExist();
        assertThat(folder.resolve("checkpoint.key")).doesNotExist();
        assertThat(keys.open("x", sealed)).isEqualTo("one");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
