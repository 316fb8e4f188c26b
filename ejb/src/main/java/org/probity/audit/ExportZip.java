package org.probity.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
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
 * An export as one file. Programs do not agree on what they take of a ZIP that names an entry twice, or hides one between others: so
 * that whoever unpacks it reads what was checked, there is to be nothing to choose from.
 */
final class ExportZip {

    private static final Set<String> NAMES = Set.of(Verifier.AUDIT, Verifier.CHECKPOINTS, Verifier.KEYS, "checkpoint.pub", "verify.txt");

    /** Bytes of the record at the end, which has nothing behind it, and what it begins with (APPNOTE 4.3.16). */
    private static final int END = 22;
    private static final int END_MARK = 0x504b0506;

    private ExportZip() {
    }

    /** @throws ZipException where one program could take something else out of it than another */
    static void requireOneReading(Path file) throws IOException {
        Map<String, String> inOrder = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file)); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                require(NAMES.contains(entry.getName()) && inOrder.put(entry.getName(), digest(zip)) == null);
            }
        }
        Map<String, String> listed = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            require(zip.getComment() == null && zip.size() == inOrder.size());
            for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    require(listed.put(entry.getName(), digest(in)) == null);
                }
            }
        }
        require(listed.equals(inOrder) && endsWithItsEnd(file));
    }

    private static boolean endsWithItsEnd(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - END));
            return bytes.readInt() == END_MARK;
        }
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
