package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A filter is set once for a whole process, so each of these is read in one of its own. */
class DeserialisationTest {

    private static final List<String> VALUES = List.of("text", "numbers", "days", "fits");
    private static final List<String> STRANGERS = List.of("ours", "address", "concurrent", "proxy", "deep", "many", "wide", "long");

    @Test
    void whereNothingElseWasAskedForOnlyPlainValuesOfSomeSizeAreRead() throws IOException, InterruptedException {
        Map<String, String> became = became();

        assertThat(became).hasSize(VALUES.size() + STRANGERS.size());
        assertThat(VALUES).allSatisfy(name -> assertThat(became).containsEntry(name, "taken"));
        assertThat(STRANGERS).allSatisfy(name -> assertThat(became).containsEntry(name, "refused"));
    }

    @Test
    void aFilterThatTheProcessWasStartedWithStays() throws IOException, InterruptedException {
        Map<String, String> became = became("-Djdk.serialFilter=java.lang.*;!*");

        assertThat(became).containsEntry("text", "taken").containsEntry("fits", "taken").containsEntry("numbers", "refused").containsEntry("ours", "refused");
    }

    /** What became of each object in a process with those options, by its name, and what else it said. */
    private static Map<String, String> became(String... options) throws IOException, InterruptedException {
        String classes = Stream.of(Deserialisation.class, Reader.class).map(DeserialisationTest::place).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classes, Reader.class.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().map(line -> line.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, again) -> one));
    }

    private static String place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    /** The process: it filters as a server does that was started without {@code Launch}, and reads. */
    static final class Reader {

        private Reader() {
        }

        public static void main(String[] args) throws IOException, ClassNotFoundException {
            new Deserialisation().filter();
            for (Map.Entry<String, Object> one : objects().entrySet()) {
                System.out.println(one.getKey() + "=" + read(written(one.getValue())));
            }
        }

        private static Map<String, Object> objects() {
            Map<String, Object> objects = new TreeMap<>();
            objects.put("text", "a text");
            objects.put("numbers", list(Stream.of(1, 2L, new BigDecimal("3.4"))));
            objects.put("days", list(Stream.of(LocalDate.EPOCH, Instant.EPOCH)));
            objects.put("fits", new byte[100_000]);
            objects.put("ours", new Stranger());
            objects.put("address", list(Stream.of(URI.create("https://example.org"))));
            objects.put("concurrent", new ConcurrentHashMap<>(Map.of("a", "b")));
            objects.put("proxy", Proxy.newProxyInstance(Reader.class.getClassLoader(), new Class<?>[] {Comparable.class}, new Stranger()));
            objects.put("deep", Stream.iterate(list(Stream.of("bottom")), inner -> list(Stream.of(inner))).skip(40).findFirst().orElseThrow());
            objects.put("many", list(Stream.generate(UUID::randomUUID).limit(10_001)));
            objects.put("wide", new byte[100_001]);
            objects.put("long", list(Stream.generate(() -> new byte[100_000]).limit(12)));
            return objects;
        }

        private static List<Object> list(Stream<?> of) {
            return of.collect(Collectors.toCollection(ArrayList::new));
        }

        private static byte[] written(Object object) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            return bytes.toByteArray();
        }

        private static String read(byte[] bytes) throws IOException, ClassNotFoundException {
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                in.readObject();
                return "taken";
            } catch (InvalidClassException e) {
                return "refused";
            }
        }
    }

    /** Says so where anything of it is run. */
    private static final class Stranger implements InvocationHandler, Serializable {

        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) {
            System.out.println("acted=yes");
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] args) {
            throw new UnsupportedOperationException();
        }
    }
}
