package org.probity.signon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.probity.kernel.Refusal;
import org.probity.notification.Links;

/**
 * Which addresses a board's administrator may make this server call. Always https, and never the operator's own network
 * unless {@code PROBITY_SSO_INTERNAL} is {@code true}. Where Probity itself is reached at a loopback address only, as
 * on a trial, plain http to a literal loopback address is taken too.
 */
final class ProviderAddresses {

    private static final boolean INTERNAL = "true".equals(System.getenv("PROBITY_SSO_INTERNAL"));
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

    private ProviderAddresses() {
    }

    /** Whether it can be an issuer: an address of a kind we call, without query, fragment or user. */
    static boolean isIssuer(String address) {
        URI uri = parsed(address.strip());
        return uri != null && isOfAKindWeCall(uri) && uri.getRawQuery() == null;
    }

    /** @throws Refusal STATE for an address that is of no kind we call */
    static URI require(URI uri) {
        if (uri == null || !isOfAKindWeCall(uri)) {
            throw Refusal.state("signon.refused.address");
        }
        return uri;
    }

    /**
     * Asked just before each call, so that what leads inside is not even tried; {@link GuardedSockets} asks again.
     *
     * @throws IOException where the name leads into the operator's own network
     */
    static void requireOutside(URI uri) throws IOException {
        if (!isOfAKindWeCall(uri)) {
            throw new IOException("Not an address to be called");
        }
        if (!mayLeadInside(uri)) {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                requireOutside(address);
            }
        }
    }

    /** @throws IOException for an address of the operator's own network, or of none at all */
    static void requireOutside(InetAddress address) throws IOException {
        if (address == null || isInside(address)) {
            throw new IOException("Leads into the operator's own network");
        }
    }

    /** Whether the operator has opened their own network to that. */
    static boolean mayLeadInside(URI uri) {
        return INTERNAL || isLocalTrial(uri);
    }

    private static boolean isOfAKindWeCall(URI uri) {
        return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isLocalTrial(uri));
    }

    private static boolean isLocalTrial(URI uri) {
        return isLiteralLoopback(uri.getHost()) && isLocal(URI.create(Links.toRoot("")).getHost());
    }

    private static boolean isLocal(String host) {
        return host != null && (LOOPBACK.contains(host) || isLiteralLoopback(host));
    }

    private static boolean isLiteralLoopback(String host) {
        return host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    static boolean isInside(InetAddress address) {
        return !PublicAddress.is(address);
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
