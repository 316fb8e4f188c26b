package org.probity.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.audit.ChainEntry;
import org.probity.audit.Verdict;
import org.probity.checkpoint.ChainAnchor;
import org.probity.checkpoint.ChainCheck;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.SignedKey;
import org.probity.checkpoint.SigningOrder;
import org.probity.checkpoint.TrustedKeys;

/**
 * Checks an exported audit without the server, and without anything but a JDK:
 *
 * <pre>java -cp probity-ejb.jar org.probity.proof.Verifier chain.zip kept.pub [kept.jsonl …]</pre>
 *
 * <p>The key, or keys ({@code .pub}), are those that whoever checks has kept since they were given them: the one in the export
 * proves nothing. Checkpoints that a witness has kept ({@code .jsonl}) count beside those in the export, and what the two say has to
 * agree, in the order of their times too. What cannot be checked is not passed over. Ends with {@link #WHOLE}, {@link #BROKEN} or {@link #UNUSABLE}.
 */
public final class Verifier {

    /** Everything is as it was written. */
    public static final int WHOLE = 0;

    /** Something was changed, removed, inserted or moved. */
    public static final int BROKEN = 1;

    /** It could not be checked, or not all of it: something is missing, or a key is not one that can be trusted. */
    public static final int UNUSABLE = 2;

    static final String AUDIT = "audit.jsonl";
    static final String CHECKPOINTS = "checkpoints.jsonl";
    static final String KEYS = "keys.jsonl";

    private final PrintStream out;
    private long withheld;

    public Verifier(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] files) {
        System.exit(new Verifier(System.out).run(files));
    }

    public int run(String... files) {
        List<Path> kept = Stream.of(files).skip(1).map(Path::of).toList();
        if (kept.stream().noneMatch(file -> !isCheckpoints(file))) {
            say("Give the export (a ZIP, or the folder it was unpacked in) and the key you have kept: chain.zip kept.pub");
            return UNUSABLE;
        }
        try {
            List<PublicKey> pinned = new ArrayList<>();
            List<SignedCheckpoint> witnessed = new ArrayList<>();
            for (Path file : kept) {
                if (isCheckpoints(file)) {
                    witnessed.addAll(checkpoints(file));
                } else {
                    pinned.add(key(file));
                }
            }
            return checkExport(Path.of(files[0]), pinned, witnessed);
        } catch (IOException | UncheckedIOException | GeneralSecurityException | IllegalArgumentException | ProviderNotFoundException e) {
            say("This could not be checked: %s", e.getMessage());
            return UNUSABLE;
        } catch (OutOfMemoryError | StackOverflowError e) {
            say("This could not be checked: it has more in one line than there is memory for.");
            return UNUSABLE;
        }
    }

    private static boolean isCheckpoints(Path file) {
        return file.toString().endsWith(".jsonl");
    }

    private static List<SignedCheckpoint> checkpoints(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(SignedCheckpoint::parse).toList();
    }

    private int checkExport(Path export, List<PublicKey> pinned, List<SignedCheckpoint> witnessed) throws IOException {
        if (Files.isDirectory(export)) {
            return check(export, pinned, witnessed);
        }
        ExportZip.requireOneReading(export);
        try (FileSystem zip = FileSystems.newFileSystem(export)) {
            return check(zip.getPath("/"), pinned, witnessed);
        }
    }

    private int check(Path export, List<PublicKey> pinned, List<SignedCheckpoint> witnessed) throws IOException {
        List<SignedKey> history = Files.readAllLines(export.resolve(KEYS), StandardCharsets.UTF_8).stream().map(SignedKey::parse).toList();
        List<SignedCheckpoint> all = Stream.concat(checkpoints(export.resolve(CHECKPOINTS)).stream(), witnessed.stream()).distinct().toList();
        String board = board(all, export.resolve(AUDIT));
        if (!witnessed.isEmpty() && witnessed.stream().noneMatch(checkpoint -> checkpoint.board().equals(board))) {
            say("This could not be checked: the chain is of %s, of which none of the checkpoints you have kept speaks.", board);
            return UNUSABLE;
        }
        List<SignedCheckpoint> signed = all.stream().filter(checkpoint -> checkpoint.board().equals(board)).toList();
        TrustedKeys trusted = new TrustedKeys(pinned, history);
        tellOfDeclared(history);
        return isUsable(signed, trusted, history) ? judge(export.resolve(AUDIT), board, signed, Set.copyOf(witnessed), trusted) : UNUSABLE;
    }

    private void tellOfDeclared(List<SignedKey> history) {
        history.stream().filter(SignedKey::isGenuine).filter(key -> !key.declared().isEmpty()).forEach(key -> say("Since %s there is a new key, %s, which the one before "
                + "did not sign. The operator declared it: %s", key.at(), key.key(), key.declared()));
    }

    private boolean isUsable(List<SignedCheckpoint> signed, TrustedKeys trusted, List<SignedKey> history) {
        if (signed.isEmpty()) {
            say("This could not be checked: there is no checkpoint of this board.");
            return false;
        }
        List<String> others = signed.stream().filter(checkpoint -> !trusted.knows(checkpoint)).map(SignedCheckpoint::key).distinct().toList();
        others.forEach(key -> say("This could not be checked: checkpoints were signed with the key %s, and nothing leads there from the key you gave.%s",
                key, history.stream().anyMatch(known -> known.key().equals(key) && !known.declared().isEmpty())
                        ? " If you accept what the operator declared, give that key too." : ""));
        return others.isEmpty() && isOfOneHistory(signed, trusted) && isOfKeysOfTheirTime(signed, trusted);
    }

    /** Whoever comes by a key that was replaced could let it hand over once more, and take away what tells by which it was replaced. */
    private boolean isOfOneHistory(List<SignedCheckpoint> signed, TrustedKeys trusted) {
        List<String> forked = trusted.forked(signed.stream().map(SignedCheckpoint::key).collect(Collectors.toSet()));
        forked.forEach(key -> say("This could not be checked: the key %s handed over to more than one. Give only the newest that you are sure "
                + "of.", key));
        List<String> untold = trusted.untold();
        untold.forEach(key -> say("This could not be checked: the export says nothing of the key %s that you gave. If it is older than that "
                + "key, leave the key out.", key));
        return forked.isEmpty() && untold.isEmpty();
    }

    /** Whoever comes by a key that was replaced could sign with it as of the time before: what counts ends with one of a key that was not. */
    private boolean isOfKeysOfTheirTime(List<SignedCheckpoint> signed, TrustedKeys trusted) {
        List<SignedCheckpoint> late = signed.stream().filter(trusted::isTooLate).toList();
        late.forEach(checkpoint -> say("This could not be checked: the checkpoint of %s was signed with the key %s, which was replaced before.",
                checkpoint.at(), checkpoint.key()));
        long last = signed.stream().mapToLong(SignedCheckpoint::seq).max().orElseThrow();
        boolean current = signed.stream().anyMatch(checkpoint -> checkpoint.seq() == last && !trusted.isReplaced(checkpoint.key()));
        if (!current) {
            say("This could not be checked: the newest checkpoint was signed with a key that was replaced. Export the audit again.");
        }
        return late.isEmpty() && current;
    }

    private int judge(Path audit, String board, List<SignedCheckpoint> signed, Set<SignedCheckpoint> witnessed, TrustedKeys trusted)
            throws IOException {
        Optional<SignedCheckpoint> forged = signed.stream().filter(checkpoint -> !trusted.vouchFor(checkpoint)).findFirst();
        if (forged.isPresent()) {
            say("BROKEN. The checkpoint of %s is not as it was signed.", forged.get().at());
            return BROKEN;
        }
        ChainCheck check = new ChainCheck(board, signed.stream().map(one -> mark(one, witnessed.contains(one), trusted)).toList());
        SigningOrder order = new SigningOrder(signed);
        SignedCheckpoint newest = signed.stream().max(Comparator.comparingLong(SignedCheckpoint::seq)).orElseThrow();
        Verdict verdict = asFarAsSigned(read(audit, check, order), newest.seq());
        boolean late = !isBroken(verdict) && isOutOfOrder(order);
        if (!late) {
            tell(board, verdict, newest, check);
            tellOfWitness(verdict, witnessed, check);
        }
        tellOfWithheld();
        return late || isBroken(verdict) ? BROKEN : verdict.whole() ? WHOLE : UNUSABLE;
    }

    private Verdict read(Path audit, ChainCheck check, SigningOrder order) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(audit, StandardCharsets.UTF_8)) {
            return check.check(lines.lines().map(ChainEntry::parse).peek(this::count).peek(order::pass).iterator());
        }
    }

    /** Whoever has a chain signed that ends earlier than it did before means to prove something else of what had been there. */
    private boolean isOutOfOrder(SigningOrder order) {
        Optional<SignedCheckpoint> late = order.late();
        late.ifPresent(one -> say("BROKEN. The checkpoint of entry %,d was signed on %s, after one that names a later entry: the chain had been "
                + "made to end there, or clocks were wrong.", one.seq(), one.at()));
        return late.isPresent();
    }

    private static boolean isBroken(Verdict verdict) {
        return !verdict.whole() && verdict.kind() != Verdict.Kind.UNPROVEN;
    }

    /** Whoever has a key that was replaced can say that it signed before that: what it signed must agree, and proves nothing. */
    private static ChainAnchor mark(SignedCheckpoint checkpoint, boolean witnessed, TrustedKeys trusted) {
        return new ChainAnchor(checkpoint.seq(), checkpoint.hash(), !trusted.isReplaced(checkpoint.key()), witnessed);
    }

    /** An export ends with an entry that is signed: without its last checkpoints anybody could have sealed anew what they named. */
    private static Verdict asFarAsSigned(Verdict verdict, long last) {
        return verdict.whole() && verdict.entries() > last
                ? new Verdict(Verdict.Kind.UNPROVEN, last + 1, verdict.entries(), verdict.entries()) : verdict;
    }

    private void count(ChainEntry link) {
        withheld += link.isWithheld() ? 1 : 0;
    }

    private void tell(String board, Verdict verdict, SignedCheckpoint newest, ChainCheck check) {
        if (verdict.whole()) {
            say("WHOLE. The %,d entries of %s are as they were written, and follow one another.", verdict.entries(), board);
            say("Signed with key %s up to entry %,d, on %s.", newest.key(), newest.seq(), newest.at());
            return;
        }
        say("%s %s: %s", isBroken(verdict) ? "BROKEN." : "This could not be checked:", places(verdict), words(verdict, check));
        say(check.proven() == 0 ? "Nothing that is told is proven." : "What is told up to entry %,d is proven to be as it was written.",
                check.proven());
    }

    /** Of what stands before an entry that is withheld they say nothing: that was signed for the export, and is as good as the key. */
    private void tellOfWitness(Verdict verdict, Set<SignedCheckpoint> witnessed, ChainCheck check) {
        if (verdict.whole() && !witnessed.isEmpty() && withheld > 0) {
            say("What you have kept proves %,d of the %,d entries that are told. Others stand before one that is withheld, or after the last that "
                    + "you kept, and are as certain as the key that signed.", check.witnessed(), verdict.entries() - withheld);
        }
    }

    private void tellOfWithheld() {
        if (withheld > 0) {
            say("Withheld: %,d. The file has their places, and not what they say. Probity withholds what whoever exported this must not see; "
                    + "whoever had the file since can have left out more.", withheld);
        }
    }

    private static String places(Verdict verdict) {
        return verdict.from() == verdict.to() ? String.format(Locale.ROOT, "Entry %,d", verdict.from())
                : String.format(Locale.ROOT, "Entries %,d to %,d", verdict.from(), verdict.to());
    }

    private static String words(Verdict verdict, ChainCheck check) {
        return switch (verdict.kind()) {
            case WHOLE -> "nothing is wrong.";
            case CHANGED -> "changed.";
            case REMOVED -> "removed.";
            case INSERTED -> "inserted; Probity did not write this there.";
            case MOVED -> "moved; another entry stands in its place, and it follows further down.";
            case CUT -> "missing at the end, though they were there when a checkpoint was signed.";
            case RESEALED -> "at least one of them was changed and all after it sealed anew; the last is not the one that was signed.";
            case UNPROVEN -> check.isUnwitnessed()
                    ? "signed, but not proven by what you have kept: the entry that the next of those checkpoints names is withheld. Ask for an "
                            + "export by somebody who may see it."
                    : "not proven, for there is no checkpoint that could be held against "
                            + (verdict.from() == verdict.to() ? "it." : "the last of them.");
        };
    }

    /** Whose chain it is: checkpoints of several boards may lie in one file. */
    private static String board(List<SignedCheckpoint> checkpoints, Path audit) throws IOException {
        Set<String> boards = checkpoints.stream().map(SignedCheckpoint::board).collect(Collectors.toSet());
        if (boards.size() == 1) {
            return boards.iterator().next();
        }
        try (BufferedReader lines = Files.newBufferedReader(audit, StandardCharsets.UTF_8)) {
            return lines.lines().map(ChainEntry::parse).filter(ChainEntry::isReadable).map(ChainEntry::board).findFirst().orElse("");
        }
    }

    private static PublicKey key(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }

    private void say(String text, Object... args) {
        out.println(plain(String.format(Locale.ROOT, text, args)));
    }

    /** Signs by which a file could move about on the screen, as their numbers. */
    private static String plain(String text) {
        return text.codePoints().mapToObj(sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT
                ? String.format(Locale.ROOT, "U+%04X", sign) : Character.toString(sign)).collect(Collectors.joining());
    }
}
