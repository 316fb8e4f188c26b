package org.probity.referral;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.kernel.Checks;

/** What a disclosure pack must say about every item it could hold. */
final class PackRules {

    /** All files of a pack together, in bytes: with the pages around them it stays below what may be kept. */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final int NOTE = 1000;
    private static final int REDACTED = 20_000;

    private PackRules() {
    }

    /**
     * Every candidate once, each omission with its reason, each redaction with its note, nothing from elsewhere.
     *
     * @throws org.probity.kernel.Refusal INVALID naming each line
     */
    static void check(Pack pack, Map<String, PackSource> known) {
        Checks checks = new Checks().text("summary", pack.summary(), Checks.LONG_TEXT);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < pack.items().size(); i++) {
            PackItem item = pack.items().get(i);
            String field = "items[" + i + "].";
            PackSource source = known.get(item.source());
            checks.that(source != null, field + "sourceId", "referral.refused.unknownItem")
                    .that(named.add(item.source()), field + "sourceId", "referral.refused.itemTwice")
                    .max(field + "title", item.title(), 300);
            if (source != null && item.included()) {
                included(checks, field, item, source);
            } else if (source != null) {
                omitted(checks, field, item, source);
            }
        }
        known.values().stream().filter(source -> !named.contains(source.source()))
                .forEach(source -> checks.that(false, "items", "referral.refused.itemMissing", source.title()));
        whole(checks, pack, known);
        checks.done();
    }

    private static void included(Checks checks, String field, PackItem item, PackSource source) {
        boolean text = source.file() == null;
        boolean noted = item.redactionNote() != null;
        checks.max(field + "redactionNote", item.redactionNote(), NOTE)
                .that(!noted || !text || item.redactedText() != null, field + "redactedText", "referral.refused.redactedText")
                .that(item.redactedText() == null || noted, field + "redactionNote", "referral.refused.redactionNote")
                .that(item.redactedText() == null || text, field + "redactedText", "referral.refused.redactedFile")
                .max(field + "redactedText", item.redactedText(), REDACTED)
                .noSecret(field + "redactedText", item.redactedText());
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

    /** Asked again where the files are read: what was composed may be older than the rule. @throws org.probity.kernel.Refusal INVALID on {@code items} */
    static void requireSmall(long bytes) {
        Checks checks = new Checks();
        small(checks, bytes);
        checks.done();
    }

    private static void small(Checks checks, long bytes) {
        checks.that(bytes <= MOST_BYTES, "items", "referral.refused.packTooLarge", MOST_BYTES / 1024 / 1024);
    }

    /** The line as it is kept; its title is the source's own where the officer gave none. */
    static PackLine line(Referral referral, int number, PackItem item, Map<String, PackSource> known) {
        String title = item.title() == null || item.title().isBlank() ? known.get(item.source()).title() : item.title().strip();
        return new PackLine(referral, number, item, title);
    }

    /** What the audit says of a pack: how many lines of which sort, for whom. */
    static Map<String, Object> counts(Pack pack, Long organisationId) {
        return Map.of("organisationId", organisationId,
                "included", pack.items().stream().filter(PackItem::included).count(),
                "omitted", pack.items().stream().filter(item -> !item.included()).count(),
                "redacted", pack.items().stream().filter(item -> item.included() && item.redactionNote() != null).count());
    }
}
