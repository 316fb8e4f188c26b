package org.probity.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the environment may say. A start-up setting that makes no sense stops the start: taken for something else, or for
 * nothing, it would open what its author meant to close. The rates of {@code PROBITY_LIMITS} are read where they are used.
 */
public final class Settings {

    private static final Setting[] KNOWN = {
        setting("PROBITY_DEMO", "true or false", Settings::isSwitch),
        setting("PROBITY_DATA", "a folder, or one to be made", Settings::isFolder),
        setting("PROBITY_KEYS", "a folder, or one to be made", Settings::isFolder),
        setting("PROBITY_ARCHIVES", "a folder, or one to be made", Settings::isFolder),
        setting("PROBITY_CHECKPOINTS", "a folder, or one to be made", Settings::isFolder),
        setting("PROBITY_WITNESS_MAIL", "an e-mail address", value -> value.matches("[^@\\s<>]{1,64}@[^@\\s<>]{1,190}")),
        setting("PROBITY_WITNESS_TSA", "an address such as https://tsa.example.org", Settings::isAddress),
        setting("PROBITY_NEW_CHECKPOINT_KEY", "a reason of at most 500 characters", value -> value.length() <= 500),
        setting("PROBITY_DB_DRIVER", "h2 or postgresql", value -> value.matches("h2|postgresql")),
        setting("PROBITY_DB_URL", "an address such as jdbc:postgresql://host/name", value -> value.matches("jdbc:(h2|postgresql):\\S+")),
        setting("PROBITY_DB_USER", "a role", Settings::isWord),
        setting("PROBITY_DB_OWNER_USER", "a role", Settings::isWord),
        setting("PROBITY_DB_PASSWORD", "a password", value -> true),
        setting("PROBITY_DB_OWNER_PASSWORD", "a password", value -> true),
        setting("PROBITY_DB_POOL", "a number from 2 to 1000", value -> isNumber(value, 2, 1000)),
        setting("PROBITY_QUERY_SECONDS", "a number from 1 to 3600", value -> isNumber(value, 1, 3_600)),
        setting("PROBITY_SMTP_HOST", "the name or address of a host", Settings::isWord),
        setting("PROBITY_SMTP_PORT", "a number from 1 to 65535", value -> isNumber(value, 1, 65_535)),
        setting("PROBITY_SMTP_USER", "a user name", Settings::isWord),
        setting("PROBITY_SMTP_PASSWORD", "a password", value -> true),
        setting("PROBITY_SMTP_TLS", "true or false", Settings::isSwitch),
        setting("PROBITY_MAIL_FROM", "an e-mail address", value -> value.matches("[^@]*[^@\\s<>]@[^@\\s<>]+>?")),
        setting("PROBITY_BEHIND_PROXY", "true or false", Settings::isSwitch),
        setting("PROBITY_SSO_INTERNAL", "true or false", Settings::isSwitch),
        setting("PROBITY_SESSION_MINUTES", "a number from 5 to 9999999", value -> isNumber(value, 5, 9_999_999)),
        setting("PROBITY_SESSION_HOURS", "a number from 1 to 9999999", value -> isNumber(value, 1, 9_999_999)),
        setting("PROBITY_SESSIONS", "a number from 1 to 9999999", value -> isNumber(value, 1, 9_999_999)),
        setting("PROBITY_URL", "an address such as https://probity.example.org", Settings::isAddress),
        setting("PROBITY_BIND", "an address of this machine", Settings::isHost),
        setting("PROBITY_NODE", "a name of up to 23 letters, digits, dots, dashes and underscores", value -> value.matches("[\\w.-]{1,23}"))};

    private record Setting(String name, String must, Predicate<String> fits) {

        /** Tried as it is used, with every space and line end around it. Values may be secrets, so that they are not repeated. */
        Stream<String> problems(String given) {
            if (given == null || !given.isBlank() && fits.test(given)) {
                return Stream.empty();
            }
            return Stream.of(name + (given.isBlank() ? " is empty: leave it out, or give it " + must : " has to be " + must));
        }
    }

    private Settings() {
    }

    /** @throws IllegalStateException naming the variables, in one line */
    public static void require(Map<String, String> environment) {
        List<String> problems = problems(environment);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
    }

    static List<String> problems(Map<String, String> environment) {
        List<String> problems = new ArrayList<>(Stream.of(KNOWN).flatMap(setting -> setting.problems(environment.get(setting.name()))).toList());
        if ("postgresql".equals(environment.get("PROBITY_DB_DRIVER"))) {
            Stream.of("PROBITY_DB_URL", "PROBITY_DB_USER", "PROBITY_DB_PASSWORD")
                    .filter(name -> !environment.containsKey(name)).map(name -> name + " has to be set on PostgreSQL").forEach(problems::add);
        }
        String url = environment.getOrDefault("PROBITY_DB_URL", "");
        if (!url.isBlank() && !url.startsWith("jdbc:" + environment.getOrDefault("PROBITY_DB_DRIVER", "h2") + ":")) {
            problems.add("PROBITY_DB_URL does not fit PROBITY_DB_DRIVER");
        }
        if (environment.containsKey("PROBITY_DB_OWNER_USER") != environment.containsKey("PROBITY_DB_OWNER_PASSWORD")) {
            problems.add("PROBITY_DB_OWNER_USER and PROBITY_DB_OWNER_PASSWORD have to be set together");
        }
        if (environment.containsKey("PROBITY_SMTP_USER") != environment.containsKey("PROBITY_SMTP_PASSWORD")) {
            problems.add("PROBITY_SMTP_USER and PROBITY_SMTP_PASSWORD have to be set together");
        }
        return problems;
    }

    private static Setting setting(String name, String must, Predicate<String> fits) {
        return new Setting(name, must, fits);
    }

    private static boolean isSwitch(String value) {
        return value.matches("(?i)true|false");
    }

    private static boolean isWord(String value) {
        return value.matches("\\S{1,253}");
    }

    private static boolean isNumber(String value, int least, int most) {
        return value.matches("[0-9]{1,7}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    private static boolean isFolder(String value) {
        try {
            Path path = Path.of(value);
            return value.equals(value.strip()) && (Files.isDirectory(path) || Files.notExists(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHost(String value) {
        try {
            return isWord(value) && InetAddress.getByName(value) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
