package org.probity.web.tenancy;

import static org.probity.web.tenancy.Address.of;
import static org.probity.web.tenancy.Address.open;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every address a person can type, and the view it shows. One line each; the first that fits counts, so write a fixed word
 * before a parameter in the same place.
 */
public final class Addresses {

    /** Below {@code /<board>}. */
    static final List<Address> AT_BOARD = List.of(
            open("", "/internal/start"),
            open("/", "/internal/start"),
            open("/theme.css", "/internal/theme"),
            of("/home", "/identity/home.xhtml"),
            of("/members", "/administration/members.xhtml"),
            of("/members/new", "/administration/member.xhtml"),
            of("/organisations/new", "/administration/organisation.xhtml"),
            of("/policy", "/policy/policy.xhtml"),
            of("/policy/new", "/policy/publish.xhtml"),
            of("/audit", "/audit/audit.xhtml"));

    /** Without a board. */
    static final List<Address> WITHOUT_BOARD = List.of(
            open("/", "/internal/start"),
            open("/signin", "/identity/signin.xhtml"),
            open("/signout", "/internal/signout"),
            of("/boards", "/identity/boards.xhtml"),
            of("/operator", "/operator/operator.xhtml"),
            of("/operator/engine", "/operator/engine.xhtml"),
            of("/operator/mail", "/operator/mail.xhtml"),
            of("/operator/boards/new", "/operator/board.xhtml"),
            of("/operator/boards/{slug}/administrator", "/operator/appoint.xhtml"));

    /** Neither board nor signed-in person matters here: these go through as they are. */
    private static final List<String> PASSING = List.of("/api", "/openapi", "/jakarta.faces.resource");

    /** What an address turned out to be: where to forward, with which parameters. */
    public record Found(Address address, Map<String, String> parameters) {
    }

    private Addresses() {
    }

    static Optional<Found> atBoard(String path) {
        return find(AT_BOARD, path);
    }

    static Optional<Found> withoutBoard(String path) {
        return find(WITHOUT_BOARD, path);
    }

    static boolean passes(String path) {
        return PASSING.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static Optional<Found> find(List<Address> addresses, String path) {
        return addresses.stream()
                .flatMap(address -> address.match(path).map(parameters -> new Found(address, parameters)).stream())
                .findFirst();
    }
}
