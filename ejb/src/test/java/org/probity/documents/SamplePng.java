package org.probity.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures that are small as a file, of any size: all nothing, and never held as a whole. */
public final class SamplePng {

    private SamplePng() {
    }

    /** Red, green, blue and transparency. */
    public static byte[] colours(int width, int height) throws IOException {
        return png(width, height, 8, 6);
    }

    /** Black or white. */
    public static byte[] dots(int width, int height) throws IOException {
        return png(width, height, 1, 0);
    }

    private static byte[] png(int width, int height, int depth, int kind) throws IOException {
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(points)) {
            byte[] row = new byte[kind == 6 ? 1 + 4 * width : 1 + (width + 7) / 8];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) depth).put((byte) kind).array());
        chunk(png, "IDAT", points.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) throws IOException {
        byte[] named = ByteBuffer.allocate(4 + content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        CRC32 sum = new CRC32();
        sum.update(named);
        png.write(ByteBuffer.allocate(4).putInt(content.length).array());
        png.write(named);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
