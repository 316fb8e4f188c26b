package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Csv;
import org.probity.tenancy.Keys;

/** Writes the audit into files: as a table for a spreadsheet, and as a chain that can be verified without Probity. */
@Stateless
@Guarded
public class AuditExport {

    private static final int PIECE = 1_000;

    @PersistenceContext
    private EntityManager entities;

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
    private Audit audit;

    /** The entries wanted, the newest first, in a file that whoever asked has to delete. */
    @Permitted(Act.INTERNAL)
    public Path table(AuditFilter filter) {
        return written(".csv", file -> {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                long entries = table(new Csv(out), filter);
                Map<String, Object> asked = new TreeMap<>(filter.asked());
                asked.put("entries", entries);
                audit.record("audit.tabled", null, "chain", null, null, asked);
            }
        });
    }

    private long table(Csv csv, AuditFilter filter) {
        csv.row("place", "time", "who", "roles", "act", "case", "kind", "id", "address", "channel", "before", "after");
        long written = 0;
        long before = Long.MAX_VALUE;
        List<AuditLine> piece = search.lines(filter, before, PIECE);
        while (!piece.isEmpty()) {
            piece.forEach(a -> csv.row(a.seq(), a.at(), a.who(), a.roles(), a.act(), a.reference(), a.subjectKind(), a.subjectId(),
                    a.address(), a.channel(), a.before(), a.after()));
            written += piece.size();
            before = piece.get(piece.size() - 1).seq();
            piece = search.lines(filter, before, PIECE);
        }
        return written;
    }

    /**
     * The whole chain up to a checkpoint that is signed for it, with all checkpoints and the key to check them, in a ZIP file
     * that whoever asked has to delete. Of cases they must not see only the places in the chain are told.
     */
    @Permitted(Act.INTERNAL)
    public Path chain() {
        return written(".zip", file -> {
            long end = chains.checkpoint();
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry(Verifier.AUDIT));
                Withheld withheld = write(zip, end);
                put(zip, Verifier.CHECKPOINTS, lines(chains.signed().stream().filter(withheld::isProvable).map(SignedCheckpoint::line)));
                put(zip, Verifier.KEYS, lines(history.signed().stream().map(SignedKey::line)));
                put(zip, "checkpoint.pub", keys.checkingPem());
                put(zip, "verify.txt", text("verify.txt"));
                audit.record("audit.exported", null, "chain", null, null, Map.of("entries", end, "withheld", withheld.entries()));
            }
        });
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * What is not told.
     *
     * @param first place of the first entry withheld
     * @param signed the hashes in the chain at the places of checkpoints
     */
    private record Withheld(long entries, long first, Set<String> signed) {

        /**
         * A checkpoint from before there were salts can be held against the chain as far as nothing is withheld; after
         * that it would only help to try what a withheld entry says.
         */
        boolean isProvable(SignedCheckpoint checkpoint) {
            return checkpoint.seq() < first || signed.contains(checkpoint.hash());
        }
    }

    private Withheld write(ZipOutputStream zip, long end) throws IOException {
        Set<String> hidden = redactions.hidden();
        Redaction redaction = redactions.forCaller();
        Set<Long> places = chains.signed().stream().map(SignedCheckpoint::seq).collect(Collectors.toSet());
        Set<String> signed = new HashSet<>();
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        long withheld = 0;
        long first = Long.MAX_VALUE;
        for (StoredChain entries = new StoredChain(entities, end); entries.hasNext();) {
            AuditEntry entry = entries.next();
            Link link = entry.link();
            boolean told = !hidden.contains(entry.reference()) && !entry.isHiddenBy(redaction);
            out.append(told ? link.line() : link.withheld().line()).append('\n');
            if (places.contains(link.seq())) {
                signed.add(link.hash());
            }
            withheld += told ? 0 : 1;
            first = told ? first : Math.min(first, link.seq());
        }
        out.flush();
        return new Withheld(withheld, first, signed);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) throws IOException {
        try (var in = AuditExport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes a file. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private static Path written(String ending, Writing writing) {
        try {
            Path file = Files.createTempFile("probity-audit-", ending);
            try {
                writing.to(file);
                return file;
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The audit could not be written to a file", e);
        }
    }
}
