package org.probity.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How many points a picture has, read from where its format states them and without unpacking anything. */
public final class PictureSize {

    /** Most points of a picture that is taken: more than any camera of a telephone makes, and what a browser can still show. */
    public static final int MEGAPIXELS = 50;

    private static final int POINTS = 1_000_000;
    private static final int SOI = 2;
    private static final int RIFF = 12;

    /** Up to the first table of colours, and what stands before the colours of a frame. */
    private static final int GIF_HEAD = 13;
    private static final int GIF_FRAME = 10;

    private PictureSize() {
    }

    static boolean isTooLarge(FileType type, byte[] bytes) {
        return points(type, bytes) > (long) MEGAPIXELS * POINTS;
    }

    /** Width by height; 0 where nothing says so, or for what is no picture. */
    private static long points(FileType type, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return switch (type) {
            case PNG -> bytes.length < 24 ? 0 : Integer.toUnsignedLong(in.getInt(16)) * Math.min(Integer.toUnsignedLong(in.getInt(20)), Integer.MAX_VALUE);
            case GIF -> gif(in.order(ByteOrder.LITTLE_ENDIAN));
            case JPEG -> jpeg(in);
            case WEBP -> webp(in.order(ByteOrder.LITTLE_ENDIAN));
            default -> 0;
        };
    }

    private static long area(short width, short height) {
        return (long) Short.toUnsignedInt(width) * Short.toUnsignedInt(height);
    }

    /** The screen or the largest frame, whose far corner programs widen the screen to (GIF89a, 18 and 20). */
    private static long gif(ByteBuffer in) {
        if (in.limit() < GIF_HEAD) {
            return in.limit() < 10 ? 0 : area(in.getShort(6), in.getShort(8));
        }
        long largest = area(in.getShort(6), in.getShort(8));
        int at = GIF_HEAD + table(in.get(10));
        while (at + GIF_FRAME <= in.limit() && (in.get(at) == ',' || in.get(at) == '!')) {
            boolean frame = in.get(at) == ',';
            if (frame) {
                largest = Math.max(largest, (long) far(in, at + 1) * far(in, at + 3));
            }
            at = behindBlocks(in, frame ? at + GIF_FRAME + table(in.get(at + 9)) + 1 : at + 2);
        }
        return largest;
    }

    private static int far(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at)) + Short.toUnsignedInt(in.getShort(at + 4));
    }

    /** Size of a table of colours, in bytes. */
    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /** Each block says its length; one of none ends them. */
    private static int behindBlocks(ByteBuffer in, int first) {
        int at = first;
        while (at < in.limit() && in.get(at) != 0) {
            at += 1 + Byte.toUnsignedInt(in.get(at));
        }
        return at + 1;
    }

    /** Segment by segment, up to the first that begins a frame (ITU-T T.81, B.2.2). Programs overlook what stands between segments. */
    private static long jpeg(ByteBuffer in) {
        int at = SOI;
        while (at + 9 <= in.limit()) {
            int marker = in.getShort(at) & 0xffff;
            if (marker == 0xffff || marker <= 0xff00) {
                at++;
            } else if (marker == 0xff01 || marker >= 0xffd0 && marker <= 0xffd7) {
                at += 2;
            } else if (marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc) {
                return area(in.getShort(at + 5), in.getShort(at + 7));
            } else if (marker == 0xffd9 || marker == 0xffda) {
                return 0;
            } else {
                at += 2 + (in.getShort(at + 2) & 0xffff);
            }
        }
        return 0;
    }

    /** The first chunk, of any of the three kinds (RFC 9649). */
    private static long webp(ByteBuffer in) {
        if (in.limit() < RIFF + 18) {
            return 0;
        }
        String chunk = new String(in.array(), RIFF, 4, StandardCharsets.US_ASCII);
        return switch (chunk) {
            case "VP8X" -> (long) ((in.getInt(24) & 0xffffff) + 1) * (((in.getInt(26) >>> 8) & 0xffffff) + 1);
            case "VP8L" -> (long) ((in.getInt(21) & 0x3fff) + 1) * (((in.getInt(21) >>> 14) & 0x3fff) + 1);
            default -> (long) (in.getShort(26) & 0x3fff) * (in.getShort(28) & 0x3fff);
        };
    }
}
