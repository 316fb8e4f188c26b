package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.PackSource.Passage;
import org.probity.disclosure.PackSource.SourceFile;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.letter.LetterSheet.Fact;

class PackRulesTest {

    private static final int MANY = 1000;
    private static final PackCase OF = new PackCase(4L, 1, "CHSCB-2026-0042", 1L, 2L, "Why", null, Set.of());

    private static final PackSource FINDING = PackSource.text(ItemKind.FINDING, 1L, "Finding on clause 3.5(a)",
            List.of(new Fact("Finding", "Not proven")), List.of(new Passage("Reasons", "Amy did not see it.", false)));
    private static final PackSource CLAUSE = PackSource.text(ItemKind.CLAUSE, 5L, "Clause 3.5(a)", List.of(),
            List.of(new Passage("What the policy says", "Post no pictures of children.", false)));
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
        PackItem noNote = new PackItem(ItemKind.REMOVAL_REQUEST, 2L, "", true, null, " ", "Answer\nI took it down");
        PackItem both = new PackItem(ItemKind.REMOVAL_REQUEST, 2L, "", true, null, "A child’s name", "Answer\nI took it down");
        assertThat(problems(in(FINDING), noText, out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[1].redactedText:referral.refused.redactedText");
        assertThat(problems(in(FINDING), noNote, out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[1].redactionNote:referral.refused.redactionNote");
        assertThat(problems(in(FINDING), both, out(NOTE, "No"), in(VIDEO))).isEmpty();
    }

    /** Else the employer would read other findings, clauses and answers than those of the case. */
    @Test
    void whatIsShortenedSaysNothingButWhatItsSourceSays() {
        assertThat(problems(shortened(FINDING, "Finding: Proven\nAmy saw it."), shortened(REPLY, "I did it."), out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[0].redactedText:referral.refused.notOfSource", "items[1].redactedText:referral.refused.notOfSource");
        assertThat(problems(shortened(FINDING, "Amy did […] see it."), shortened(REPLY, "I took it down"), out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[0].redactedText:referral.refused.cutsResult", "items[1].redactedText:referral.refused.cutsResult");
        assertThat(problems(shortened(FINDING, "Finding: Not proven\n[a child] did not see it."), shortened(REPLY, "Answer: I took it down"), out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[1].redactedText:referral.refused.notOfSource");
        assertThat(problems(shortened(FINDING, "Finding: Not proven\n[a child] did not see it."), shortened(REPLY, "Answer\nI took it [my pin is 4711]"), out(NOTE, "No"), in(VIDEO)))
                .containsExactly("items[1].redactedText:kernel.refused.secret");
    }

    @Test
    void noWordsOfAPackGiveAPasswordAway() {
        String secret = "pw: hunter22";
        PackItem renamed = new PackItem(ItemKind.NOTE, 3L, secret, false, secret, null, null);
        Map<String, PackSource> known = Map.of(FINDING.source(), FINDING, NOTE.source(), NOTE);
        assertThat(catchThrowableOfType(Refusal.class, () -> PackRules.check(new Pack(List.of(in(FINDING), renamed), secret, null, secret, "-"), known))
                .problems()).extracting(p -> p.field() + ":" + p.key()).containsExactly("summary:kernel.refused.secret",
                "othersOmissionReason:kernel.refused.secret", "items[1].title:kernel.refused.secret", "items[1].omissionReason:kernel.refused.secret");
    }

    @Test
    void whatThePolicySaysGoesInWholeOrNotAtAll() {
        List<PackSource> all = List.of(FINDING, CLAUSE);
        PackItem noted = new PackItem(ItemKind.CLAUSE, 5L, null, true, null, "A word", null);
        assertThat(problems(all, List.of(in(FINDING), shortened(CLAUSE, "Post […] pictures of children.")))).containsExactly("items[1].redactedText:referral.refused.clauseWhole");
        assertThat(problems(all, List.of(in(FINDING), noted))).containsExactly("items[1].redactedText:referral.refused.clauseWhole");
        assertThat(problems(all, List.of(in(FINDING), out(CLAUSE, "Sent before")))).isEmpty();
    }

    @Test
    void whatWeTitledIsCalledNothingElseWhereItGoesIn() {
        PackItem renamed = PackItem.in(ItemKind.REMOVAL_REQUEST, 2L, "What they confessed");
        PackItem film = PackItem.in(ItemKind.EVIDENCE, 4L, "A film of a group");
        PackItem note = PackItem.out(ItemKind.NOTE, 3L, "A call", "No");
        assertThat(problems(in(FINDING), renamed, note, film)).containsExactly("items[1].title:referral.refused.ownTitle");
    }

    /** Whoever approves does not have to know the case by heart, and a pack may have been put together before there was a rule. */
    @Test
    void aPackThatWasPutTogetherInOtherWordsThanTheCaseHasIsNotApproved() {
        KnownSources known = known(REPLY, FINDING, CLAUSE, VIDEO);
        PackItem good = shortened(REPLY, "Answer\nI took it [later]");
        PackRules.requireOfCase(List.of(PackRules.line(OF, 1, good, known), PackRules.line(OF, 2, in(VIDEO), known), PackRules.line(OF, 3, out(CLAUSE, "No"), known)), known);
        assertThat(refused(shortened(REPLY, "Answer\nI did it."), REPLY.title(), known)).isEqualTo("referral.refused.notOfCase");
        assertThat(refused(shortened(CLAUSE, "Post pictures."), CLAUSE.title(), known)).isEqualTo("referral.refused.notOfCase");
        assertThat(refused(in(FINDING), "Proven on all counts", known)).isEqualTo("referral.refused.notOfCase");
        assertThat(refused(in(FINDING), FINDING.title(), known)).isNull();
    }

    private static String refused(PackItem item, String title, KnownSources known) {
        PackLine line = new PackLine(OF, 4, item, title, null, null);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> PackRules.requireOfCase(List.of(line), known));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    @Test
    void whatIsKeptShowsEachGap() {
        PackLine line = PackRules.line(OF, 1, shortened(REPLY, " Answer   I took down "), known(REPLY));
        assertThat(line.item().redactedText()).isEqualTo("Answer\nI took […] down […]");
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

    /** As many as a subject and an officer can add to a file, and more than any form takes. */
    @Test
    void whatIsNeitherChosenNorNamedStaysOutForOneReasonButForWhatTheSubjectSaid() {
        Map<String, PackSource> known = new LinkedHashMap<>();
        List.of(FINDING, REPLY, NOTE).forEach(source -> known.put(source.source(), source));
        LongStream.range(10, 10 + MANY).mapToObj(id -> new PackSource(id % 2 == 0 ? ItemKind.EVIDENCE : ItemKind.REPLY_FILE, id, "File " + id, true, null, List.of(),
                List.of(), new SourceFile(id, "a.txt", "text/plain", 1, "00"))).forEach(source -> known.put(source.source(), source));
        List<PackItem> chosen = List.of(in(known.get("EVIDENCE:12")), out(NOTE, " "), in(FINDING), out(known.get("REPLY_FILE:13"), "About a neighbour"));
        assertThat(problems(List.copyOf(known.values()), chosen)).as("no reason for the others").hasSize(Refusal.MOST);

        Pack pack = new Pack(chosen, "What happened", null, " Sent twice ", "-");
        PackRules.check(pack, known);
        List<PackItem> lines = PackRules.lines(pack, known);
        assertThat(lines).extracting(PackItem::source).containsExactlyElementsOf(known.keySet());
        assertThat(lines).filteredOn(PackItem::included).extracting(PackItem::source).containsExactly(FINDING.source(), REPLY.source(), "EVIDENCE:12");
        assertThat(lines).filteredOn(item -> !item.included()).hasSize(MANY).extracting(PackItem::omissionReason).containsOnly("Sent twice", "About a neighbour");
        assertThat(lines).filteredOn(item -> "About a neighbour".equals(item.omissionReason())).hasSize(1);
    }

    @Test
    void aReasonForTheOthersExcusesNothingElse() {
        Map<String, PackSource> known = Map.of(FINDING.source(), FINDING, REPLY.source(), REPLY);
        Pack none = new Pack(List.of(out(REPLY, "Too long")), "What happened", null, "No", "-");
        Pack long1001 = new Pack(List.of(in(FINDING)), "What happened", null, "n".repeat(1001), "-");
        assertThat(catchThrowableOfType(Refusal.class, () -> PackRules.check(none, known)).problems()).extracting(p -> p.field() + ":" + p.key())
                .containsExactly("items[0].included:referral.refused.replyMustGoIn", "items:referral.refused.noFinding");
        assertThat(catchThrowableOfType(Refusal.class, () -> PackRules.check(long1001, known)).problems()).extracting(Refusal.Problem::field)
                .containsExactly("othersOmissionReason");
    }

    @Test
    void aPackSaysWhatItWasPutTogetherFrom() {
        Map<String, PackSource> known = Map.of(FINDING.source(), FINDING);
        assertThat(catchThrowableOfType(Refusal.class, () -> PackRules.check(new Pack(List.of(in(FINDING)), "What happened", null, null, " "), known)).problems())
                .extracting(p -> p.field() + ":" + p.key()).containsExactly("fingerprint:kernel.refused.required");
    }

    /** Else the employer would be told that the subject was silent, in words that were true before they answered. */
    @Test
    void whatWasWrittenForOtherWordsThanASourceSaysNowDoesNotOutliveThem() {
        PackItem redacted = new PackItem(ItemKind.REMOVAL_REQUEST, 2L, null, true, null, "A name", "Answer\nNo answer […] Amy");
        KnownSources then = known("No answer came of Amy");
        KnownSources now = known("I took it down at once");
        PackLine line = PackRules.line(OF, 1, redacted, then);
        assertThat(PackRules.isChanged(line, then)).isFalse();
        assertThat(PackRules.begun(line, then)).isEqualTo(redacted);
        assertThat(PackRules.isChanged(line, now)).isTrue();
        assertThat(PackRules.begun(line, now)).isEqualTo(redacted.unwritten()).matches(item -> item.redactedText() == null && item.redactionNote() != null);
        assertThat(now.print()).isNotEqualTo(then.print());
        PackLine ofAnEarlierRelease = new PackLine(OF, 1, redacted, "Removal request", null, null);
        assertThat(PackRules.begun(ofAnEarlierRelease, then).redactedText()).as("nobody knows what it was written for").isNull();
    }

    private static KnownSources known(String answer) {
        PackSource source = PackSource.text(ItemKind.REMOVAL_REQUEST, 2L, "Removal request", List.of(), List.of(new Passage("Answer", answer, true)));
        return known(source);
    }

    private static KnownSources known(PackSource... sources) {
        Map<String, PackSource> all = Arrays.stream(sources).collect(Collectors.toMap(PackSource::source, Function.identity()));
        return new KnownSources(Language.CY, Map.of(Language.EN, all, Language.CY, all));
    }

    private static PackItem shortened(PackSource source, String text) {
        return new PackItem(source.kind(), source.id(), null, true, null, "A name", text);
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
                () -> PackRules.check(new Pack(new ArrayList<>(items), "What happened", null, null, "-"), known));
        return refusal == null ? List.of() : refusal.problems().stream().map(p -> p.field() + ":" + p.key()).toList();
    }
}
