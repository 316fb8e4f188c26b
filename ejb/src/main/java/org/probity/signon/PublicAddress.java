package org.probity.signon;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses that anybody on the internet may have from those of special networks, the operator's own among them (IANA
 * IPv4 and IPv6 Special-Purpose Address Registries, RFC 6890). An address that only wraps an IPv4 address is as public as that one.
 */
final class PublicAddress {

    /** Never the address of a host on the internet. */
    private static final List<Block> SPECIAL_V4 = blocks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /** Within the one block of IPv6 that hosts on the internet have. */
    private static final List<Block> SPECIAL_V6 = blocks("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20");
    private static final Block GLOBAL_V6 = new Block("2000::/3");

    /** Where an IPv4 address stands within: NAT64 (RFC 6052) and IPv4-compatible at the end, 6to4 (RFC 3056) after the prefix. */
    private static final List<Block> V4_AT_THE_END = blocks("64:ff9b::/96", "::/96");
    private static final Block V4_AFTER_PREFIX = new Block("2002::/16");

    private static final int V4_BYTES = 4;
    private static final int AT_THE_END = 12;
    private static final int AFTER_PREFIX = 2;

    private PublicAddress() {
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == V4_BYTES) {
            return SPECIAL_V4.stream().noneMatch(block -> block.contains(bytes));
        }
        if (V4_AT_THE_END.stream().anyMatch(block -> block.contains(bytes))) {
            return is(within(bytes, AT_THE_END));
        }
        if (V4_AFTER_PREFIX.contains(bytes)) {
            return is(within(bytes, AFTER_PREFIX));
        }
        return GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.contains(bytes)) && !isIsatapInside(bytes);
    }

    /** An IPv4 address behind {@code 0:5efe}, as in ISATAP (RFC 5214). */
    private static boolean isIsatapInside(byte[] bytes) {
        boolean isatap = (bytes[8] & ~2) == 0 && bytes[9] == 0 && (bytes[10] & 0xff) == 0x5e && (bytes[11] & 0xff) == 0xfe;
        return isatap && !is(within(bytes, AT_THE_END));
    }

    private static InetAddress within(byte[] bytes, int from) {
        return address(Arrays.copyOfRange(bytes, from, from + V4_BYTES));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Block> blocks(String... written) {
        return Arrays.stream(written).map(Block::new).toList();
    }

    /** Addresses that begin alike. */
    private static final class Block {

        private final byte[] start;
        private final int bits;

        /** @param written such as {@code 10.0.0.0/8}; nothing is looked up, since it is no name */
        Block(String written) {
            int slash = written.indexOf('/');
            try {
                start = InetAddress.getByName(written.substring(0, slash)).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
            bits = Integer.parseInt(written.substring(slash + 1));
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = Byte.SIZE - bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (rest == Byte.SIZE || (address[whole] & 0xff) >> rest == (start[whole] & 0xff) >> rest);
        }
    }
}
