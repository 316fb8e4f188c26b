package org.probity.demo;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.tenancy.Installation.Kind;

/**
 * Whether an installation is a demonstration is decided at its first start: as asked for by name, else by where it stands.
 * What nobody but this machine can reach, on a database of its own, is tried out; anything else is real.
 *
 * @param asked {@code PROBITY_DEMO}; null or empty where nothing was asked for
 * @param alone whether the database is the embedded one, and only this machine reaches the server
 */
record FirstStart(String asked, boolean alone) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @param bound address the server listens on */
    static FirstStart of(Map<String, String> environment, String bound, boolean embedded) {
        boolean proxied = Boolean.parseBoolean(environment.get("PROBITY_BEHIND_PROXY"));
        return new FirstStart(environment.get("PROBITY_DEMO"),
                embedded && !proxied && isLoopback(bound) && isHere(environment.get("PROBITY_URL")));
    }

    /**
     * @param written what the installation is already; it stays that
     * @throws IllegalStateException where it is asked to be the other
     */
    Kind kind(Optional<Kind> written) {
        Optional<Kind> wanted = asked == null || asked.isBlank() ? Optional.empty()
                : Optional.of(Boolean.parseBoolean(asked.strip()) ? Kind.DEMO : Kind.REAL);
        if (written.isPresent() && wanted.isPresent() && !written.equals(wanted)) {
            throw new IllegalStateException("PROBITY_DEMO=" + asked + ", but this installation is "
                    + (written.get() == Kind.DEMO ? "a demonstration" : "a real one") + ", which never changes: give the other a database of its own.");
        }
        return written.or(() -> wanted).orElse(alone ? Kind.DEMO : Kind.REAL);
    }

    /** Whether mails and letters lead to this machine. A name is not looked up: who asks elsewhere may be told another address. */
    private static boolean isHere(String url) {
        return url == null || HERE.contains(String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT));
    }

    private static boolean isLoopback(String bound) {
        try {
            return InetAddress.getByName(bound).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
