package org.probity.removal;

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
class RemovalPortalTest {

    private static final Clock CLOCK = Clock.fixed(SampleRemoval.NOW, ZoneOffset.UTC);

    private final HeldCase held = new HeldCase();
    private Long id;

    @BeforeEach
    void aRequestThatWasSent() {
        id = TestDatabase.get().call("chscb", entities -> {
            RemovalRequest request = new RemovalRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2),
                    new NewRemoval(List.of(), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
            entities.persist(request);
            request.sent(null, SampleRemoval.NOW);
            return request.id();
        });
    }

    @Test
    void nothingIsSeenOrAnsweredMeanwhile() {
        assertThat(listed()).containsExactly(id);
        assertThat(answered()).isEqualTo(id);
        held.contactKept(false);
        assertThat(listed()).isEmpty();
        List<BiConsumer<RemovalQueries, RemovalAccess>> doors = List.of((queries, access) -> queries.mine(id), (queries, access) -> queries.document(id, 1L),
                (queries, access) -> access.answerable(id, RemovalReply.Channel.PORTAL, SampleRemoval.NOW), (queries, access) -> access.heldInSight(id),
                (queries, access) -> access.seen(id));
        for (BiConsumer<RemovalQueries, RemovalAccess> door : doors) {
            assertThat(catchThrowableOfType(Refusal.class, () -> asSubject(door)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        }
        held.contactKept(true);
        assertThat(listed()).containsExactly(id);
        assertThat(answered()).isEqualTo(id);
    }

    private List<Long> listed() {
        return CurrentCaller.call(held.subjectSignedIn(), () -> TestDatabase.get().call("chscb",
                entities -> queries(entities).mine().stream().map(RemovalView.Line::id).toList()));
    }

    private Long answered() {
        return CurrentCaller.call(held.subjectSignedIn(), () -> TestDatabase.get().call("chscb",
                entities -> access(entities).answerable(id, RemovalReply.Channel.PORTAL, SampleRemoval.NOW).id()));
    }

    private void asSubject(BiConsumer<RemovalQueries, RemovalAccess> door) {
        CurrentCaller.run(held.subjectSignedIn(), () -> TestDatabase.get().run("chscb", entities -> door.accept(queries(entities), access(entities))));
    }

    private RemovalQueries queries(EntityManager entities) {
        return TestDatabase.wire(new RemovalQueries(), entities, CLOCK, access(entities));
    }

    private RemovalAccess access(EntityManager entities) {
        return TestDatabase.wire(new RemovalAccess(), entities, held.directory(), TestDatabase.wire(new Investigations(), entities, CLOCK));
    }
}
