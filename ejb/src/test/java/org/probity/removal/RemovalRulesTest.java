package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalItem.Kind;
import org.probity.removal.RemovalItem.Seen;
import org.probity.removal.RemovalReply.Answer;

class RemovalRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void everyFactorMustBeWeighed() {
        Checks checks = new Checks();
        new NewRemoval(null, null, null).proportionality().check(checks);
        assertThat(fields(checks::done)).containsExactly("whatWasSaid", "tone", "audience", "workMentioned", "effect",
                "record", "lessIntrusive", "conclusion");
    }

    @Test
    void aWeighedRequestPasses() {
        Checks checks = new Checks();
        SampleRemoval.WEIGHED.check(checks);
        RemovalRules.items(checks, List.of(new NewItem(Kind.CONTENT, "https://social.example/p/1", null, "3.5.2")), Set.of("3.5.2"));
        checks.done();
    }

    @Test
    void anItemNeedsItsKindItsAddressAndAClauseOfThatDay() {
        Checks checks = new Checks();
        RemovalRules.items(checks, List.of(new NewItem(null, " ", null, "9.9")), Set.of("3.5.2"));
        assertThat(fields(checks::done)).containsExactly("items[0].kind", "items[0].address", "items[0].clause");
    }

    @Test
    void anAddressIsAskedForOnce() {
        Checks checks = new Checks();
        NewItem item = new NewItem(Kind.CONTENT, "https://social.example/p/1", null, "3.5.2");
        RemovalRules.items(checks, List.of(item, item), Set.of("3.5.2"));
        assertThat(keys(checks::done)).containsExactly("removal.refused.sameAddress");
    }

    @Test
    void whoDisagreesSaysWhy() {
        assertThat(fields(() -> RemovalRules.check(reply(Answer.DISPUTED, List.of(), " "), SampleRemoval.sent(), TODAY)))
                .containsExactly("words");
    }

    @Test
    void whoRemovedSomeSaysWhichOfThoseAskedFor() {
        assertThat(fields(() -> RemovalRules.check(reply(Answer.PARTLY, List.of(), null), SampleRemoval.sent(), TODAY)))
                .containsExactly("itemIds");
        assertThat(keys(() -> RemovalRules.check(reply(Answer.PARTLY, List.of(77L), null), SampleRemoval.sent(), TODAY)))
                .containsExactly("removal.refused.unknownItem");
    }

    @Test
    void moreTimeLiesAhead() {
        RemovalReply reply = new RemovalReply(Answer.MORE_TIME, null, null, TODAY);
        assertThat(fields(() -> RemovalRules.check(reply, SampleRemoval.sent(), TODAY))).containsExactly("askedUntil");
    }

    @Test
    void moreTimeIsAYearAtMost() {
        assertThat(keys(() -> RemovalRules.check(new RemovalReply(Answer.MORE_TIME, null, null, TODAY.plusYears(1).plusDays(1)), SampleRemoval.sent(), TODAY)))
                .containsExactly("calendar.refused.deadlineFar");
        RemovalRules.check(new RemovalReply(Answer.MORE_TIME, null, null, TODAY.plusYears(1)), SampleRemoval.sent(), TODAY);
    }

    @Test
    void noReplyHoldsAPassword() {
        assertThat(keys(() -> RemovalRules.check(reply(Answer.REMOVED, List.of(), "My password is hunter22"),
                SampleRemoval.sent(), TODAY))).containsExactly("kernel.refused.secret");
    }

    @Test
    void anAnswerIsNeeded() {
        assertThat(fields(() -> RemovalRules.check(reply(null, List.of(), null), SampleRemoval.sent(), TODAY)))
                .containsExactly("answer");
    }

    @Test
    void everyAddressIsLookedAt() {
        assertThat(keys(() -> looked(new ItemCheck(1L, Seen.GONE, null)))).containsExactly("removal.refused.lookAtAll");
        looked(new ItemCheck(1L, Seen.GONE, null), new ItemCheck(2L, Seen.STILL_THERE, null));
    }

    @Test
    void aChangeIsDescribedAndNoItemIsSeenTwice() {
        assertThat(fields(() -> looked(new ItemCheck(1L, Seen.CHANGED, null), new ItemCheck(2L, Seen.GONE, null))))
                .containsExactly("checks[0].note");
        assertThat(fields(() -> looked(new ItemCheck(1L, Seen.GONE, null), new ItemCheck(1L, Seen.GONE, null),
                new ItemCheck(2L, null, null)))).containsExactly("checks[1].itemId", "checks[2].seen");
    }

    @Test
    void whatIsGoneIsNotLookedAtAgain() {
        RemovalRequest request = SampleRemoval.after(Answer.REMOVED);
        request.items().get(0).seen(Seen.GONE);
        Checks checks = new Checks();
        RemovalRules.sightings(checks, List.of(new ItemCheck(2L, Seen.GONE, null)), request);
        checks.done();
    }

    private static void looked(ItemCheck... seen) {
        Checks checks = new Checks();
        RemovalRules.sightings(checks, List.of(seen), SampleRemoval.after(Answer.REMOVED));
        checks.done();
    }

    private static RemovalReply reply(Answer answer, List<Long> items, String words) {
        return new RemovalReply(answer, items, words, null);
    }

    private static List<String> fields(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().stream().map(Refusal.Problem::field).toList();
    }

    private static List<String> keys(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().stream().map(Refusal.Problem::key).toList();
    }

    /** Reading each for what it gives away takes its time. */
    @Test
    void moreThanALetterHoldsAreNotRead() {
        NewItem telling = new NewItem(Kind.CONTENT, "https://social.example/p/1", "My password is hunter22", "3.5.2");
        assertThat(keys(() -> RemovalRules.requireFew(Collections.nCopies(RemovalRules.MOST_ITEMS + 1, telling)))).containsExactly("removal.refused.tooManyItems");
        RemovalRules.requireFew(Collections.nCopies(RemovalRules.MOST_ITEMS, telling));
        Checks checks = new Checks();
        RemovalRules.sightings(checks, Collections.nCopies(RemovalRules.MOST_ITEMS + 1, new ItemCheck(1L, Seen.GONE, "My password is hunter22")), SampleRemoval.sent());
        assertThat(keys(checks::done)).containsExactly("removal.refused.unknownItem");
    }
}
