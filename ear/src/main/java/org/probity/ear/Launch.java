package org.probity.ear;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.probity.crypto.OwnerOnly;
import org.probity.server.Settings;

/** Runs the provisioned server as a child of the build, and takes it down with the build. */
public final class Launch {

    private static final int PORT = 8080;
    private static final int SECONDS_TO_STOP = 20;

    private static final List<String> OPENED_TO_THE_SERVER = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private static final Path SHELL = Path.of("/bin/sh");

    /** What the server writes is its owner's alone; Java itself cannot say so for a process. */
    private static final List<String> CLOSED_TO_OTHERS = List.of(SHELL.toString(), "-c", "umask 077 && exec \"$@\"", "probity");

    /** What may be read from a stream of objects, from the first line on: plain values, as {@code kernel.Deserialisation} has it too. */
    private static final String OBJECTS = "maxdepth=32;maxrefs=10000;maxbytes=1048576;maxarray=100000;"
            + "java.lang.*;java.util.*;java.math.*;java.time.*;!*";

    private static volatile boolean stopping;

    private Launch() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]).toAbsolutePath().normalize();
        Path base = Path.of(args[1]).toAbsolutePath().normalize();
        Path data = Path.of(args[2]).toAbsolutePath().normalize();
        Settings.require(System.getenv());
        refuseAPortInUse();
        prepare(home, base);
        Map<String, String> environment = Preparation.before(home, base, data, System.getenv(), ProcessBuilder.Redirect.INHERIT);
        if (System.getProperty("dev") != null) {
            thread("follow-pages", LivePages.in(base, Path.of(args[3]).toAbsolutePath().normalize())::follow);
        }
        ProcessBuilder builder = new ProcessBuilder(command(home, base, data, 0)).redirectErrorStream(true);
        builder.environment().keySet().retainAll(environment.keySet());
        Process server = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-server"));
        say(server, base);
        int status = server.waitFor();
        if (status != 0 && !stopping) {
            throw new IllegalStateException("The server ended with status " + status + ".");
        }
    }

    /** Makes a new base directory from the installation, so that a build does not reach into a server that runs. */
    public static void prepare(Path home, Path base) throws IOException {
        delete(base);
        OwnerOnly.folder(base);
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        OwnerOnly.folder(base.resolve("data"));
        OwnerOnly.folder(base.resolve("tmp"));
        OwnerOnly.folder(base.resolve("deployments"));
        Files.copy(home.resolve("standalone/deployments/probity.ear"), base.resolve("deployments/probity.ear"));
    }

    /** The command line of a server: its installation, its base directory, where its data lives, and what is added to every port. */
    public static List<String> command(Path home, Path base, Path data, int portOffset) {
        List<String> command = new ArrayList<>(Files.isExecutable(SHELL) ? CLOSED_TO_OTHERS : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getenv().getOrDefault("PROBITY_JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC").trim().split("\\s+")));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(OPENED_TO_THE_SERVER);
        command.add("-Djdk.serialFilter=" + OBJECTS);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.add("-Djava.io.tmpdir=" + base.resolve("tmp"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        command.add("-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri());
        command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
        command.add("-Djboss.home.dir=" + home);
        command.add("-Djboss.server.base.dir=" + base);
        command.add("-Djboss.socket.binding.port-offset=" + portOffset);
        command.add("-Dprobity.data=" + data);
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString(), "-mp", home.resolve("modules").toString(),
                "org.jboss.as.standalone"));
        return command;
    }

    private static void refuseAPortInUse() throws IOException {
        String address = bound();
        try (ServerSocket probe = new ServerSocket(PORT, 1, InetAddress.getByName(address))) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new IOException("Port " + PORT + " on " + address + " is in use: is Probity running already?", e);
        }
    }

    private static void say(Process server, Path base) {
        Console console = new Console(System.out);
        System.out.println("All that the server says: " + Path.of("").toAbsolutePath().relativize(base.resolve("log/server.log")));
        thread("read-server", () -> console.follow(server.getInputStream()));
        String bound = bound();
        thread("await-server", () -> {
            if (new Answering(URI.create("http://" + ("0.0.0.0".equals(bound) ? "127.0.0.1" : bound) + ":" + PORT + "/signin")).isSoon(server)) {
                console.ready(System.getenv().getOrDefault("PROBITY_URL", "http://localhost:" + PORT));
            }
        });
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static String bound() {
        return System.getenv().getOrDefault("PROBITY_BIND", "127.0.0.1");
    }

    private static void stop(Process server) {
        stopping = true;
        // Not by the process itself, which would close what its last words come through
        server.toHandle().destroy();
        try {
            if (!server.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(path -> !path.toString().contains("standalone_xml_history")).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    OwnerOnly.folder(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
