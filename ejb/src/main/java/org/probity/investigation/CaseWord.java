package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.probity.kernel.Letters;
import org.probity.spelling.WordSpans;
import org.probity.tenancy.BoardOwned;

/**
 * A word by which a case is found, folded as names are. Whoever looks for it need not say more than how it begins: the words of a
 * board lie in their order, so that it is found without reading the cases that do not hold it.
 */
@Entity
@Immutable
@Table(name = "case_word")
public class CaseWord extends BoardOwned {

    /** Where it stands. */
    public enum Source {
        REFERENCE, TITLE, SUBJECT,
        /** What its reporter said, whatever was made of it since. */
        REPORT;

        /** Those that everybody may find who sees that the case is there; the others wait until whoever looks has no conflict to answer. */
        public static final Set<Source> OPEN = EnumSet.of(REFERENCE, TITLE);
    }

    /** Characters of a text that are read: more than a report has. */
    private static final int READ = 10_000;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "investigation_id", updatable = false)
    private Investigation investigation;

    @Column(length = WordSpans.LONGEST_PART, nullable = false, updatable = false)
    private String word;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private Source source;

    protected CaseWord() {
    }

    CaseWord(Investigation investigation, String word, Source source) {
        this.investigation = investigation;
        this.word = word;
        this.source = source;
    }

    String word() {
        return word;
    }

    Source source() {
        return source;
    }

    /** Each once. */
    public static Set<String> in(String text) {
        return new LinkedHashSet<>(WordSpans.words(Letters.fold(text, READ)));
    }

    /** The number in it without the noughts before it, too. */
    public static Set<String> inReference(String reference) {
        return in(reference).stream().flatMap(word -> Stream.of(word, word.replaceFirst("^0+(?=\\d)", ""))).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
