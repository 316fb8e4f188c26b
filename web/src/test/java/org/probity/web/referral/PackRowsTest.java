package org.probity.web.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.ItemKind;
import org.probity.disclosure.Pack;
import org.probity.disclosure.PackItem;
import org.probity.disclosure.PackSource;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.web.referral.PackRow.Choice;
import org.probity.web.referral.PackRows.Rest;

/** A pack of a case to whose file a thousand things were added. */
class PackRowsTest {

    private static final int MANY = 1000;

    /** What the server takes in one form (Undertow's usual number), and what stands in it besides the rows. */
    private static final int PARAMETERS = 1000 - 50;
    private static final int OF_A_ROW = 4;
    private static final String WORDS = "Something was said. ".repeat(100);
    private static final List<PackSource> SOURCES = Stream.concat(Stream.of(source(ItemKind.FINDING, 1, true)),
            LongStream.rangeClosed(2, MANY).mapToObj(id -> source(id % 2 == 0 ? ItemKind.LETTER : ItemKind.NOTE, id, id % 2 == 0))).toList();

    private final PackRows rows = new PackRows(SOURCES, List.of(), List.of());

    @Test
    void aFormHoldsNoMoreThanTheServerTakesAndKeepsNoWordsThatAreNotShown() throws IOException {
        assertThat(rows.size()).isEqualTo(MANY);
        for (int place = 0; place < MANY; place += PackRows.SHOWN) {
            rows.turn(place, SOURCES);
            assertThat(rows.shown()).hasSize(PackRows.SHOWN).allMatch(row -> row.getWords().contains(WORDS));
            assertThat(rows.shown().size() * OF_A_ROW).isLessThan(PARAMETERS);
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        new ObjectOutputStream(kept).writeObject(rows);
        assertThat(kept.size()).isLessThan(MANY * WORDS.length() / 4);
    }

    @Test
    void whatIsDecidedOnOneOfThemIsKeptAndTheRestStaysOutForOneReason() {
        rows.shown().get(1).setIncluded(Choice.OUT);
        rows.shown().get(1).setOmissionReason("About a neighbour");
        rows.turn(MANY - 1, SOURCES);
        rows.shown().get(0).setIncluded(Choice.REDACTED);
        rows.shown().get(0).setRedactionNote("A name");
        rows.shown().get(0).setRedactedText("Something was said. […]");

        Pack pack = rows.pack(Rest.OUT, "Sent twice", "What happened", 5L, "-");
        assertThat(pack.othersOmissionReason()).isEqualTo("Sent twice");
        assertThat(pack.items()).hasSize(2 * PackRows.SHOWN).contains(PackItem.in(ItemKind.FINDING, 1L, null), PackItem.out(ItemKind.LETTER, 2L, null, "About a neighbour"),
                PackItem.out(ItemKind.NOTE, 3L, null, "Sent twice"), new PackItem(ItemKind.NOTE, 981L, null, true, null, "A name", "Something was said. […]"));
        assertThat(refused(Rest.OUT, "Sent twice")).isEmpty();
        assertThat(refused(Rest.OUT, " ")).contains("othersOmissionReason:referral.refused.othersOmissionReason", "items[2].omissionReason:referral.refused.omissionReason");
    }

    @Test
    void whatNobodyLookedAtGoesAsSuggestedAndEachOmissionHasItsReason() {
        Pack pack = rows.pack(Rest.SUGGESTED, "Not needed", "What happened", 5L, "-");
        assertThat(pack.items()).hasSize(MANY).filteredOn(item -> !item.included()).hasSize(MANY / 2 - 1).allMatch(item -> item.omissionReason().equals("Not needed"));
        assertThat(pack.othersOmissionReason()).as("each is named: what came meanwhile is not left out unseen").isNull();
        assertThat(refused(Rest.SUGGESTED, "Not needed")).isEmpty();
    }

    @Test
    void whatIsToBlameIsShownWhereverItStands() {
        rows.turn(40, SOURCES);
        rows.shown().get(3).setIncluded(Choice.REDACTED);
        rows.turn(0, SOURCES);
        assertThat(refused(Rest.OUT, "Sent twice")).containsExactly("items[23].redactionNote:referral.refused.redactionNote", "items[23].redactedText:referral.refused.redactedText");
        Refusal refusal = refusal(rows, Rest.OUT, "Sent twice");
        List<String> named = rows.named(Rest.OUT);
        rows.turn(rows.blamed(refusal, named), SOURCES);
        assertThat(rows.first()).isEqualTo(40);
        assertThat(rows.shown(refusal, named).problems()).extracting(Refusal.Problem::field).containsExactly("items[3].redactionNote", "items[3].redactedText");
        assertThat(rows.shown().get(3).getRedactedText()).as("offered again to begin from").contains(WORDS);
    }

    /** The subject had not answered when it was shortened, and has by now. */
    @Test
    void whatHasChangedSinceThePackBeforeIsDecidedAnewBeforeItGoesAnywhere() {
        PackItem silent = new PackItem(ItemKind.LETTER, 40L, null, true, null, "A name", null);
        PackItem out = PackItem.out(ItemKind.NOTE, 41L, "Something", "Not about it");
        PackRows again = new PackRows(SOURCES, List.of(silent, out), List.of(silent.source(), out.source()));
        for (Rest rest : Rest.values()) {
            assertThat(refused(again, rest, "Not needed")).filteredOn(problem -> problem.endsWith("lookAgain")).hasSize(2);
        }
        Refusal refusal = refusal(again, Rest.OUT, "Not needed");
        List<String> named = again.named(Rest.OUT);
        again.turn(again.blamed(refusal, named), SOURCES);
        assertThat(again.first()).isEqualTo(20);
        assertThat(again.shown(refusal, named).problems()).extracting(Refusal.Problem::field).containsExactly("items[19].included", null);
        PackRow row = again.shown().get(19);
        assertThat(row.isChanged()).isTrue();
        assertThat(row.getRedactedText()).isEqualTo(row.getWords());
        assertThat(refused(again, Rest.OUT, "Not needed")).containsExactly("items[39].redactedText:referral.refused.unchanged", "items[40].included:referral.refused.lookAgain");
        again.turn(40, SOURCES);
        assertThat(refused(again, Rest.OUT, "Not needed")).as("seen, and not shortened").containsExactly("items[39].redactedText:referral.refused.redactedText");
        row.setRedactedText("Something was said.");
        assertThat(refused(again, Rest.OUT, "Not needed")).isEmpty();
    }

    @Test
    void whatComesOrChangesWhileThePackIsPutTogetherIsMarkedAndNothingTypedIsLost() {
        PackRow first = rows.shown().get(0);
        first.setIncluded(Choice.REDACTED);
        first.setRedactionNote("A name");
        first.setRedactedText("Something was said.");
        rows.shown().get(1).setIncluded(Choice.OUT);
        rows.shown().get(1).setOmissionReason("About a neighbour");
        rows.turn(40, SOURCES);
        List<PackSource> now = new ArrayList<>(SOURCES.subList(1, MANY));
        now.add(0, said(ItemKind.FINDING, 1, "It was a mistake."));
        now.add(1, source(ItemKind.FINDING, 5000, true));
        now.remove(MANY);
        rows.reread(now);

        assertThat(rows.first()).isZero();
        assertThat(rows.size()).isEqualTo(MANY);
        assertThat(rows.shown()).filteredOn(PackRow::isChanged).extracting(PackRow::source).containsExactly("FINDING:1", "FINDING:5000");
        PackRow again = rows.shown().get(0);
        assertThat(again.getRedactedText()).isEqualTo("It was a mistake.");
        assertThat(List.of(again.getBefore(), again.getRedactionNote())).containsExactly("Something was said.", "A name");
        assertThat(again.getChoices()).doesNotContain(Choice.OUT);
        assertThat(rows.shown().get(2).getOmissionReason()).isEqualTo("About a neighbour");
        assertThat(refused(Rest.SUGGESTED, "Not needed")).containsExactly("items[0].redactedText:referral.refused.unchanged");
    }

    /** Staying out is not for the subject's own words, and going in whole would give what was taken out. */
    @Test
    void whatTheSubjectSaidStaysShortenedThoughNobodyLooksAtItAgain() {
        List<PackSource> all = new ArrayList<>(SOURCES);
        all.add(said(ItemKind.REMOVAL_REQUEST, 7, "Amy did it."));
        PackItem shortened = new PackItem(ItemKind.REMOVAL_REQUEST, 7L, null, true, null, "A name", "[a child] did it.");
        assertThat(new PackRows(all, List.of(shortened), List.of()).pack(Rest.OUT, "Not needed", "What happened", 5L, "-").items()).contains(shortened);
    }

    /** Packs of earlier releases may hold such lines. */
    @Test
    void whatThePolicySaysIsNotShortenedAndWhatWeTitledIsNotRenamed() {
        List<PackSource> all = List.of(source(ItemKind.CLAUSE, 1, true), source(ItemKind.NOTE, 2, false), source(ItemKind.LETTER, 3, true));
        PackRows again = new PackRows(all, all.stream().map(one -> new PackItem(one.kind(), one.id(), "Another", true, null, "A name", "Something […]")).toList(), List.of());
        assertThat(again.shown().get(0).getChoices()).containsExactly(Choice.IN, Choice.OUT);
        assertThat(again.pack(Rest.SUGGESTED, null, "What happened", 5L, "-").items()).containsExactly(PackItem.in(ItemKind.CLAUSE, 1L, null),
                new PackItem(ItemKind.NOTE, 2L, null, true, null, "A name", "Something […]"), new PackItem(ItemKind.LETTER, 3L, "Another", true, null, "A name", "Something […]"));
    }

    @Test
    void whatWentInWholeIsHeldBackUnderNoNameOfThen() {
        PackRows again = new PackRows(SOURCES, List.of(PackItem.in(ItemKind.LETTER, 2L, "Amy Jones’s letter"), PackItem.out(ItemKind.NOTE, 3L, "A note", "No")), List.of());
        assertThat(again.shown()).extracting(PackRow::getCalled).startsWith(null, null, "A note");
    }

    private List<String> refused(Rest rest, String others) {
        return refused(rows, rest, others);
    }

    private static List<String> refused(PackRows rows, Rest rest, String others) {
        Refusal refusal = refusal(rows, rest, others);
        return refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.field() + ":" + problem.key()).toList();
    }

    private static Refusal refusal(PackRows rows, Rest rest, String others) {
        Checks checks = new Checks();
        rows.check(checks, rest, others);
        return catchThrowableOfType(Refusal.class, checks::done);
    }

    /** By the subject. */
    private static PackSource said(ItemKind kind, long id, String words) {
        return new PackSource(kind, id, "Item " + id, true, null, List.of(), List.of(new PackSource.Passage(null, words, true)), null);
    }

    private static PackSource source(ItemKind kind, long id, boolean suggested) {
        return new PackSource(kind, id, "Item " + id, suggested, null, List.of(), List.of(new PackSource.Passage(null, WORDS, false)), null);
    }
}
