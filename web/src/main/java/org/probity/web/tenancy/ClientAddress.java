package org.probity.web.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a request comes from. What a client writes into {@code X-Forwarded-For} counts for nothing: it is read only where
 * {@code PROBITY_BEHIND_PROXY} says that a proxy stands in front, and then only what that proxy itself added, which is the
 * last entry.
 */
public final class ClientAddress {

    private static final boolean BEHIND_PROXY = Boolean.parseBoolean(System.getenv("PROBITY_BEHIND_PROXY"));
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {
    }

    /** The address of the client, or of the proxy where that does not say. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")), BEHIND_PROXY);
    }

    static String of(String peer, List<String> forwarded, boolean behindProxy) {
        if (!behindProxy || forwarded.isEmpty()) {
            return peer;
        }
        String last = forwarded.get(forwarded.size() - 1);
        String nearest = withoutPort(last.substring(last.lastIndexOf(',') + 1).strip());
        return isLiteral(nearest) ? nearest : peer;
    }

    /** What is counted as one client: an IPv4 address, or the 64 bits of IPv6 that one customer is given at least. */
    static String network(String address) {
        try {
            InetAddress read = isLiteral(address) ? InetAddress.getByName(address) : null;
            return read instanceof Inet6Address ? InetAddress.getByAddress(upperHalf(read.getAddress())).getHostAddress() + "/64" : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static byte[] upperHalf(byte[] address) {
        return Arrays.copyOf(Arrays.copyOf(address, NETWORK_BYTES), address.length);
    }

    private static String withoutPort(String written) {
        if (written.startsWith("[")) {
            return written.replaceFirst("^\\[([^]]*)].*$", "$1");
        }
        return written.replaceFirst("^([0-9.]+):\\d+$", "$1");
    }

    /** Nothing here is ever looked up by name. */
    private static boolean isLiteral(String address) {
        return address != null && (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || address.matches("[0-9a-fA-F.]*:[0-9a-fA-F:.%]*"));
    }
}
