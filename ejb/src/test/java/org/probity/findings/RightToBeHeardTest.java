package org.probity.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.casework.ReferringWanted;
import org.probity.cooperation.CooperationQueries;
import org.probity.findings.RightToBeHeard.Heard;
import org.probity.findings.RightToBeHeard.Progress;
import org.probity.investigation.Allegation;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalQueries;
import org.probity.tenancy.Ids;

/** Somebody is heard on what was put to them, and on nothing else. */
class RightToBeHeardTest {

    private static final Allegation FIRST = Ids.give(new Allegation(1L, 51L, "3.5.1"), 1);
    private static final Allegation SECOND = Ids.give(new Allegation(1L, 52L, "3.5.2"), 2);
    private static final Allegation THIRD = Ids.give(new Allegation(1L, 53L, "3.5.3"), 3);
    private static final List<Allegation> ALL = List.of(FIRST, SECOND, THIRD);

    private Set<Long> putByRemoval = Set.of();
    private Set<Long> putByHelp = Set.of();
    private Set<Long> heard = Set.of();
    private boolean awaited;
    private boolean undecided;

    @Test
    void whoWasAskedAboutSomethingElseIsNotHeard() {
        assertThat(progress()).containsOnly(Progress.NOT_PUT);
        assertThat(reasons(ALL)).containsExactly("findings.refused.notPut 3.5.1", "findings.refused.notPut 3.5.2", "findings.refused.notPut 3.5.3");
    }

    @Test
    void eachAllegationIsHeardByItself() {
        putByRemoval = Set.of(1L);
        putByHelp = Set.of(2L);
        heard = Set.of(2L);
        assertThat(progress()).containsExactly(Progress.NOT_HEARD, Progress.HEARD, Progress.NOT_PUT);
        assertThat(reasons(ALL)).containsExactly("findings.refused.notHeard", "findings.refused.notPut 3.5.3");
    }

    @Test
    void onlyWhatWouldBeReferredIsAskedAbout() {
        putByHelp = Set.of(2L);
        heard = Set.of(2L);
        assertThat(reasons(List.of(SECOND))).isEmpty();
        assertThat(reasons(List.of())).isEmpty();
    }

    @Test
    void nothingIsReferredWhileAnythingTheyWereAskedWaits() {
        putByHelp = Set.of(1L, 2L, 3L);
        heard = Set.of(1L, 2L, 3L);
        awaited = true;
        assertThat(reasons(ALL)).as("told once").containsExactly("findings.refused.notHeard");
        awaited = false;
        undecided = true;
        assertThat(reasons(ALL)).containsExactly("findings.refused.undecided");
        undecided = false;
        assertThat(reasons(ALL)).isEmpty();
    }

    @Test
    void aRefusalNamesEachClause() {
        ReferringWanted wanted = new ReferringWanted("CHSCB-2026-0001", ALL);
        hearing().ask(wanted);
        assertThatThrownBy(wanted::require).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
            assertThat(refusal.problems()).extracting(problem -> problem.args()[0]).containsExactly("3.5.1", "3.5.2", "3.5.3");
        });
    }

    private List<Progress> progress() {
        return hearing().of("CHSCB-2026-0001", ALL).stream().map(Heard::progress).toList();
    }

    private List<String> reasons(List<Allegation> allegations) {
        ReferringWanted wanted = new ReferringWanted("CHSCB-2026-0001", allegations);
        hearing().ask(wanted);
        assertThat(wanted.reasons()).allMatch(reason -> reason.field().equals("refer"));
        return wanted.reasons().stream().map(reason -> reason.key() + (reason.args().length == 0 ? "" : " " + reason.args()[0])).toList();
    }

    private RightToBeHeard hearing() {
        return TestDatabase.wire(new RightToBeHeard(), new RemovalQueries() {
            @Override
            public Set<Long> put(String reference) {
                return putByRemoval;
            }

            @Override
            public Set<Long> heard(String reference) {
                return Set.of();
            }

            @Override
            public boolean subjectAwaited(String reference) {
                return awaited;
            }

            @Override
            public boolean undecided(String reference) {
                return undecided;
            }
        }, new CooperationQueries() {
            @Override
            public Set<Long> put(String reference) {
                return putByHelp;
            }

            @Override
            public Set<Long> heard(String reference) {
                return heard;
            }

            @Override
            public boolean subjectAwaited(String reference) {
                return false;
            }

            @Override
            public boolean undecided(String reference) {
                return false;
            }
        });
    }
}
