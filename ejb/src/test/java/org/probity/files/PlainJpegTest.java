package org.probity.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.Image;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.probity.letter.LetterPicture;
import org.probity.letter.PictureBudget;

/** Photographs as they come out of a telephone, with all these say of whoever took them. */
class PlainJpegTest {

    private static final String[] TELLING = {"GPS 51.4816N 3.1791W", "http://ns.adobe.com/xap", "Photoshop 3.0", "telephone of Amy", "MPF",
            "JFXX", "a second picture", "whatever else"};

    @Test
    void whatAPictureSaysOfItselfIsNotPrinted() throws IOException {
        for (boolean progressive : new boolean[] {false, true}) {
            String printed = text(LetterPicture.read(photograph(1, progressive)).orElseThrow().getRawData());
            assertThat(printed).doesNotContain(TELLING).contains("JFIF\0").startsWith("\u00ff\u00d8").endsWith("\u00ff\u00d9");
        }
    }

    @Test
    void itsColoursStayWhatTheyAre() throws IOException {
        Image printed = LetterPicture.read(photograph(1, false)).orElseThrow();
        assertThat(text(printed.getRawData())).contains("ICC_PROFILE\0");
        assertThat(printed.getICCProfile()).isNotNull();
        byte[] plain = jpeg(false);
        assertThat(picture(LetterPicture.read(plain).orElseThrow()).getRGB(5, 5)).isEqualTo(ImageIO.read(new ByteArrayInputStream(plain)).getRGB(5, 5));
    }

    @Test
    void aPictureThatWasHeldOtherwiseIsPrintedUpright() throws IOException {
        // where red, which is at the left as it was taken, is seen from its middle
        int[][] ways = {{-1, 0}, {1, 0}, {1, 0}, {-1, 0}, {0, -1}, {0, -1}, {0, 1}, {0, 1}};
        for (int way = 1; way <= ways.length; way++) {
            BufferedImage seen = seen(LetterPicture.read(photograph(way, false)).orElseThrow());
            assertThat(seen.getWidth()).as("way %s", way).isEqualTo(way < 5 ? 80 : 40);
            assertThat(seen.getHeight()).as("way %s", way).isEqualTo(way < 5 ? 40 : 80);
            int x = seen.getWidth() / 2;
            int y = seen.getHeight() / 2;
            assertThat(red(seen, x + ways[way - 1][0] * 15, y + ways[way - 1][1] * 15)).as("way %s", way).isTrue();
            assertThat(red(seen, x - ways[way - 1][0] * 15, y - ways[way - 1][1] * 15)).as("way %s", way).isFalse();
        }
    }

    @Test
    void whatWasMadeUprightSaysNothingEither() throws IOException {
        for (int way : new int[] {6, 7}) {
            assertThat(text(LetterPicture.read(photograph(way, false)).orElseThrow().getRawData())).doesNotContain(TELLING).doesNotContain("Exif");
        }
    }

    @Test
    void aPictureGivenAsAFileSaysNoMoreThanWhichWayUpItIs() throws IOException {
        for (int way = 1; way <= 8; way++) {
            byte[] given = PlainPicture.of("image/jpeg", photograph(way, false));
            assertThat(text(given)).doesNotContain(TELLING);
            assertThat(PlainJpeg.of(given).orientation()).isEqualTo(way);
            assertThat(ImageIO.read(new ByteArrayInputStream(given)).getWidth()).isEqualTo(80);
        }
        byte[] png = png();
        byte[] told = PlainPicture.of("image/png", png);
        assertThat(text(png)).contains("telephone of Amy");
        assertThat(text(told)).doesNotContain("Amy", "iTXt");
        assertThat(ImageIO.read(new ByteArrayInputStream(told)).getRGB(3, 3)).isEqualTo(ImageIO.read(new ByteArrayInputStream(png)).getRGB(3, 3));
    }

    /** With a text before its end. */
    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        byte[] png = bytes.toByteArray();
        bytes.reset();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(png, 0, png.length - 12);
        out.writeInt(16);
        out.writeBytes("iTXttelephone of Amy");
        out.writeInt(0);
        out.write(png, png.length - 12, 12);
        return bytes.toByteArray();
    }

    @Test
    void turningCostsNothing() throws IOException {
        for (int way = 1; way <= 8; way++) {
            assertThat(LetterPicture.points(photograph(way, true))).as("way %s", way).hasValue(0);
        }
    }

    /** Each of a few bytes, and as much work as the whole picture for whoever draws it. */
    @Test
    void aPictureThatIsDrawnAgainAndAgainIsNotPrintedAndSaysNothingEither() throws IOException {
        for (int way = 1; way <= 2; way++) {
            byte[] photograph = photograph(way, true);
            assertThat(LetterPicture.read(scanned(photograph, 20))).isPresent();
            byte[] slow = scanned(photograph, PlainJpeg.MOST_SCANS);
            assertThat(LetterPicture.points(slow)).isEmpty();
            assertThat(LetterPicture.read(slow)).isEmpty();
            assertThat(new PictureBudget().draws(slow)).isFalse();
            assertThat(text(PlainPicture.of("image/jpeg", slow))).doesNotContain(TELLING);
        }
    }

    /** Its last scan so many times more. */
    private static byte[] scanned(byte[] photograph, int more) throws IOException {
        String all = text(photograph);
        int end = all.lastIndexOf("\u00ff\u00d9");
        byte[] scan = Arrays.copyOfRange(photograph, all.lastIndexOf("\u00ff\u00da"), end);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(photograph, 0, end);
        for (int n = 0; n < more; n++) {
            bytes.write(scan);
        }
        bytes.write(photograph, end, photograph.length - end);
        return bytes.toByteArray();
    }

    @Test
    void aPictureThatBreaksOffIsPrintedAsFarAsItGoesAndOneThatNeverBeginsIsNot() throws IOException {
        byte[] whole = jpeg(false);
        byte[] broken = Arrays.copyOf(whole, whole.length - 20);
        assertThat(LetterPicture.read(broken).orElseThrow().getWidth()).isEqualTo(80);
        assertThat(LetterPicture.read(Arrays.copyOf(whole, 30))).isEmpty();
    }

    private static boolean red(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 150 && colour.getBlue() < 100;
    }

    private static BufferedImage picture(Image printed) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(printed.getRawData()));
    }

    /** As a reader of the page sees it, where the picture is one by one and lies upon its lower left corner (ISO 32000-1, 8.9.5). */
    private static BufferedImage seen(Image printed) throws IOException {
        BufferedImage picture = picture(printed);
        BufferedImage page = new BufferedImage(Math.round(printed.getScaledWidth()), Math.round(printed.getScaledHeight()), BufferedImage.TYPE_INT_RGB);
        float[] m = printed.matrix();
        AffineTransform way = new AffineTransform(1, 0, 0, -1, 0, page.getHeight());
        way.concatenate(new AffineTransform(m[Image.AX], m[Image.AY], m[Image.BX], m[Image.BY], -m[Image.CX], -m[Image.CY]));
        way.concatenate(new AffineTransform(1.0 / picture.getWidth(), 0, 0, -1.0 / picture.getHeight(), 0, 1));
        Graphics2D pen = page.createGraphics();
        pen.drawImage(picture, way, null);
        pen.dispose();
        return page;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** With everything that can stand beside a picture. @param way how the telephone was held, as Exif counts */
    private static byte[] photograph(int way, boolean progressive) throws IOException {
        byte[] jpeg = jpeg(progressive);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        // the picture's own beginning is 20 bytes: its start, and what it says of its resolution
        out.write(jpeg, 0, 20);
        segment(out, 0xe0, "JFXX\0\u0010 the picture before a face was blacked out");
        segment(out, 0xe1, "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0" + (char) way + "\0\0\0\0\0\0" + TELLING[0]);
        segment(out, 0xe1, TELLING[1] + "/1.0/\0<x:xmpmeta/>");
        segment(out, 0xe2, "ICC_PROFILE\0\u0001\u0001" + text(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
        segment(out, 0xe2, "MPF\0MM");
        segment(out, 0xed, TELLING[2] + "\0");
        segment(out, 0xfe, TELLING[3]);
        out.write(jpeg, 20, jpeg.length - 20);
        out.writeBytes("\u00ff\u00d8 a second picture, and whatever else a telephone adds");
        return bytes.toByteArray();
    }

    private static void segment(DataOutputStream out, int marker, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        out.writeShort(0xff00 | marker);
        out.writeShort(bytes.length + 2);
        out.write(bytes);
    }

    /** Red at the left, blue at the right. */
    private static byte[] jpeg(boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 80; x++) {
            for (int y = 0; y < 40; y++) {
                image.setRGB(x, y, x < 40 ? 0xdd2211 : 0x1122dd);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param)), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
