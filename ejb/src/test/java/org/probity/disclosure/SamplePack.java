package org.probity.disclosure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.probity.disclosure.PackContents.CaseFacts;
import org.probity.disclosure.PackContents.Entry;
import org.probity.disclosure.PackContents.PolicyFacts;
import org.probity.disclosure.PackSource.Passage;
import org.probity.disclosure.PackSource.SourceFile;
import org.probity.investigation.InPost;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet.Fact;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.policy.Known;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** A pack to print in tests: something given, shortened, described, attached and left out. */
final class SamplePack {

    static final Board ENGLISH = new Board("chscb", "City Safeguarding Board", null, "CHSCB", Board.Country.ENGLAND,
            "#1d4f8c", false, "conduct@chscb.example.org", Deadlines.usual());

    static final Board WELSH = new Board("cwmtaf", "Cwm Taf Safeguarding Board", "Bwrdd Diogelu Cwm Taf", "CWMTAF",
            Board.Country.WALES, "#7a1f3d", true, "ymddygiad@cwmtaf.example.org", Deadlines.usual());

    static final byte[] ATTACHED = "%PDF-1.4 a letter".getBytes(StandardCharsets.ISO_8859_1);

    private SamplePack() {
    }

    static PackContents of(Board board, Language language) {
        return of(board, language, entries());
    }

    /** The same, of which the first item is shortened. */
    static PackContents shortened(Board board, Language language, String text) {
        List<Entry> entries = new ArrayList<>(entries());
        PackItem item = new PackItem(ItemKind.FINDING, 1L, null, true, null, "A child’s name", text);
        entries.set(0, new Entry(1, entries.get(0).title(), item, entries.get(0).source(), null));
        return of(board, language, entries);
    }

    /** The same, whose subject may be taken to have known that of the policy. */
    static PackContents known(Board board, Language language, Known known) {
        return of(board, language, entries(), known);
    }

    /** Nothing but these. */
    static PackContents pictures(byte[]... files) {
        return of(ENGLISH, Language.EN, IntStream.rangeClosed(1, files.length).mapToObj(n -> entry(n, new PackSource(ItemKind.EVIDENCE,
                (long) n, "Picture " + n, true, null, List.of(), List.of(), new SourceFile((long) n, "picture.png", "image/png",
                files[n - 1].length, "5f".repeat(32))), files[n - 1], null, null)).toList());
    }

    private static PackContents of(Board board, Language language, List<Entry> entries) {
        return of(board, language, entries, new Known(Known.Kind.THIS, "2", LocalDate.of(2026, 2, 3)));
    }

    private static PackContents of(Board board, Language language, List<Entry> entries, Known known) {
        Person subject = new Person("Siân Ŵynne", "sian@example.org", "Family support worker", 5L, 9L, language);
        Organisation trust = new Organisation("Riverside Health Trust", "Ymddiriedolaeth Iechyd Glan yr Afon", "hr@example.org");
        PolicyFacts policy = new PolicyFacts("Personal use of social media", "Defnydd personol o’r cyfryngau cymdeithasol",
                "2", "6.2", known);
        CaseFacts facts = new CaseFacts("On 8 November a photograph taken in a contact centre was posted on a public page. "
                + "The board’s logo can be seen on the wall, and the caption makes fun of the families who use the centre.",
                "The conduct touches the work this person does for you. Only you can decide whether anything should follow.",
                List.of(policy), LocalDate.of(2026, 11, 8), InPost.YES, Instant.parse("2026-11-27T17:00:00Z"),
                "Olwen Officer", "https://probity.example.org/" + board.slug() + "/referrals/7");
        return new PackContents(board, language, board.prefix() + "-2026-0042", subject, trust, facts, entries,
                LocalDate.of(2026, 11, 20));
    }

    private static List<Entry> entries() {
        PackSource finding = PackSource.text(ItemKind.FINDING, 1L, "Finding on clause 3.5(b)",
                List.of(new Fact("Finding", "Proven")), List.of(new Passage("Reasons",
                        "The photograph was still public when it was captured, and the logo is easy to recognise.", false)));
        PackSource clause = PackSource.text(ItemKind.CLAUSE, 2L, "Clause 3.5(b)", List.of(), List.of(new Passage(
                "What the policy says", "A picture of bad behaviour that can be tied to the board.", false)));
        PackSource request = PackSource.text(ItemKind.REMOVAL_REQUEST, 3L, "Removal request of 11 November 2026, with the reply",
                List.of(new Fact("Asked on", "Wednesday 11 November 2026 at 10:12"),
                        new Fact("Item 1, clause 3.5(b)", "https://social.example.org/posts/1048576\nseen to be gone")),
                List.of(new Passage("Answer of Siân Ŵynne, 12 November 2026: has removed it",
                        "I took it down as soon as I read your letter. I had not thought about the sign on the wall. I am sorry.", true)));
        PackSource meeting = PackSource.text(ItemKind.COOPERATION_REQUEST, 4L, "Request for help of 12 November 2026, with the reply",
                List.of(), List.of(new Passage("Answer of Siân Ŵynne, 13 November 2026: has answered",
                        "My friend Dilys took the photograph.", true)));
        byte[] png = picture();
        PackSource photo = new PackSource(ItemKind.EVIDENCE, 5L, "Evidence: the photograph as posted", true, null,
                List.of(new Fact("Address", "https://social.example.org/posts/1048576"), new Fact("Kept by", "Olwen Officer")),
                List.of(), new SourceFile(50L, "post.png", "image/png", png.length, "5f".repeat(32)));
        PackSource film = new PackSource(ItemKind.EVIDENCE, 6L, "Evidence: Amy Jones of year 4", true, null,
                List.of(new Fact("Address", "https://social.example.org/y4/amyjones"), new Fact("Kept by", "Rita Reporter")),
                List.of(), new SourceFile(51L, "amy-jones-y4.mp4", "video/mp4", 4_200_000, "ab".repeat(32)));
        PackSource letter = new PackSource(ItemKind.LETTER, 7L, "Letter: removal request", true, null, List.of(), List.of(),
                new SourceFile(52L, "CHSCB-2026-0042-3.pdf", "application/pdf", ATTACHED.length, "c0".repeat(32)));
        PackSource note = PackSource.text(ItemKind.NOTE, 8L, "Note of 9 November 2026", List.of(),
                List.of(new Passage(null, "The neighbour who rang us is Mrs Pugh.", false)));
        return List.of(entry(1, finding, null, null, null), entry(2, clause, null, null, null),
                entry(3, photo, png, null, null), entry(4, film, null, "Children’s faces can be seen.", null),
                entry(5, request, null, null, null),
                entry(6, meeting, null, "The name of a friend, who is no part of this.",
                        "Answer of Siân Ŵynne, 13 November 2026: has answered\nMy friend […] took the photograph."),
                entry(7, letter, ATTACHED, null, null),
                new Entry(8, PackTitles.neutral(note.kind(), 8, Language.EN), PackItem.out(note.kind(), note.id(), note.title(),
                        "It names the person who reported, who asked us not to be named."), note, null));
    }

    private static Entry entry(int number, PackSource source, byte[] bytes, String redaction, String text) {
        PackItem item = new PackItem(source.kind(), source.id(), null, true, null, redaction, text);
        String title = PackTitles.hides(item) ? PackTitles.neutral(item.kind(), number, Language.EN) : source.title();
        return new Entry(number, title, item, source, bytes);
    }

    /** A square of dots of 256 colours without any order. */
    static byte[] noise(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_INDEXED);
        new Random(1).nextBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return png(image);
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xdd, 0xe6, 0xee));
        pen.fillRect(0, 0, 640, 420);
        pen.setColor(new Color(0x1d, 0x4f, 0x8c));
        pen.fillOval(240, 110, 160, 160);
        pen.drawString("contact centre", 280, 340);
        pen.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
