package org.probity.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks an exported audit without the server, and without anything but a JDK:
 *
 * <pre>java -cp probity-ejb.jar org.probity.audit.Verifier audit.jsonl checkpoints.jsonl checkpoint.pub</pre>
 *
 * <p>Ends with {@link #WHOLE}, {@link #BROKEN} or {@link #UNUSABLE}.
 */
public final class Verifier {

    /** Everything is as it was written. */
    public static final int WHOLE = 0;

    /** Something was changed, removed, inserted or moved. */
    public static final int BROKEN = 1;

    /** It could not be checked: a file is missing or empty, or the key is another one. */
    public static final int UNUSABLE = 2;

    private final PrintStream out;
    private long withheld;

    Verifier(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] files) {
        System.exit(new Verifier(System.out).run(files));
    }

    int run(String... files) {
        if (files.length != 3) {
            say("Give three files: audit.jsonl checkpoints.jsonl checkpoint.pub");
            return UNUSABLE;
        }
        try {
            return check(Path.of(files[0]), Path.of(files[1]), key(Path.of(files[2])));
        } catch (IOException | UncheckedIOException | GeneralSecurityException | IllegalArgumentException e) {
            say("This could not be checked: %s", e.getMessage());
            return UNUSABLE;
        }
    }

    private int check(Path audit, Path checkpoints, PublicKey key) throws IOException {
        List<SignedCheckpoint> all = Files.readAllLines(checkpoints, StandardCharsets.UTF_8).stream().map(SignedCheckpoint::parse).toList();
        String board = board(all, audit);
        List<SignedCheckpoint> signed = all.stream().filter(checkpoint -> checkpoint.board().equals(board)).toList();
        return isUsable(signed, key) ? judge(audit, board, signed, key) : UNUSABLE;
    }

    private boolean isUsable(List<SignedCheckpoint> signed, PublicKey key) {
        String id = SignedCheckpoint.id(key);
        if (signed.stream().noneMatch(checkpoint -> checkpoint.key().equals(id))) {
            say("This could not be checked: no checkpoint of this board was signed with the key %s.", id);
            return false;
        }
        return true;
    }

    private int judge(Path audit, String board, List<SignedCheckpoint> all, PublicKey key) throws IOException {
        String id = SignedCheckpoint.id(key);
        List<SignedCheckpoint> signed = all.stream().filter(checkpoint -> checkpoint.key().equals(id)).toList();
        for (SignedCheckpoint checkpoint : signed) {
            if (!checkpoint.isSignedWith(key)) {
                say("BROKEN. The checkpoint of %s is not as it was signed.", checkpoint.at());
                return BROKEN;
            }
        }
        try (BufferedReader lines = Files.newBufferedReader(audit, StandardCharsets.UTF_8)) {
            Iterator<Link> links = lines.lines().map(Link::parse).peek(this::count).iterator();
            Verdict verdict = new ChainCheck(board, signed.stream().map(SignedCheckpoint::mark).toList()).check(links);
            tell(board, verdict, signed, all.size() - signed.size());
            return verdict.whole() ? WHOLE : BROKEN;
        }
    }

    private void count(Link link) {
        withheld += link.isWithheld() ? 1 : 0;
    }

    private void tell(String board, Verdict verdict, List<SignedCheckpoint> signed, int others) {
        SignedCheckpoint newest = signed.stream().max(Comparator.comparingLong(SignedCheckpoint::seq)).orElseThrow();
        if (!verdict.whole()) {
            say("BROKEN. %s", words(verdict));
            say("The %,d entries before that are as they were written.", verdict.entries());
        } else {
            say("WHOLE. The %,d entries of %s are as they were written, and follow one another.", verdict.entries(), board);
            say("Signed with key %s up to entry %,d, on %s; %,d later ones are not signed yet.", newest.key(), newest.seq(),
                    newest.at(), verdict.entries() - newest.seq());
        }
        if (withheld > 0) {
            say("%,d of them were withheld from whoever exported this: each stands in its place, but what it says is not in the file.", withheld);
        }
        if (others > 0) {
            say("%d checkpoints were signed with another key and did not count.", others);
        }
    }

    private static String words(Verdict verdict) {
        String which = verdict.from() == verdict.to() ? String.format(Locale.ROOT, "Entry %,d", verdict.from())
                : String.format(Locale.ROOT, "Entries %,d to %,d", verdict.from(), verdict.to());
        return switch (verdict.kind()) {
            case WHOLE -> "Nothing is wrong.";
            case CHANGED -> which + ": changed.";
            case REMOVED -> which + ": removed.";
            case INSERTED -> which + ": inserted; Probity did not write this there.";
            case MOVED -> which + ": moved; another entry stands in its place, and it follows further down.";
            case CUT -> which + ": missing at the end, though they were there when a checkpoint was signed.";
            case RESEALED -> which + ": at least one of them was changed and all after it sealed anew; the last is not the one that was signed.";
        };
    }

    /** Whose chain it is: checkpoints of several boards may lie in one file. */
    private static String board(List<SignedCheckpoint> checkpoints, Path audit) throws IOException {
        Set<String> boards = checkpoints.stream().map(SignedCheckpoint::board).collect(Collectors.toSet());
        if (boards.size() == 1) {
            return boards.iterator().next();
        }
        try (BufferedReader lines = Files.newBufferedReader(audit, StandardCharsets.UTF_8)) {
            return lines.lines().map(Link::parse).filter(Link::isReadable).map(Link::board).findFirst().orElse("");
        }
    }

    private static PublicKey key(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }

    private void say(String text, Object... args) {
        out.println(String.format(Locale.ROOT, text, args));
    }
}
