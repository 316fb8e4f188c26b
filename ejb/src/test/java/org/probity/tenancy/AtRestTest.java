package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.crypto.OwnerOnly;

class AtRestTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx------", "rwxrwx---", "rwx--x--x", "rwx-----x", "rwx----w-"})
    void whatIsOursIsClosed(String permissions) throws IOException {
        permit(permissions);
        AtRest.closeOurs(folder);
        assertThat(OwnerOnly.permissions(folder)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---", "rwx--x---", "rwx-----x", "rwx---r--"})
    void aFolderThatSomebodyNamedIsRefusedAndLeftAsItIs(String permissions) throws IOException {
        permit(permissions);
        assertThatThrownBy(() -> AtRest.requireClosed("PROBITY_KEYS", folder)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("PROBITY_KEYS").hasMessageContaining(permissions).message().hasLineCount(1);
        assertThat(OwnerOnly.permissions(folder)).isEqualTo(permissions);
    }

    @Test
    void whatIsClosedOrYetToBeMadeIsFine() throws IOException {
        permit("rwx------");
        assertThatCode(() -> AtRest.requireClosed("PROBITY_KEYS", folder)).doesNotThrowAnyException();
        assertThatCode(() -> AtRest.requireClosed("PROBITY_KEYS", folder.resolve("none"))).doesNotThrowAnyException();
        assertThatCode(() -> AtRest.closeOurs(folder.resolve("none"))).doesNotThrowAnyException();
    }

    @Test
    void whatIsMadeIsItsOwnersAlone() throws IOException {
        Path made = OwnerOnly.folder(folder.resolve("a/b"));
        assertThat(OwnerOnly.permissions(made)).isEqualTo("rwx------");
        assertThat(OwnerOnly.permissions(made.getParent())).isEqualTo("rwx------");
        Path file = OwnerOnly.write(made.resolve("secret"), "Ŵyn");
        assertThat(OwnerOnly.permissions(OwnerOnly.write(file, "Ŵyn again"))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo("Ŵyn again");
    }

    @Test
    void anEmbeddedDatabaseElsewhereHasAFolderToo() {
        assertThat(AtRest.folderOf("jdbc:h2:file:/srv/cases/probity;WRITE_DELAY=0")).contains(Path.of("/srv/cases"));
        assertThat(AtRest.folderOf("jdbc:h2:/srv/cases/probity")).contains(Path.of("/srv/cases"));
        assertThat(AtRest.folderOf("jdbc:h2:~/cases/probity")).contains(Path.of(System.getProperty("user.home"), "cases"));
        for (String none : new String[] {"", "jdbc:h2:mem:x", "jdbc:h2:tcp://host/x", "jdbc:postgresql://host/x"}) {
            assertThat(AtRest.folderOf(none)).isEmpty();
        }
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
