package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class SearchedWordsTest {

    private final TestDatabase database = TestDatabase.get();
    private final Caller officer = new Caller(-1L, -1L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN);
    private final List<Object> kept = new ArrayList<>();

    /** The audit keeps for ever what somebody searched for. */
    @Test
    void aSearchThatGivesAPasswordAwayIsRefusedAndNotKept() {
        search("weak password");
        assertThat(kept).containsExactly("weak password");
        assertThat(catchThrowableOfType(Refusal.class, () -> search("fy nghyfrinair yw Hunter22")).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("q", "kernel.refused.secret"));
        assertThat(kept).containsExactly("weak password");
    }

    private void search(String text) {
        Audit audit = new Audit() {
            @Override
            public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                kept.add(after.get("text"));
            }
        };
        CurrentCaller.call(officer, () -> database.call("chscb", entities ->
                TestDatabase.wire(new InvestigationQueries(), entities, audit).search(text, null, 0, 10)));
    }
}
