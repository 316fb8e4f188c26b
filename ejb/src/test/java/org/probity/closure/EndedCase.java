package org.probity.closure;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.calendar.WorkingDays;
import org.probity.concern.UnseenCases;
import org.probity.correspondence.SubjectLetters;
import org.probity.exclusion.RestrictedCases;
import org.probity.investigation.AnswerableAgain;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.investigation.StageChange;
import org.probity.notification.Outbox;
import org.probity.tenancy.Boards;
import org.probity.worklist.StillProcesses;

/** A case that is ended and opened again, as its lead does both, with whoever keeps a time of its subject. */
public final class EndedCase {

    private final HeldCase held;
    private final Clock clock;

    /** Its detection came to its end. */
    public EndedCase(HeldCase held, Clock clock) {
        this.held = held;
        this.clock = clock;
        in(entities -> entities.persist(new StageChange(investigation(entities).id(), Stage.DETECTION, Stage.INVESTIGATION, clock.instant(), "Olwen", null)));
    }

    public void close() {
        in(entities -> {
            Investigations cases = cases(entities);
            cases.move(investigation(entities), Stage.REVIEW, null);
            cases.move(investigation(entities), Stage.CLOSING, null);
            cases.move(investigation(entities), Stage.CLOSED, null);
        });
    }

    public void withdraw() {
        in(entities -> closures(entities, new Fired<>()).withdraw(held.reference(), "A mistake"));
    }

    public void pause() {
        change(investigation -> investigation.pause(clock.instant()));
    }

    /** What else happens to it. */
    public void change(Consumer<Investigation> change) {
        in(entities -> change.accept(investigation(entities)));
    }

    /** @param observer takes the time that is given back @return what was given */
    public List<AnswerableAgain> reopen(BiConsumer<EntityManager, AnswerableAgain> observer) {
        List<AnswerableAgain> given = new ArrayList<>();
        in(entities -> closures(entities, new Fired<>(event -> {
            if (event instanceof InvestigationReopened opened) {
                time(entities, new Fired<>(again -> {
                    given.add(again);
                    observer.accept(entities, again);
                })).goOn(opened);
            }
        })).reopen(held.reference(), "New facts"));
        return given;
    }

    private Closures closures(EntityManager entities, Fired<Object> fired) {
        return TestDatabase.wire(new Closures(), entities, clock, cases(entities), held.audit(), fired, TestDatabase.wire(new Boards(), entities),
                new Still(), new Outbox() {
                    @Override
                    public void dropHeld(String any) {
                        // mail has tests of its own
                    }
                }, new UnseenCases() {
                    @Override
                    public void requireWitness(String any) {
                        // who sees the case has tests of its own
                    }
                }, new RestrictedCases() {
                    @Override
                    public void tellTeam(String any, String key, String template) {
                        // it is not restricted
                    }
                });
    }

    private TimeSinceEnd time(EntityManager entities, Fired<AnswerableAgain> fired) {
        SubjectLetters letters = TestDatabase.wire(new SubjectLetters(), held.directory(), days(entities), clock);
        return TestDatabase.wire(new TimeSinceEnd(), held.directory(), letters, days(entities), fired, clock, cases(entities));
    }

    private static WorkingDays days(EntityManager entities) {
        return TestDatabase.wire(new WorkingDays(), entities);
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", held.reference()).getSingleResult();
    }

    private Investigations cases(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, clock, held.audit(), new CaseExclusions() {
            @Override
            public boolean hides(String any) {
                return false;
            }
        }, new Conflicts() {
            @Override
            public void requireAnswer(String any) {
                // nobody has one
            }
        });
    }

    private static void in(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> TestDatabase.get().run("chscb", work));
    }

    private static final class Still extends StillProcesses {

        @Override
        public void start(String process, String reference, Map<String, Object> given) {
            // what the engine does has tests of its own
        }

        @Override
        public void message(String message, String businessKey, Map<String, Object> ids) {
            // the same
        }
    }
}
