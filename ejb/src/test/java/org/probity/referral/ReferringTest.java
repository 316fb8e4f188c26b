package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.casework.ReferringWanted;
import org.probity.casework.Team;
import org.probity.disclosure.KnownSources;
import org.probity.disclosure.PackCase;
import org.probity.disclosure.Packs;
import org.probity.findings.FindingQueries;
import org.probity.findings.Result;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Ids;

/** What the subject could not answer goes no further: it is asked of what the pack tells when it is approved, and once more when it is sent. */
class ReferringTest {

    private static final Allegation TOLD = Ids.give(new Allegation(1L, 51L, "3.5.1"), 1);
    private static final Allegation UNTOLD = Ids.give(new Allegation(1L, 52L, "3.5.2"), 2);

    private static final Long READ = 7L;

    private Status status = Status.AWAITING_APPROVAL;

    @Test
    void itIsNotApproved() {
        assertThat(refused(referrals -> referrals.approve("CHSCB-2026-0001", READ, 1, true, "Complete"), TOLD)).isEqualTo("findings.refused.notPut");
    }

    @Test
    void itIsNotSent() {
        status = Status.APPROVED;
        assertThat(refused(referrals -> referrals.send(1L), TOLD)).isEqualTo("findings.refused.notPut");
    }

    /** As where it is treated as a protected disclosure meanwhile: the employer is told no more, and no other one is. */
    @Test
    void noQuestionIsAnsweredAndNobodyElseIsTold() {
        assertThat(refused(referrals -> referrals.answerQuestion(1L, "On Monday"))).isEqualTo("findings.refused.notPut");
        assertThat(refused(referrals -> referrals.redirect(1L, Redirect.OTHER_ORGANISATION, 5L, "They work there"))).isEqualTo("findings.refused.notPut");
    }

    /** The page showed another one than the one whose pack waits. */
    @Test
    void nothingIsDecidedAboutAReferralThatWasNotRead() {
        Referrals referrals = referrals(new Fired<>());
        assertThat(catchThrowableOfType(Refusal.class, () -> referrals.approve("CHSCB-2026-0001", 6L, 1, false, "Not this one")).kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    /** It was composed anew after somebody had read the pack of the round before: the referral is the same. */
    @Test
    void norAboutAPackThatWasNotRead() {
        Referrals referrals = referrals(new Fired<>());
        assertThat(catchThrowableOfType(Refusal.class, () -> referrals.approve("CHSCB-2026-0001", READ, 2, true, "As I read it")).kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    private String refused(Consumer<Referrals> act, Allegation... telling) {
        Fired<ReferringWanted> asked = new Fired<>();
        Fired<ReferringWanted> refusing = new Fired<>(wanted -> {
            asked.fire(wanted);
            wanted.refuse("findings.refused.notPut", "3.5.1");
        });
        String key = catchThrowableOfType(Refusal.class, () -> act.accept(referrals(refusing))).problems().get(0).key();
        assertThat(asked.all()).singleElement().satisfies(wanted -> assertThat(wanted.allegations()).containsExactly(telling));
        return key;
    }

    private Referrals referrals(Fired<ReferringWanted> refusing) {
        Referral referral = Ids.give(new Referral("CHSCB-2026-0001", 3L, 4L, "The employer has to know") {
            @Override
            public Status status() {
                return status;
            }
        }, READ);
        return TestDatabase.wire(new Referrals(), refusing, new Investigations() {
            @Override
            public Investigation visible(String any) {
                return byReference(any);
            }

            @Override
            public Investigation byReference(String any) {
                return new Investigation() {
                    @Override
                    public void requireContactAllowed() {
                        // they may be
                    }
                };
            }

            @Override
            public List<Allegation> allegations(Long any) {
                return List.of(TOLD, UNTOLD);
            }
        }, new FindingQueries() {
            @Override
            public List<FindingLine> referable(Long setId) {
                return List.of(new FindingLine(9L, TOLD.id(), "3.5.1", Result.PROVEN, "The post shows it"));
            }
        }, new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // anybody may
            }
        }, new Packs() {
            @Override
            public KnownSources known(PackCase any) {
                return null;
            }
        }, new ReferralFile() {
            @Override
            Referral running(String reference, String task) {
                return referral;
            }

            @Override
            Referral running(Long id, String task) {
                return referral;
            }

            @Override
            Referral held(Long id) {
                return referral;
            }

            @Override
            PackCase packCase(Referral any) {
                return null;
            }

            @Override
            void record(String act, Referral any, Map<String, ?> after) {
                throw new AssertionError(act);
            }
        });
    }
}
