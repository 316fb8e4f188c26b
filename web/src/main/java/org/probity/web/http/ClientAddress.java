package org.probity.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request comes from. What a client writes into {@code X-Forwarded-For} counts for nothing: it is read only where
 * {@code PROBITY_BEHIND_PROXY} says that a proxy stands in front, and then only what that proxy itself added, which is the
 * last entry. {@code Forwarded} and every other header of the kind are never read.
 */
public final class ClientAddress {

    private static final boolean BEHIND_PROXY = Boolean.parseBoolean(System.getenv("PROBITY_BEHIND_PROXY"));

    /** Bits of IPv6 that a customer is given: one network at least, and often 256 or 65,536 of them (RFC 6177, 2). */
    private static final int[] NETWORKS = {64, 56, 48};

    /** How many networks there are one within the other. */
    static final int CIRCLES = NETWORKS.length;
    private static final int LONGEST = 64;
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
    private static final String DOTTED = OCTET + "(?:\\." + OCTET + "){3}";
    private static final Pattern V4 = Pattern.compile(DOTTED);
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,8}(?:(?<=:)" + DOTTED + ")?");

    private ClientAddress() {
    }

    /** The address of the client, as {@link Intake} found it out. */
    public static String of(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    /** The client's own address, that of the proxy where it says nothing, or nothing where what it says is no address. */
    static Optional<InetAddress> find(InetAddress peer, List<String> forwarded) {
        return find(peer, forwarded, BEHIND_PROXY);
    }

    static Optional<InetAddress> find(InetAddress peer, List<String> forwarded, boolean behindProxy) {
        if (!behindProxy || forwarded == null || forwarded.isEmpty()) {
            return Optional.of(peer);
        }
        String last = forwarded.get(forwarded.size() - 1);
        return read(withoutPort(last.substring(last.lastIndexOf(',') + 1).strip()));
    }

    /**
     * What is counted as one client: an IPv4 address, or a network of IPv6. After that come the wider networks it is within,
     * which may all belong to one customer; they are counted too, and may do some more.
     */
    static List<String> networks(InetAddress address) {
        return address instanceof Inet6Address ? Arrays.stream(NETWORKS).mapToObj(bits -> network(address.getAddress(), bits)).toList()
                : List.of(address.getHostAddress());
    }

    /** The same for an address that is written down; what is none counts for itself. */
    static List<String> networks(String address) {
        return address == null ? List.of("null") : read(address).map(ClientAddress::networks).orElse(List.of(address));
    }

    /** Nothing here is ever looked up by name. An IPv4 address within an IPv6 one, as a dual socket has it, is that IPv4 address. */
    private static Optional<InetAddress> read(String written) {
        if (written.length() > LONGEST || !V4.matcher(written).matches() && !V6.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(written)).filter(read -> read instanceof Inet4Address || written.indexOf(':') >= 0);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String network(byte[] address, int bits) {
        try {
            return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address, bits / Byte.SIZE), address.length)).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutPort(String written) {
        if (written.startsWith("[")) {
            return written.replaceFirst("^\\[([^]]*)](?::\\d{1,5})?$", "$1");
        }
        return written.replaceFirst("^([0-9.]+):\\d{1,5}$", "$1");
    }
}
