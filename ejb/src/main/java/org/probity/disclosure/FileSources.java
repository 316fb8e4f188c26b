package org.probity.disclosure;

import static org.probity.letter.LetterTexts.get;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.detection.Safeguarding;
import org.probity.disclosure.PackSource.SourceFile;
import org.probity.disclosure.PackSource.Warning;
import org.probity.disclosure.RecordedFiles.Recorded;
import org.probity.documents.Document;
import org.probity.evidence.EvidenceItem;
import org.probity.evidence.EvidenceLine;
import org.probity.files.FileType;
import org.probity.investigation.Note;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet.Fact;
import org.probity.letter.LetterTexts;

/** Evidence, letters, files the subject sent, and notes. */
@ApplicationScoped
class FileSources {

    private static final String EVIDENCE = "select new org.probity.evidence.EvidenceLine(e.id, e.kind, e.title, "
            + "e.sourceAddress, e.capturedAt, e.how, e.documentId, e.sha256, e.addedAt, e.addedBy) from EvidenceItem e "
            + "where e.reference = :reference and e.kind <> org.probity.evidence.EvidenceItem$Kind.NONE order by e.id";

    private static final String NOTES = "select new org.probity.disclosure.FileSources$NoteText(n.id, n.words, n.author, "
            + "n.authorName, n.writtenAt, q.words) from Note n left join ReporterQuestion q on q.id = n.questionId "
            + "where n.reference = :reference order by n.id";

    /** What holds a file that is not ours. */
    static final Set<ItemKind> SENT_IN = EnumSet.of(ItemKind.EVIDENCE, ItemKind.REPLY_FILE);

    /** A note with its words. @param question what it answers, or null */
    record NoteText(Long id, String words, Note.Author author, String by, Instant at, String question) {
    }

    @Inject
    private EntityManager entities;

    @Inject
    private RecordedFiles recorded;

    @Inject
    private Safeguarding safeguarding;

    List<PackSource> of(PackCase of, Language language) {
        String reference = of.reference();
        Map<Long, Document> files = entities.createQuery("select d from Document d where d.reference = :reference "
                + "and d.kind in :kinds order by d.id", Document.class).setParameter("reference", reference)
                .setParameter("kinds", EnumSet.of(Document.Kind.EVIDENCE, Document.Kind.REPLY, Document.Kind.LETTER))
                .getResultList().stream().collect(Collectors.toMap(Document::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<PackSource> sources = new ArrayList<>(evidence(reference, files, language));
        Map<Long, Recorded> byOthers = recorded.of(reference);
        files.values().stream()
                .filter(file -> file.kind() == Document.Kind.REPLY || file.kind() == Document.Kind.LETTER && !of.letters().contains(file.fileName()))
                .forEach(file -> sources.add(document(file, byOthers.get(file.id()), language)));
        entities.createQuery(NOTES, NoteText.class).setParameter("reference", reference).getResultList().stream()
                .forEach(note -> sources.add(note(note, language)));
        boolean stopped = isStopped(reference);
        return sources.stream().map(source -> stopped && SENT_IN.contains(source.kind()) ? source.withoutFile() : source).toList();
    }

    /** An indecent image of a child is suspected: what was sent in is spoken of and not copied. */
    private boolean isStopped(String reference) {
        return !entities.createQuery("select i.id from Investigation i where i.reference = :reference and i.hardStop = true", Long.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().isEmpty();
    }

    private List<PackSource> evidence(String reference, Map<Long, Document> files, Language language) {
        Warning warning = safeguarding.childInvolved(reference) ? Warning.CHILD_INVOLVED : Warning.MAY_SHOW_OTHERS;
        return entities.createQuery(EVIDENCE, EvidenceLine.class).setParameter("reference", reference).getResultList().stream()
                .map(line -> evidence(line, files.get(line.documentId()), warning, language)).toList();
    }

    /** Files may show other people: somebody looks before they go in, and where a child is involved they stay out until then. */
    static PackSource evidence(EvidenceLine line, Document file, Warning warning, Language language) {
        List<Fact> facts = new ArrayList<>();
        add(facts, get(language, "referral.source.address"), line.sourceAddress());
        add(facts, get(language, "referral.source.captured"), LetterTexts.moment(language, line.capturedAt()));
        add(facts, get(language, "referral.source.how"), line.how());
        add(facts, get(language, "referral.source.addedBy"), line.addedBy());
        PackSource source = new PackSource(ItemKind.EVIDENCE, line.id(), get(language, "referral.source.evidence", line.title()),
                true, null, facts, List.of(), file == null ? null : file(file));
        return line.kind() == EvidenceItem.Kind.FILE ? source.warn(warning, warning != Warning.CHILD_INVOLVED) : source;
    }

    /**
     * A page or a mail of a stranger's, opened out of a pack of ours, may load and run what it likes.
     *
     * @param recorded null where the subject sent it, or the board
     */
    static PackSource document(Document file, Recorded recorded, Language language) {
        boolean reply = file.kind() == Document.Kind.REPLY;
        String title = recorded != null ? recorded.title(file, language)
                : get(language, reply ? "referral.source.replyFile" : "referral.source.letter", file.title());
        PackSource source = new PackSource(reply ? ItemKind.REPLY_FILE : ItemKind.LETTER, file.id(), title, true, null,
                List.of(), List.of(), file(file));
        boolean runs = file.type() == FileType.HTML || file.type() == FileType.EML;
        return reply ? source.warn(runs ? Warning.MAY_RUN : Warning.MAY_SHOW_OTHERS, !runs) : source;
    }

    /** What the board wrote for itself, or a reporter told it in trust, stays out unless an officer puts it in. */
    static PackSource note(NoteText note, Language language) {
        boolean reporter = note.author() == Note.Author.REPORTER;
        List<Fact> facts = new ArrayList<>();
        add(facts, get(language, "referral.source.writtenBy"), reporter ? null : note.by());
        add(facts, get(language, "referral.source.asked"), note.question());
        return PackSource.text(ItemKind.NOTE, note.id(),
                get(language, "referral.source.note", LetterTexts.shortDate(language, Days.of(note.at()))),
                facts, List.of(new PackSource.Passage(null, note.words(), false)))
                .warn(reporter ? Warning.REPORTER_WORDS : Warning.BOARD_NOTE, false);
    }

    private static SourceFile file(Document file) {
        return new SourceFile(file.id(), file.fileName(), file.mediaType(), file.size(), file.sha256());
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
