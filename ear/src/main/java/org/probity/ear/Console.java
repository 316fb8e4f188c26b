package org.probity.ear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a server's words somebody reads who has just started it: a line for each stage, what goes wrong, and last, once it
 * answers, how to sign in. The server's own log keeps everything.
 */
final class Console {

    /** The time, with or without its day, then how grave it is, who says it, on which thread, and what. */
    private static final Pattern EVENT = Pattern.compile("(?:[0-9-]++ )?+[0-9:,]++ ([A-Z]++) ++\\[([^]]*+)] \\([^)]*+\\) (.*+)");
    private static final Set<String> QUIET = Set.of("TRACE", "DEBUG", "INFO");
    private static final String OURS = "org.probity";

    /** What the server calls the beginning of each stage. */
    private static final Map<String, String> STAGES = stages();

    private final PrintStream out;
    private final List<String> kept = new ArrayList<>();
    private boolean ready;

    Console(PrintStream out) {
        this.out = out;
    }

    private static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("WFLYSRV0049", "Starting the server");
        stages.put("WFLYSRV0027", "Unpacking Probity");
        stages.put("WFLYJPA0003", "Opening the database");
        stages.put("HHH000204", "Reading the tables, and making those of the demonstration where there are none");
        stages.put("RESTEASY002225", "Opening the pages");
        stages.put("WFLYSRV0220", "Stopping");
        return stages;
    }

    /** Reads to the end of what the server says, which is the end of the server. */
    void follow(InputStream said) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tell(line);
            }
        } catch (IOException endedByForce) {
            // Nothing more comes
        }
    }

    synchronized void tell(String line) {
        Matcher event = EVENT.matcher(line);
        if (!event.matches()) {
            out.println(line);
        } else if (!QUIET.contains(event.group(1))) {
            out.println(event.group(1) + " " + event.group(3));
        } else if (event.group(2).startsWith(OURS)) {
            ours(event.group(3));
        } else {
            STAGES.entrySet().stream().filter(stage -> event.group(3).startsWith(stage.getKey())).forEach(stage -> out.println(stage.getValue() + " …"));
        }
    }

    /** What Probity says before anybody can reach it is read best when they can. */
    private void ours(String words) {
        if (ready) {
            out.println(words);
        } else {
            kept.add(words);
        }
    }

    /** The server answers: from now on nothing is kept back. */
    synchronized void ready(String address) {
        ready = true;
        out.println();
        kept.forEach(out::println);
        kept.clear();
        out.println("Probity answers at " + address + "; Ctrl-C ends it.");
    }
}
