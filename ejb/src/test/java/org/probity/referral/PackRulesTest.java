package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;
import org.probity.referral.PackSource.Passage;
import org.probity.referral.PackSource.SourceFile;

class PackRulesTest {

    private static final PackSource FINDING = PackSource.text(ItemKind.FINDING, 1L, "Finding on clause 3.5(a)", List.of(), List.of());
    private static final PackSource REPLY = PackSource.text(ItemKind.REMOVAL_REQUEST, 2L, "Removal request", List.of(),
            List.of(new Passage("Answer", "I took it down at once", true)));
    private static final PackSource NOTE = PackSource.text(ItemKind.NOTE, 3L, "Note", List.of(), List.of())
            .warn(PackSource.Warning.BOARD_NOTE, false);
    private static final PackSource VIDEO = new PackSource(ItemKind.EVIDENCE, 4L, "Evidence: film", true, null, List.of(),
            List.of(), new SourceFile(40L, "film.mp4", "video/mp4", PackRules.MOST_BYTES, "00"));

    @Test
    void aPackThatAnswersForEveryItemPasses() {
        assertThat(problems(in(FINDING), in(REPLY), out(NOTE, "Not about the allegation"), in(VIDEO))).isEmpty();
    }

    @Test
    void anItemNobodyAnsweredForIsNamed() {
        assertThat(problems(in(FINDING), in(REPLY), in(VIDEO))).containsExactly("items:referral.refused.itemMissing");
    }

    @Test
    void anOmissionNeedsItsReason() {
        assertThat(problems(in(FINDING), in(REPLY), out(NOTE, " "), in(VIDEO)))
                .containsExactly("items[2].omissionReason:referral.refused.omissionReason");
    }

    @Test
    void whatTheSubjectAnsweredCannotBeLeftOut() {
        assertThat(problems(in(FINDING), out(REPLY, "Too long"), out(NOTE, "Not needed"), in(VIDEO)))
                .containsExactly("items[1].included:referral.refused.replyMustGoIn");
    }

    @Test
    void aRedactionNeedsItsNoteAndItsText() {
        PackItem noText = new PackItem(ItemKind.REMOVAL_REQUEST, 2L, "", true, null, "A child’s name", null);
        PackItem noNote = new PackItem(ItemKind.REMOVAL_REQUEST, 2L, "", true, null, " ", "I took it down");
        PackItem both = new PackItem(ItemKind.REMOVAL_REQUEST, 2L, "", true, null, "A child’s name", "I took it down");
        assertThat(problems(in(FINDING), noText, out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[1].redactedText:referral.refused.redactedText");
        assertThat(problems(in(FINDING), noNote, out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[1].redactionNote:referral.refused.redactionNote");
        assertThat(problems(in(FINDING), both, out(NOTE, "No"), in(VIDEO))).isEmpty();
    }

    @Test
    void aFileCannotBeRewritten() {
        PackItem text = new PackItem(ItemKind.EVIDENCE, 4L, "", true, null, "Faces", "A film without faces");
        PackItem described = new PackItem(ItemKind.EVIDENCE, 4L, "", true, null, "Faces of children", null);
        assertThat(problems(in(FINDING), in(REPLY), out(NOTE, "No"), text))
                .containsExactly("items[3].redactedText:referral.refused.redactedFile");
        assertThat(problems(in(FINDING), in(REPLY), out(NOTE, "No"), described)).isEmpty();
    }

    @Test
    void anItemOfAnotherCaseAndAnItemTwiceAreRefused() {
        PackItem forged = PackItem.in(ItemKind.NOTE, 99L, "Somebody else’s note");
        assertThat(problems(in(FINDING), in(REPLY), in(REPLY), out(NOTE, "No"), in(VIDEO), forged)).containsExactly(
                "items[2].sourceId:referral.refused.itemTwice", "items[5].sourceId:referral.refused.unknownItem");
    }

    @Test
    void aPackWithoutAnyFindingIsRefused() {
        assertThat(problems(out(FINDING, "No"), in(REPLY), out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items:referral.refused.noFinding");
    }

    @Test
    void aPackComposedBeforeIsHeldToTheLimitWhereItsFilesAreRead() {
        Map<String, PackSource> known = Map.of(VIDEO.source(), VIDEO, FINDING.source(), FINDING);
        PackItem described = new PackItem(ItemKind.EVIDENCE, 4L, "", true, null, "Faces of children", null);
        assertThat(PackRules.bytes(List.of(in(FINDING), in(VIDEO)), known)).isEqualTo(PackRules.MOST_BYTES);
        assertThat(PackRules.bytes(List.of(in(FINDING), described), known)).isZero();
        assertThat(PackRules.bytes(List.of(in(FINDING), out(VIDEO, "No")), known)).isZero();
        PackRules.requireSmall(PackRules.MOST_BYTES);
        assertThat(catchThrowableOfType(Refusal.class, () -> PackRules.requireSmall(PackRules.MOST_BYTES + 1)).problems())
                .extracting(Refusal.Problem::key).containsExactly("referral.refused.packTooLarge");
    }

    @Test
    void filesBeyondTheLimitAreRefused() {
        PackSource letter = new PackSource(ItemKind.LETTER, 5L, "Letter", true, null, List.of(), List.of(),
                new SourceFile(41L, "letter.pdf", "application/pdf", 1, "00"));
        List<PackItem> items = List.of(in(FINDING), in(REPLY), out(NOTE, "No"), in(VIDEO), in(letter));
        assertThat(problems(List.of(FINDING, REPLY, NOTE, VIDEO, letter), items))
                .containsExactly("items:referral.refused.packTooLarge");
    }

    private static PackItem in(PackSource source) {
        return PackItem.in(source.kind(), source.id(), source.title());
    }

    private static PackItem out(PackSource source, String reason) {
        return PackItem.out(source.kind(), source.id(), source.title(), reason);
    }

    private static List<String> problems(PackItem... items) {
        return problems(List.of(FINDING, REPLY, NOTE, VIDEO), Arrays.asList(items));
    }

    private static List<String> problems(List<PackSource> sources, List<PackItem> items) {
        Map<String, PackSource> known = new LinkedHashMap<>();
        sources.forEach(source -> known.put(source.source(), source));
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> PackRules.check(new Pack(new ArrayList<>(items), "What happened", null), known));
        return refusal == null ? List.of() : refusal.problems().stream().map(p -> p.field() + ":" + p.key()).toList();
    }
}
