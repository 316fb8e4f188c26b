package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.CurrentCaller;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;

/** Who may not be contacted finds nothing in the portal of what they were asked, by no door, until they may be. */
class CooperationPortalTest {

    private static final Clock CLOCK = Clock.fixed(SampleCooperation.NOW, ZoneOffset.UTC);

    private final HeldCase held = new HeldCase();
    private Long id;

    @BeforeEach
    void aRequestThatWasSent() {
        id = TestDatabase.get().call("chscb", entities -> {
            CooperationRequest request = new CooperationRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2),
                    new NewCooperation(CooperationKind.STATEMENT, "The account named sam_s", "The photograph carries that name", null, null, null, null,
                            null),
                    new CooperationRound.Term(SampleCooperation.REPLY_BY, null, null, null), SampleCooperation.OFFICER);
            entities.persist(request);
            request.sent(null, SampleCooperation.NOW);
            return request.id();
        });
    }

    @Test
    void nothingIsSeenOrAnsweredMeanwhile() {
        assertThat(listed()).containsExactly(id);
        assertThat(answered()).isEqualTo(id);
        held.contactKept(false);
        assertThat(listed()).isEmpty();
        List<BiConsumer<CooperationQueries, CooperationAccess>> doors = List.of((queries, access) -> queries.mine(id), (queries, access) -> queries.document(id, 1L),
                (queries, access) -> access.answerable(id, CooperationReply.Channel.PORTAL, SampleCooperation.NOW), (queries, access) -> access.heldInSight(id),
                (queries, access) -> access.seen(id));
        for (BiConsumer<CooperationQueries, CooperationAccess> door : doors) {
            assertThat(catchThrowableOfType(Refusal.class, () -> asSubject(door)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        }
        held.contactKept(true);
        assertThat(listed()).containsExactly(id);
        assertThat(answered()).isEqualTo(id);
    }

    private List<Long> listed() {
        return CurrentCaller.call(held.subjectSignedIn(), () -> TestDatabase.get().call("chscb",
                entities -> queries(entities).mine().stream().map(CooperationView.Line::id).toList()));
    }

    private Long answered() {
        return CurrentCaller.call(held.subjectSignedIn(), () -> TestDatabase.get().call("chscb",
                entities -> access(entities).answerable(id, CooperationReply.Channel.PORTAL, SampleCooperation.NOW).id()));
    }

    private void asSubject(BiConsumer<CooperationQueries, CooperationAccess> door) {
        CurrentCaller.run(held.subjectSignedIn(), () -> TestDatabase.get().run("chscb", entities -> door.accept(queries(entities), access(entities))));
    }

    private CooperationQueries queries(EntityManager entities) {
        return TestDatabase.wire(new CooperationQueries(), entities, CLOCK, access(entities));
    }

    private CooperationAccess access(EntityManager entities) {
        return TestDatabase.wire(new CooperationAccess(), entities, held.directory(), TestDatabase.wire(new Investigations(), entities, CLOCK));
    }
}
