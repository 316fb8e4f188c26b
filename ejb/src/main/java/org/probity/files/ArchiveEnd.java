package org.probity.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What ends a ZIP: where the list of its parts is and how long. Programs look for it from the end of the file and do not agree on what
 * they take for it, so there is to be nothing to choose from.
 *
 * @param at where in the file it stands
 * @param whole whether the archive is on one disk, and nothing comes after it
 * @param parts as many as it says there are
 * @param size of the list, in bytes
 * @param list where in the file it says that the list begins
 */
record ArchiveEnd(long at, boolean whole, int parts, long size, long list) {

    /** Of its bytes, where no comment follows. */
    private static final int SIZE = 22;

    /** With the longest comment. */
    private static final int LONGEST = SIZE + 0xffff;

    private static final String START = "PK\u0005\u0006";
    private static final String ENTRY = "PK\u0001\u0002";

    /** Leads to the numbers of an archive that is larger than any file taken. */
    private static final String LARGE = "PK\u0006\u0007";
    private static final int LARGE_SIZE = 20;

    private static final int DISKS = 4;
    private static final int PARTS_HERE = 8;
    private static final int PARTS = 10;
    private static final int LIST_SIZE = 12;
    private static final int LIST = 16;
    private static final int COMMENT = 20;

    /** The last one of a file, where it is the last thing in it. */
    static Optional<ArchiveEnd> of(RandomAccessFile file) throws IOException {
        long at = file.length() - SIZE;
        byte[] bytes = new byte[SIZE];
        if (at < 0) {
            return Optional.empty();
        }
        file.seek(at);
        file.readFully(bytes);
        return isAt(bytes, 0, START) ? Optional.of(read(bytes, 0, at)) : Optional.empty();
    }

    private static ArchiveEnd read(byte[] bytes, int from, long at) {
        ByteBuffer numbers = ByteBuffer.wrap(bytes, from, SIZE).slice().order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = numbers.getInt(DISKS) == 0 && numbers.getShort(PARTS_HERE) == numbers.getShort(PARTS) && numbers.getShort(COMMENT) == 0;
        return new ArchiveEnd(at, whole, Short.toUnsignedInt(numbers.getShort(PARTS)), Integer.toUnsignedLong(numbers.getInt(LIST_SIZE)),
                Integer.toUnsignedLong(numbers.getInt(LIST)));
    }

    /** Whether every program finds the same list, right before this: by its place, by its size, and without a look at what is before. */
    boolean isOfOneFile() {
        return whole && list + size == at;
    }

    /** Whether an archive hangs on to a file of another kind, so that it is one thing to one program and another to the next. */
    static boolean hangsOn(byte[] bytes) {
        for (int at = bytes.length - SIZE; at >= Math.max(0, bytes.length - LONGEST); at--) {
            if (bytes[at] == 'P' && isAt(bytes, at, START) && (isAt(bytes, at - LARGE_SIZE, LARGE) || read(bytes, at, at).leadsToAList(bytes))) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsToAList(byte[] bytes) {
        return isAt(bytes, at - size, ENTRY) || isAt(bytes, list, ENTRY);
    }

    private static boolean isAt(byte[] bytes, long at, String what) {
        return at >= 0 && at + what.length() <= bytes.length
                && Arrays.equals(bytes, (int) at, (int) at + what.length(), what.getBytes(StandardCharsets.ISO_8859_1), 0, what.length());
    }
}
