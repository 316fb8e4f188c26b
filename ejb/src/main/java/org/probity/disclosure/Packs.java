package org.probity.disclosure;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.documents.ContentBytes;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Organisation;
import org.probity.member.Person;

/** Disclosure packs: what could go into one, what an officer composed of it, and what is made of that. */
@Stateless
@Guarded
public class Packs {

    /**
     * What an officer composes a pack from.
     *
     * @param sources everything that could go in
     * @param last how the previous round's pack was composed; empty in the first round
     * @param changed those of them, as {@link PackItem#source()}, whose source says something else since: without what was written for it
     * @param fingerprint of everything that could go in, to be given back with the {@link Pack}
     */
    public record Composing(Long referralId, int round, Long organisationId, String reasons, String summary,
            List<PackSource> sources, List<PackItem> last, List<String> changed, String fingerprint) {
    }

    /**
     * A line of a pack as the board sees it.
     *
     * @param title what the pack calls it
     * @param sourceTitle what the case called it when the pack was composed; null in packs of earlier releases
     * @param sourceText what the case says where the pack says less; only where they are compared
     */
    public record PackedItem(ItemKind kind, Long sourceId, String title, String sourceTitle, boolean included,
            String omissionReason, String redactionNote, String redactedText, String sourceText) {
    }

    /**
     * A pack as it goes out, and the letter that tells the subject of it.
     *
     * @param language the pack is written in
     * @param evidence whose files go along
     */
    public record Made(Language language, Person subject, byte[] pack, byte[] letter, List<Long> evidence) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PackSources sources;

    @Inject
    private PackMaker maker;

    /** Everything that could go in, as it is now. */
    @Permitted(Act.INTERNAL)
    public KnownSources known(PackCase of) {
        return sources.known(of);
    }

    /** What an officer composes from, begun as in the round before. */
    @Permitted(Act.INTERNAL)
    public Composing composing(PackCase of) {
        KnownSources known = sources.known(of);
        List<PackLine> last = maker.lines(of.referralId(), of.round() - 1);
        return new Composing(of.referralId(), of.round(), of.organisationId(), of.reasons(), of.summary(), List.copyOf(known.bySource().values()),
                last.stream().map(line -> PackRules.begun(line, known)).toList(),
                last.stream().filter(line -> PackRules.isChanged(line, known)).map(line -> line.item().source()).toList(), known.print());
    }

    /** Keeps a pack line by line. @return what the audit says of it @throws Refusal INVALID naming each line that lacks something */
    @Permitted(Act.INTERNAL)
    public Map<String, Object> compose(PackCase of, Pack pack, KnownSources known, Organisation employer) {
        PackRules.check(pack, known.bySource());
        List<PackItem> lines = PackRules.lines(pack, known.bySource());
        for (int i = 0; i < lines.size(); i++) {
            entities.persist(PackRules.line(of, i + 1, lines.get(i), known));
        }
        return PackRules.counts(lines, employer);
    }

    /** @throws Refusal STATE where it says of something in it what the case does not say */
    @Permitted(Act.INTERNAL)
    public void requireOfCase(PackCase of, KnownSources known) {
        PackRules.requireOfCase(maker.lines(of.referralId(), of.round()), known);
    }

    /** Whether something that somebody had sent in goes along as a file. */
    @Permitted(Act.INTERNAL)
    public boolean carriesFiles(PackCase of) {
        KnownSources known = sources.known(of);
        return maker.lines(of.referralId(), of.round()).stream().filter(line -> FileSources.SENT_IN.contains(line.item().kind()))
                .anyMatch(line -> line.item().included() && line.item().redactionNote() == null && PackRules.isChanged(line, known));
    }

    /** The pack of that round, line by line; empty while it is being composed. */
    @Permitted(Act.INTERNAL)
    public List<PackedItem> items(Long referral, int round) {
        return maker.lines(referral, round).stream().map(line -> packed(line, null)).toList();
    }

    /** The same beside what the case says now. */
    @Permitted(Act.INTERNAL)
    public List<PackedItem> compared(PackCase of) {
        List<PackLine> lines = maker.lines(of.referralId(), of.round());
        boolean shortened = lines.stream().anyMatch(line -> line.item().redactedText() != null);
        Map<String, PackSource> known = shortened ? sources.known(of).bySource() : Map.of();
        return lines.stream().map(line -> packed(line, line.item().redactedText() == null ? null : known.get(line.item().source()))).toList();
    }

    private static PackedItem packed(PackLine line, PackSource source) {
        PackItem item = line.item();
        return new PackedItem(item.kind(), item.sourceId(), item.title(), line.sourceTitle(), item.included(), item.omissionReason(),
                item.redactionNote(), item.redactedText(), source == null ? null : source.plainText());
    }

    /** The pack and the letter to the subject. @param acknowledgeBy when the employer must have answered */
    @Permitted(Act.INTERNAL)
    public Made make(PackCase of, Instant acknowledgeBy) {
        return maker.make(of, acknowledgeBy);
    }

    /** The pack alone, to be looked at before it is approved. */
    @Permitted(Act.INTERNAL)
    public ContentBytes preview(PackCase of, Instant acknowledgeBy) {
        return maker.preview(of, acknowledgeBy);
    }
}
