package org.probity.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * An export as one file. Programs do not agree on what they take of a ZIP that names an entry twice, hides one between others or says
 * more of one than its name: so that whoever unpacks it reads what was checked, there is to be nothing to choose from.
 */
final class ExportZip {

    private static final Set<String> NAMES = Set.of(Verifier.AUDIT, Verifier.CHECKPOINTS, Verifier.KEYS, "checkpoint.pub", "verify.txt");

    /** What the records begin with (APPNOTE 4.3). */
    private static final int LOCAL = 0x04034b50;
    private static final int LISTED = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END = 0x06054b50;

    /** Bytes of the records without what varies. */
    private static final int LOCAL_BYTES = 30;
    private static final int LISTED_BYTES = 46;
    private static final int DESCRIPTOR_BYTES = 16;
    private static final int END_BYTES = 22;

    /** Sizes stand behind the contents, and names are in UTF-8; nothing else is said of an entry. */
    private static final int DESCRIBED = 0x0008;
    private static final int UTF_8 = 0x0800;

    private final FileChannel file;
    private long local;
    private long listed;

    private ExportZip(FileChannel file) {
        this.file = file;
    }

    /** @throws ZipException where one program could take something else out of it than another */
    static void requireOneReading(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            new ExportZip(file).requireNothingBetween();
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path)); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String digest = digest(zip);
                zip.closeEntry();
                require(NAMES.contains(entry.getName()) && inOrder.put(entry.getName(), said(entry, digest)) == null);
            }
        }
        Map<String, String> fromList = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    require(fromList.put(entry.getName(), said(entry, digest(in))) == null);
                }
            }
        }
        require(fromList.equals(inOrder));
    }

    /** The one counted what is there, the other believes the list: programs that cut by what the list says are to find the same. */
    private static String said(ZipEntry entry, String digest) {
        return String.join(" ", String.valueOf(entry.getMethod()), String.valueOf(entry.getCrc()), String.valueOf(entry.getSize()),
                String.valueOf(entry.getCompressedSize()), digest);
    }

    /** Entries from the first byte on, then the list of them, then its end, and nothing else anywhere. */
    private void requireNothingBetween() throws IOException {
        long at = file.size() - END_BYTES;
        require(at >= 0);
        ByteBuffer end = read(at, END_BYTES);
        int entries = end.getShort(10);
        listed = Integer.toUnsignedLong(end.getInt(16));
        require(end.getInt(0) == END && end.getInt(4) == 0 && end.getShort(8) == entries && end.getShort(20) == 0
                && listed + Integer.toUnsignedLong(end.getInt(12)) == at && entries > 0 && entries <= NAMES.size());
        long list = listed;
        for (int i = 0; i < entries; i++) {
            requireOnlyContents();
        }
        require(local == list && listed == at);
    }

    private void requireOnlyContents() throws IOException {
        ByteBuffer header = read(listed, LISTED_BYTES);
        int flags = header.getShort(8);
        int name = Short.toUnsignedInt(header.getShort(28));
        long size = Integer.toUnsignedLong(header.getInt(20));
        require(header.getInt(0) == LISTED && header.getShort(10) == ZipEntry.DEFLATED && header.getShort(36) == 0 && header.getInt(38) == 0 && (flags & ~(DESCRIBED | UTF_8)) == 0 && header.getInt(30) == 0 && header.getShort(34) == 0
                && Integer.toUnsignedLong(header.getInt(42)) == local);
        ByteBuffer before = read(local, LOCAL_BYTES);
        require(before.getInt(0) == LOCAL && before.getShort(6) == flags && before.getShort(8) == ZipEntry.DEFLATED && Short.toUnsignedInt(before.getShort(26)) == name && before.getShort(28) == 0
                && named(listed + LISTED_BYTES, name).equals(named(local + LOCAL_BYTES, name)));
        long behind = local + LOCAL_BYTES + name + size;
        if ((flags & DESCRIBED) != 0) {
            ByteBuffer descriptor = read(behind, DESCRIPTOR_BYTES);
            require(descriptor.getInt(0) == DESCRIPTOR && isSaid(descriptor, 4, header) && before.getInt(14) == 0 && before.getLong(18) == 0);
            behind += DESCRIPTOR_BYTES;
        } else {
            require(isSaid(before, 14, header));
        }
        local = behind;
        listed += LISTED_BYTES + name;
    }

    /** Whether the sum and both sizes are those of the list. */
    private static boolean isSaid(ByteBuffer record, int at, ByteBuffer listed) {
        return record.getInt(at) == listed.getInt(16) && record.getLong(at + 4) == listed.getLong(20);
    }

    private String named(long at, int bytes) throws IOException {
        return StandardCharsets.UTF_8.decode(read(at, bytes)).toString();
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            require(file.read(buffer, at + buffer.position()) > 0);
        }
        return buffer.flip();
    }

    private static void require(boolean asWritten) throws ZipException {
        if (!asWritten) {
            throw new ZipException("the ZIP is not as Probity writes it. Ask for the export again, or check the folder that it is unpacked in");
        }
    }

    private static String digest(InputStream in) throws IOException {
        try {
            DigestInputStream read = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            read.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(read.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
