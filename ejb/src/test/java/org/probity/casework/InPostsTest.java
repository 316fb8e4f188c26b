package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.investigation.Decision;
import org.probity.investigation.InPost;
import org.probity.investigation.InPostAnswer;
import org.probity.investigation.Investigation;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Person;

/** What somebody posted before they joined, or after they left, is not held against them without a word about that. */
class InPostsTest {

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-J-" + System.nanoTime() % 1_000_000_000;

    @ParameterizedTest
    @CsvSource({"2026-05-01, 2026-01-01, , YES", "2026-05-01, 2026-05-01, , YES", "2026-05-01, 2026-06-01, , NO", "2026-05-01, 2026-01-01, 2026-04-30, NO",
            "2026-05-01, , 2026-04-30, NO", "2026-05-01, 2026-01-01, 2026-05-01, YES", "2026-05-01, , , ", "2026-05-01, , 2026-06-01, ", ", 2026-01-01, , "})
    void theDirectoryAndTheDayTellIt(LocalDate posted, LocalDate joined, LocalDate left, InPost told) {
        assertThat(answered(Decision.ADVICE, posted, joined, left, null, null)).isEqualTo(Optional.ofNullable(told));
        assertThat(kept()).isEqualTo(Optional.ofNullable(told));
    }

    @Test
    void nothingIsInvestigatedWithoutIt() {
        assertThat(refused(Decision.INVESTIGATE, null, null, null, null)).containsExactly(tuple("inPost", "detection.refused.inPost"));
        assertThat(answered(Decision.INVESTIGATE, null, null, null, InPost.NOT_KNOWN, null)).contains(InPost.NOT_KNOWN);
        assertThat(kept()).contains(InPost.NOT_KNOWN);
    }

    @Test
    void whyItIsInvestigatedAllTheSameIsSaid() {
        LocalDate posted = LocalDate.of(2026, 5, 1);
        assertThat(refused(Decision.INVESTIGATE, posted, posted.plusDays(1), null, null)).containsExactly(tuple("inPostReasons", "detection.refused.notInPost"));
        assertThat(answered(Decision.INVESTIGATE, posted, posted.plusDays(1), null, null, "It is still up.")).contains(InPost.NO);
        assertThat(kept()).contains(InPost.NO);
    }

    @Test
    void soIsWhyItIsNotAsTheDirectoryHasIt() {
        LocalDate posted = LocalDate.of(2026, 5, 1);
        assertThat(refused(Decision.INVESTIGATE, posted, posted, InPost.NO, null)).containsExactly(tuple("inPostReasons", "detection.refused.wasInPost"));
        assertThat(refused(Decision.ADVICE, posted, posted.plusDays(1), InPost.YES, " ")).containsExactly(tuple("inPostReasons", "detection.refused.wasNotInPost"));
        assertThat(answered(Decision.ADVICE, posted, posted.plusDays(1), null, InPost.YES, "They were an agency worker before.")).contains(InPost.YES);
    }

    private List<Tuple> refused(Decision decision, LocalDate posted, LocalDate joined, InPost given, String reasons) {
        return catchThrowableOfType(Refusal.class, () -> answered(decision, posted, joined, null, given, reasons)).problems().stream()
                .map(problem -> tuple(problem.field(), problem.key())).toList();
    }

    private Optional<InPost> answered(Decision decision, LocalDate posted, LocalDate joined, LocalDate left, InPost given, String reasons) {
        Person subject = new Person("Ann Subject", null, null, null, null, Language.EN);
        subject.joined(joined);
        subject.left(left);
        Investigation investigation = new Investigation() {
            @Override
            public String reference() {
                return reference;
            }
        };
        investigation.triaged("A post", posted, decision, null);
        return CurrentCaller.call(Caller.system(), () -> database.call("chscb", entities -> TestDatabase.wire(new InPosts(), entities, Clock.systemUTC())
                .answered(investigation, subject, given, reasons)));
    }

    private Optional<InPost> kept() {
        return database.call("chscb", entities -> TestDatabase.wire(new InPosts(), entities).of(reference).map(InPostAnswer::answer));
    }
}
