package org.probity.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Organisation;

/** What a disclosure pack must say about every item it could hold. */
final class PackRules {

    /** All files of a pack together, in bytes: with the pages around them it stays below what may be kept. */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    /** A whole pack, in bytes: a little less than the largest file that is kept. */
    static final long MOST_PRINTED = 24L * 1024 * 1024;

    private static final int NOTE = 1000;
    private static final int REDACTED = 20_000;

    private PackRules() {
    }

    /**
     * Every candidate once, unless there is a reason for all the others; each omission with its reason, each redaction with its
     * note and nothing but the source's own words, nothing from elsewhere.
     *
     * @throws Refusal INVALID naming each line
     */
    static void check(Pack pack, Map<String, PackSource> known) {
        Checks checks = new Checks().required("fingerprint", pack.fingerprint()).text("summary", pack.summary(), Checks.LONG_TEXT)
                .max("othersOmissionReason", pack.othersOmissionReason(), NOTE);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < pack.items().size(); i++) {
            PackItem item = pack.items().get(i);
            String field = "items[" + i + "].";
            PackSource source = known.get(item.source());
            checks.that(source != null, field + "sourceId", "referral.refused.unknownItem")
                    .that(named.add(item.source()), field + "sourceId", "referral.refused.itemTwice")
                    .max(field + "title", item.title(), PackTitles.LONGEST);
            if (source != null && item.included()) {
                included(checks, field, item, source);
            } else if (source != null) {
                omitted(checks, field, item.because(pack.othersOmissionReason()), source);
            }
        }
        known.values().stream().filter(source -> pack.othersOmissionReason() == null && !named.contains(source.source()))
                .forEach(source -> checks.that(false, "items", "referral.refused.itemMissing", source.title()));
        whole(checks, pack, known);
        checks.done();
    }

    /**
     * Every candidate once, as the pack says it line by line. Of those that a checked pack does not name, each stays out for the
     * common reason, save what holds the subject's own words: that goes in as it is. Where all are named they stand as named.
     */
    static List<PackItem> lines(Pack pack, Map<String, PackSource> known) {
        if (pack.othersOmissionReason() == null) {
            return pack.items();
        }
        Map<String, PackItem> named = pack.items().stream().collect(Collectors.toMap(PackItem::source, Function.identity()));
        return known.values().stream().map(source -> named.containsKey(source.source())
                ? named.get(source.source()).because(pack.othersOmissionReason()) : unnamed(source, pack.othersOmissionReason())).toList();
    }

    private static PackItem unnamed(PackSource source, String reason) {
        return source.holdsReply() ? PackItem.in(source.kind(), source.id(), null) : PackItem.out(source.kind(), source.id(), null, reason);
    }

    private static void included(Checks checks, String field, PackItem item, PackSource source) {
        boolean text = source.file() == null;
        boolean noted = item.redactionNote() != null;
        checks.that(isTitled(item, source), field + "title", "referral.refused.ownTitle");
        if (isCutClause(item)) {
            checks.that(false, field + "redactedText", "referral.refused.clauseWhole");
            return;
        }
        checks.max(field + "redactionNote", item.redactionNote(), NOTE)
                .that(!noted || !text || item.redactedText() != null, field + "redactedText", "referral.refused.redactedText")
                .that(item.redactedText() == null || noted, field + "redactionNote", "referral.refused.redactionNote")
                .that(item.redactedText() == null || text, field + "redactedText", "referral.refused.redactedFile")
                .plain(field + "redactedText", item.redactedText(), REDACTED);
        if (text && item.redactedText() != null && item.redactedText().length() <= REDACTED) {
            ShortenedText shortened = ShortenedText.of(source, item.redactedText());
            shortened.check(checks, field + "redactedText");
            checks.plain(field + "redactedText", shortened.text(), REDACTED);
        }
    }

    /** What we titled ourselves, of a clause or a day, is called nothing else where it goes in. */
    private static boolean isTitled(PackItem item, PackSource source) {
        return item.kind().titledByPeople() || item.title() == null || item.title().isBlank()
                || item.title().strip().equals(PackTitles.own(source).strip());
    }

    private static boolean isCutClause(PackItem item) {
        return item.kind().staysWhole() && (item.redactionNote() != null || item.redactedText() != null);
    }

    private static void omitted(Checks checks, String field, PackItem item, PackSource source) {
        checks.that(!source.holdsReply(), field + "included", "referral.refused.replyMustGoIn")
                .that(source.holdsReply() || item.omissionReason() != null, field + "omissionReason",
                        "referral.refused.omissionReason")
                .max(field + "omissionReason", item.omissionReason(), NOTE);
    }

    private static void whole(Checks checks, Pack pack, Map<String, PackSource> known) {
        List<PackItem> in = pack.items().stream().filter(PackItem::included).filter(i -> known.containsKey(i.source())).toList();
        checks.that(in.stream().anyMatch(i -> i.kind() == ItemKind.FINDING), "items", "referral.refused.noFinding");
        small(checks, bytes(pack.items(), known));
    }

    /** Of the files that go along. */
    static long bytes(List<PackItem> items, Map<String, PackSource> known) {
        return items.stream().filter(item -> known.containsKey(item.source()) && takesFile(item, known.get(item.source())))
                .mapToLong(item -> known.get(item.source()).file().size()).sum();
    }

    /** Whether the file itself goes along; one that was shortened is only described. */
    static boolean takesFile(PackItem item, PackSource source) {
        return item.included() && source.file() != null && item.redactionNote() == null;
    }

    /** Asked again where the files are read: what was composed may be older than the rule. @throws Refusal INVALID on {@code items} */
    static void requireSmall(long bytes) {
        Checks checks = new Checks();
        small(checks, bytes);
        checks.done();
    }

    private static void small(Checks checks, long bytes) {
        checks.that(bytes <= MOST_BYTES, "items", "referral.refused.packTooLarge", MOST_BYTES / 1024 / 1024);
    }

    /** Asked again before a pack goes out: it may be older than the rule. @throws Refusal STATE naming the first line of other words */
    static void requireOfCase(List<PackLine> lines, KnownSources known) {
        lines.stream().filter(line -> line.item().included() && !isOfCase(line, known)).findFirst().ifPresent(line -> {
            throw Refusal.state("referral.refused.notOfCase", line.number());
        });
    }

    /** In whichever language it was put together. */
    private static boolean isOfCase(PackLine line, KnownSources known) {
        PackItem item = line.item();
        return !isCutClause(item) && (item.kind().titledByPeople() || PackTitles.isUsual(line, known)) && (item.redactedText() == null
                || known.inEachLanguage(item.source()).anyMatch(source -> ShortenedText.of(source, item.redactedText()).holds()));
    }

    /** The line as it is kept. */
    static PackLine line(PackCase of, int number, PackItem item, KnownSources known) {
        PackSource source = known.bySource().get(item.source());
        PackItem kept = item.redactedText() == null ? item : item.shortened(ShortenedText.of(source, item.redactedText()).text());
        return new PackLine(of, number, kept, PackTitles.kept(item, number, known), PackTitles.own(source), known.print(item.source()));
    }

    /**
     * How that line begins in the next round. Of a source that says something else by then, nothing that was written stands for
     * what it says: it is shortened anew.
     */
    static PackItem begun(PackLine line, KnownSources known) {
        PackItem item = PackTitles.given(line, known);
        return isChanged(line, known) ? item.unwritten() : item;
    }

    static boolean isChanged(PackLine line, KnownSources known) {
        return !line.isDecidedOn(known.print(line.item().source()));
    }

    /** What the audit says of a pack: how many lines of which sort, for whom. */
    static Map<String, Object> counts(List<PackItem> items, Organisation employer) {
        return Map.of("organisation", employer.name(Language.EN),
                "included", items.stream().filter(PackItem::included).count(),
                "omitted", items.stream().filter(item -> !item.included()).count(),
                "redacted", items.stream().filter(item -> item.included() && item.redactionNote() != null).count());
    }
}
