package org.probity.web.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.crypto.SealedFolder;
import org.probity.documents.Documents;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** Once a case takes no file, none lies waiting for it. */
class KeptFilesTest {

    private static final Caller SUBJECT = new Caller(1L, 1L, "Sam", Set.of(Role.EMPLOYEE), null, Language.EN);
    private static final Refusal STOPPED = new Refusal(Refusal.Kind.STATE, List.of(new Refusal.Problem("file", "investigation.refused.noFiles")));

    @TempDir
    private Path folder;

    private final KeptFiles files = new KeptFiles();
    private KeptFolder kept;
    private boolean stopped;

    private final Documents documents = new Documents() {
        @Override
        public void check(String reference, String fileName, byte[] bytes) {
            if (stopped) {
                throw STOPPED;
            }
        }
    };

    @BeforeEach
    void oneFileWaits() {
        kept = new KeptFolder(new SealedFolder(folder.resolve("kept")), Clock.systemUTC());
        kept.begin();
        add("first.jpg");
    }

    @Test
    void whereItIsRefusedAsItIsSentNothingIsLeft() throws IOException {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> send(STOPPED));
        assertThat(refusal).isSameAs(STOPPED);
        assertThat(files.getNames()).isEmpty();
        assertThat(lying()).isZero();
    }

    @Test
    void whereAnotherIsRefusedAsItIsAddedNothingIsLeft() throws IOException {
        stopped = true;
        assertThat(catchThrowableOfType(Refusal.class, () -> add("second.jpg"))).isSameAs(STOPPED);
        assertThat(files.getNames()).isEmpty();
        assertThat(lying()).isZero();
    }

    @Test
    void whereSomethingElseIsWrongItStaysToBeSentAgain() throws IOException {
        assertThat(catchThrowableOfType(Refusal.class, () -> send(Refusal.invalid("words", "kernel.refused.required")))).isNotNull();
        assertThat(files.getNames()).containsExactly("first.jpg");
        assertThat(lying()).isOne();
    }

    private void add(String name) {
        Part part = (Part) Proxy.newProxyInstance(Part.class.getClassLoader(), new Class<?>[] {Part.class}, (proxy, method, args) -> switch (method.getName()) {
            case "getSubmittedFileName" -> name;
            case "getSize" -> 3L;
            case "getInputStream" -> new ByteArrayInputStream(new byte[] {1, 2, 3});
            default -> throw new UnsupportedOperationException(method.getName());
        });
        CurrentBoard.run("chscb", () -> CurrentCaller.run(SUBJECT, () -> files.add("CHSCB-2026-0042", List.of(part), documents, kept)));
    }

    private void send(Refusal refusal) {
        CurrentCaller.run(SUBJECT, () -> files.send(kept, any -> {
            throw refusal;
        }));
    }

    private long lying() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("kept"))) {
            return all.count();
        }
    }
}
