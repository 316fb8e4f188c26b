package org.probity.proof;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditSearch;
import org.probity.audit.Redaction;
import org.probity.audit.Redactions;
import org.probity.checkpoint.ChainAnchor;
import org.probity.checkpoint.ChainCheck;
import org.probity.checkpoint.Chains;
import org.probity.checkpoint.KeyHistory;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.SignedKey;
import org.probity.checkpoint.StoredEntries;
import org.probity.checkpoint.Witnesses;
import org.probity.crypto.Keys;
import org.probity.kernel.Csv;

/** Writes the audit into files: as a table for a spreadsheet, and as a chain that can be verified without Probity. */
@Stateless
@Guarded
public class AuditExport {

    private static final int PIECE = 1_000;

    @Inject
    private StoredEntries entries;

    @Inject
    private AuditSearch search;

    @Inject
    private Redactions redactions;

    @Inject
    private Chains chains;

    @Inject
    private KeyHistory history;

    @Inject
    private Keys keys;

    @Inject
    private ExportFolder folder;

    @Inject
    private Audit audit;

    /**
     * The entries wanted, the newest first.
     *
     * @param words what an entry says, as far as the reader may be told of it
     * @throws org.probity.kernel.Refusal TOO_MANY where the caller has another export written or sent
     */
    @Permitted(Act.INTERNAL)
    public ExportFile table(AuditFilter filter, Function<AuditLine, String> words) {
        return folder.written(file -> {
            // unlike that of Files, this writer takes half a sign that is kept from earlier, and writes a question mark
            Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
            long entries = table(new Csv(out), filter, words);
            out.flush();
            Map<String, Object> asked = new TreeMap<>(filter.asked());
            asked.put("entries", entries);
            audit.record("audit.tabled", null, "chain", null, null, asked);
        });
    }

    private long table(Csv csv, AuditFilter filter, Function<AuditLine, String> words) {
        csv.row("place", "time", "who", "roles", "act", "case", "kind", "id", "address", "channel", "before", "after", "sentence");
        long written = 0;
        long before = Long.MAX_VALUE;
        List<AuditLine> piece = search.lines(filter, before, PIECE);
        while (!piece.isEmpty()) {
            piece.forEach(a -> csv.row(a.seq(), a.at(), a.who(), a.roles(), a.act(), a.reference(), a.subjectKind(), a.subjectId(),
                    a.address(), a.channel(), a.before(), a.after(), words.apply(a)));
            written += piece.size();
            before = piece.get(piece.size() - 1).seq();
            piece = search.lines(filter, before, PIECE);
        }
        return written;
    }

    /**
     * The whole chain up to a checkpoint of the last five minutes, with all checkpoints, those kept outside the database too, and the key to
     * check them, as a ZIP. Of cases whoever asks must not see only the places in the chain are told, and the entry before each is signed
     * for them. A chain that is not what was signed before is told to its end, with what contradicts it, and nothing of it signed.
     *
     * @throws org.probity.kernel.Refusal TOO_MANY as {@link #table}
     */
    @Permitted(Act.INTERNAL)
    public ExportFile chain() {
        return folder.written(file -> {
            boolean isSigned = chains.recentCheckpoint() > 0;
            // all once, after it was signed and before the entries: one that is made meanwhile names one that is not among them
            Witnesses before = chains.witnesses();
            List<SignedCheckpoint> signed = signed(before);
            Optional<SignedCheckpoint> end = isSigned ? chains.farthestOutside(signed) : Optional.empty();
            try (ZipOutputStream zip = new ZipOutputStream(file)) {
                ToldChain chain = write(zip, before.contradicting(), signed, end);
                put(zip, Verifier.KEYS, history.signed().stream().map(SignedKey::line));
                put(zip, "checkpoint.pub", Stream.of(keys.checkingPem().strip()));
                put(zip, "verify.txt", Stream.of(text("verify.txt").strip()));
                audit.record("audit.exported", null, "chain", null, null, Map.of("entries", chain.entries(), "withheld", chain.withheld()));
            }
        });
    }

    /** The oldest first: those of the database, and those that only lie outside, which somebody may have taken out of it. */
    private List<SignedCheckpoint> signed(Witnesses before) {
        return Stream.concat(chains.signed().stream(), before.onlyOutside().stream()).distinct()
                .sorted(Comparator.comparingLong(SignedCheckpoint::seq)).toList();
    }

    /** @param end what it has to reach, and agree with, for anything to be signed; none where it is not to be */
    private ToldChain write(ZipOutputStream zip, List<ChainAnchor> marks, List<SignedCheckpoint> signed, Optional<SignedCheckpoint> end)
            throws IOException {
        zip.putNextEntry(new ZipEntry(Verifier.AUDIT));
        ToldChain chain = told(zip, signed, end.map(SignedCheckpoint::seq).orElse(Long.MAX_VALUE));
        List<ChainAnchor> all = Stream.concat(marks.stream(), end.map(one -> new ChainAnchor(one.seq(), one.hash())).stream()).toList();
        boolean whole = new ChainCheck(Chains.board(), all).check(chain).whole();
        chain.toTheEnd();
        put(zip, Verifier.CHECKPOINTS, Stream.concat(signed.stream().filter(chain::isProvable), end.isPresent() && whole ? signed(chain) : Stream.of())
                .map(SignedCheckpoint::line));
        return chain;
    }

    private ToldChain told(ZipOutputStream zip, List<SignedCheckpoint> signed, long end) {
        Set<String> hidden = redactions.hidden();
        Redaction redaction = redactions.forCaller();
        return new ToldChain(entries.until(end), signed, entry -> !hidden.contains(entry.reference()) && !entry.isHiddenBy(redaction),
                new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8)));
    }

    /**
     * Only of a chain that is whole, and leads to what the file outside the database says was signed: in another, somebody may have put
     * an entry before one that is withheld, and have it signed as though it had been there at its time.
     */
    private Stream<SignedCheckpoint> signed(ToldChain chain) {
        return chain.sign(Chains.board(), history.signing());
    }

    private static void put(ZipOutputStream zip, String name, Stream<String> lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (String line : (Iterable<String>) lines::iterator) {
            zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(String name) throws IOException {
        try (var in = AuditExport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
