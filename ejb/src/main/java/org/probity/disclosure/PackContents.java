package org.probity.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.investigation.InPost;
import org.probity.kernel.Language;
import org.probity.letter.PictureBudget;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.policy.Known;
import org.probity.tenancy.Board;

/**
 * Everything a pack is printed from.
 *
 * @param language everything of ours in it is written in
 * @param entries in the order of the contents list, those left out included
 * @param today the day it carries
 */
record PackContents(Board board, Language language, String reference, Person subject, Organisation organisation,
        CaseFacts facts, List<Entry> entries, LocalDate today) {

    PackContents {
        PictureBudget budget = new PictureBudget();
        entries = entries.stream().map(entry -> entry.isPicture() && !budget.draws(entry.bytes()) ? entry.undrawn() : entry).toList();
    }

    /**
     * What the covering letter says besides the items.
     *
     * @param policies those of the clauses that are told
     * @param inPost whether the subject was with their organisation on that day; null where nobody has said
     * @param postedOn null where it is not known
     * @param acknowledgeBy when the employer must have answered
     * @param officer who signs
     * @param link where the employer answers
     */
    record CaseFacts(String summary, String reasons, List<PolicyFacts> policies, LocalDate postedOn, InPost inPost,
            Instant acknowledgeBy, String officer, String link) {
    }

    /**
     * A policy version that counts.
     *
     * @param discipline number of the clause that leaves discipline to the employer, or null
     * @param known what the subject may be taken to have known of it
     */
    record PolicyFacts(String title, String titleCy, String version, String discipline, Known known) {

        String title(Language language) {
            return language == Language.CY ? titleCy : title;
        }
    }

    /**
     * One line of the pack with what stands behind it.
     *
     * @param drawable false where a picture is attached although pictures are drawn on the pages
     */
    record Entry(int number, String title, PackItem item, PackSource source, byte[] bytes, boolean drawable) {

        Entry(int number, String title, PackItem item, PackSource source, byte[] bytes) {
            this(number, title, item, source, bytes, true);
        }

        Entry undrawn() {
            return new Entry(number, title, item, source, bytes, false);
        }

        boolean given() {
            return item.included();
        }

        /** Some of it was taken out. */
        boolean shortened() {
            return given() && item.redactionNote() != null;
        }

        /** Labels and values. */
        Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            source.facts().forEach(fact -> facts.put(fact.label(), fact.value()));
            return facts;
        }

        /** The file goes along, printed or attached; a shortened file never does. */
        boolean givesFile() {
            return given() && source.file() != null && !shortened() && bytes != null;
        }

        boolean attached() {
            return givesFile() && !isPicture();
        }

        /** To be drawn on a page. */
        boolean isPicture() {
            return drawable && givesFile() && source.file().picture();
        }
    }

    /** What goes in, of that kind. */
    List<Entry> given(ItemKind kind) {
        return entries.stream().filter(Entry::given).filter(entry -> entry.item().kind() == kind).toList();
    }

    /** The same with every picture attached. */
    PackContents undrawn() {
        return new PackContents(board, language, reference, subject, organisation, facts,
                entries.stream().map(Entry::undrawn).toList(), today);
    }

    /** The same with those pictures attached. */
    PackContents undrawn(Set<byte[]> those) {
        return new PackContents(board, language, reference, subject, organisation, facts,
                entries.stream().map(entry -> those.contains(entry.bytes()) ? entry.undrawn() : entry).toList(), today);
    }

    List<Entry> attachments() {
        return entries.stream().filter(Entry::attached).toList();
    }
}
