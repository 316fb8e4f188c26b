package org.probity.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A photograph without what it says of itself: where and when it was taken, with which device, by whom, and how it looked before
 * somebody changed it. What is needed to draw it stays, its colours included; points are not touched (ITU-T T.81, annex B).
 */
public final class PlainJpeg {

    /** Which way up it is, where nothing says otherwise (Exif 2.32, tag 274). */
    static final int UPRIGHT = 1;

    /**
     * Most scans of one that is drawn: one that appears bit by bit has ten or so. Each goes through the whole picture again, and
     * may be a few bytes.
     */
    static final int MOST_SCANS = 50;

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int TAG = 0x112;
    private static final int TAG_BYTES = 12;

    /** What a segment of an application begins with that says how to read the points. */
    private static final byte[] JFIF = name("JFIF\0");
    private static final byte[] COLOURS = name("ICC_PROFILE\0");
    private static final byte[] ADOBE = name("Adobe");
    private static final byte[] TURNED = name("Exif\0\0");

    /** Of the first, in bytes, without the small picture that may follow. */
    private static final int JFIF_BYTES = 12;

    private final byte[] jpeg;
    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private int orientation = UPRIGHT;
    private int scans;

    private PlainJpeg(byte[] jpeg) {
        this.jpeg = jpeg;
        this.in = ByteBuffer.wrap(jpeg);
        this.out = new ByteArrayOutputStream(jpeg.length);
    }

    /** @throws IOException where it breaks off before its first point */
    public static PlainJpeg of(byte[] jpeg) throws IOException {
        PlainJpeg plain = new PlainJpeg(jpeg);
        try {
            plain.begin();
            for (int marker = plain.marker(); marker != END; marker = plain.marker()) {
                plain.segment(marker);
            }
        } catch (BufferUnderflowException e) {
            if (plain.scans == 0) {
                throw new IOException("A photograph breaks off", e);
            }
        }
        plain.mark(END);
        return plain;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The same, still saying which way up it is, for whoever opens it by itself. */
    byte[] turnable() {
        byte[] plain = bytes();
        ByteBuffer with = ByteBuffer.allocate(plain.length + 4 + TURNED.length + 26).put(plain, 0, 2);
        with.putShort((short) (0xff00 | EXIF)).putShort((short) (2 + TURNED.length + 26)).put(TURNED).put(name("MM")).putShort((short) 42).putInt(8);
        with.putShort((short) 1).putShort((short) TAG).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return orientation == UPRIGHT ? plain : with.put(plain, 2, plain.length - 2).array();
    }

    /** How it is to be turned, 1 to 8. */
    int orientation() {
        return orientation;
    }

    /** Whether it takes whoever draws it no longer than a picture of its size should. */
    public boolean isDrawable() {
        return scans <= MOST_SCANS;
    }

    private void begin() throws IOException {
        if (in.getShort() != (short) (0xff00 | START)) {
            throw new IOException("No photograph");
        }
        mark(START);
    }

    /** The next one; programs overlook what stands between segments. */
    private int marker() {
        int read = 0;
        while (read == 0 || read == 0xff || isAlone(read)) {
            while (in.get() != (byte) 0xff) {
                read = 0;
            }
            read = Byte.toUnsignedInt(in.get());
            if (read == 0xff) {
                in.position(in.position() - 1);
            }
        }
        return read;
    }

    private static boolean isAlone(int marker) {
        return marker == 1 || marker >= 0xd0 && marker <= START;
    }

    private void segment(int marker) {
        int length = Short.toUnsignedInt(in.getShort()) - 2;
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] content = new byte[length];
        in.get(content);
        if (marker == EXIF && scans == 0 && begins(content, TURNED)) {
            orientation = orientation(ByteBuffer.wrap(content, TURNED.length, length - TURNED.length).slice());
        }
        byte[] kept = kept(marker, content);
        if (kept != null) {
            mark(marker);
            out.write(kept.length + 2 >> 8);
            out.write(kept.length + 2);
            out.writeBytes(kept);
        }
        if (marker == SCAN) {
            scans++;
            scan();
        }
    }

    private void mark(int marker) {
        out.write(0xff);
        out.write(marker);
    }

    /** Points, up to the next segment: where a byte is all ones, a zero or the number of a restart follows it. */
    private void scan() {
        int from = in.position();
        int to = from;
        while (to + 1 < jpeg.length && !isMarker(jpeg[to], Byte.toUnsignedInt(jpeg[to + 1]))) {
            to++;
        }
        to = to + 1 < jpeg.length ? to : jpeg.length;
        out.write(jpeg, from, to - from);
        in.position(to);
    }

    private static boolean isMarker(byte first, int second) {
        return first == (byte) 0xff && second != 0 && second != 0xff && !(second >= 0xd0 && second < START);
    }

    /** Tables, frames and scans, and of what applications add that which says how to read them; null for everything else. */
    private static byte[] kept(int marker, byte[] content) {
        return switch (marker) {
            case 0xe0 -> begins(content, JFIF) && content.length >= JFIF_BYTES ? Arrays.copyOf(Arrays.copyOf(content, JFIF_BYTES), JFIF_BYTES + 2) : null;
            case 0xe2 -> begins(content, COLOURS) ? content : null;
            case 0xee -> begins(content, ADOBE) ? content : null;
            default -> marker >= 0xc0 && marker <= 0xdf ? content : null;
        };
    }

    private static boolean begins(byte[] content, byte[] name) {
        return content.length >= name.length && Arrays.equals(content, 0, name.length, name, 0, name.length);
    }

    /** @param tiff what Exif says, which is a TIFF of its own */
    private static int orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int first = tiff.getInt(4);
            for (int i = 0; i < Short.toUnsignedInt(tiff.getShort(first)); i++) {
                int at = first + 2 + i * TAG_BYTES;
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                if (tiff.getShort(at) == TAG && value >= UPRIGHT && value <= 8) {
                    return value;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
