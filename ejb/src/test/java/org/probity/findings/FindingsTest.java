package org.probity.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.casework.Allegations;
import org.probity.casework.DeadEnds;
import org.probity.casework.ReferringWanted;
import org.probity.casework.Team;
import org.probity.investigation.Allegation;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Ids;
import org.probity.worklist.Work;

/**
 * What triage did not decide to investigate, such as a protected disclosure, comes to no employer, however it came to findings; nor
 * does what the subject still has time to answer.
 */
class FindingsTest {

    private static final NewFindings REFERRAL = new NewFindings(List.of(new NewFinding(1L, Result.PROVEN, "Seen")), true, null, "Reasons", "Weighed");

    private static final Allegation PROVEN = Ids.give(new Allegation(1L, 51L, "3.5.1"), 1);

    private final List<Capacity> wanted = new ArrayList<>();

    private final TestDatabase database = TestDatabase.get();
    private final Fired<ReferringWanted> asked = new Fired<>(wanted -> wanted.refuse("findings.refused.notHeard"));
    private final String reference = "CHSCB-F-" + System.nanoTime() % 1_000_000_000;

    @Test
    void noneArePutForwardToReferIt() {
        Refusal refusal = database.call("chscb", entities -> catchThrowableOfType(Refusal.class, () -> findings(entities).record(reference, REFERRAL)));
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("investigation.refused.notInvestigated");
    }

    @Test
    void noneThatWereAreAgreedTo() {
        Refusal refusal = database.call("chscb", entities -> {
            entities.persist(new FindingSet(reference, 1, REFERRAL, new Signature(Instant.EPOCH, 11L, "Olwen Officer")));
            return catchThrowableOfType(Refusal.class, () -> findings(entities).review(reference, true, "The evidence carries it"));
        });
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("investigation.refused.notInvestigated");
    }

    @Test
    void noneAreAgreedToWhileTheSubjectHasTimeToAnswer() {
        Refusal refusal = database.call("chscb", entities -> {
            entities.persist(new FindingSet(reference, 1, REFERRAL, new Signature(Instant.EPOCH, 11L, "Olwen Officer")));
            return catchThrowableOfType(Refusal.class, () -> investigated(entities).review(reference, true, "The evidence carries it"));
        });
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("findings.refused.notHeard");
    }

    @Test
    void noneArePutForwardOfWhatWasNotPutToTheSubject() {
        Refusal refusal = database.call("chscb", entities -> catchThrowableOfType(Refusal.class, () -> investigated(entities).record(reference, REFERRAL)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key).contains(tuple("refer", "findings.refused.notHeard"));
        assertThat(asked.all()).singleElement().satisfies(wanted -> assertThat(wanted.allegations()).as("what is proven").containsExactly(PROVEN));
    }

    @Test
    void noneAreRecordedWithoutEnd() {
        NewFindings again = new NewFindings(List.of(new NewFinding(PROVEN.id(), Result.NOT_PROVEN, "Nobody saw it"), new NewFinding(2L, Result.NOT_PROVEN, "Nobody saw it")),
                false, null, null, null);
        Refusal refusal = database.call("chscb", entities -> {
            entities.persist(new FindingSet(reference, Findings.MOST_ROUNDS, again, new Signature(Instant.EPOCH, 11L, "Olwen Officer")));
            return catchThrowableOfType(Refusal.class, () -> investigated(entities).record(reference, again));
        });
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("findings.refused.manyRounds");
    }

    private Findings investigated(EntityManager entities) {
        return TestDatabase.wire(findings(entities), asked, new Investigations() {
            @Override
            public Investigation running(String any) {
                return new Investigation() {
                    @Override
                    public void requireInvestigated() {
                        // it was
                    }
                };
            }

            @Override
            public List<Allegation> allegations(Long any) {
                return List.of(PROVEN, Ids.give(new Allegation(1L, 52L, "3.5.2"), 2));
            }
        });
    }

    @Test
    void whatIsAgreedToIsToldToTheCaseAndWhatIsGivenBackIsNot() {
        Map<Long, String> told = new HashMap<>();
        for (boolean agreed : new boolean[] {false, true}) {
            database.run("chscb", entities -> {
                FindingSet set = new FindingSet(reference, agreed ? 2 : 1, new NewFindings(List.of(), false, null, null, null), new Signature(Instant.EPOCH, 11L, "Olwen Officer"));
                set.find(new NewFinding(77L, Result.NOT_PROVEN, "Nobody saw it"), "3.2");
                entities.persist(set);
                reviewing(entities, told).review(reference, agreed, "As I read it");
            });
            assertThat(told).isEqualTo(agreed ? Map.of(77L, "NOT_PROVEN") : Map.of());
        }
    }

    /** What is given back comes again, and may be referred then; what ends here needs nobody. */
    @Test
    void whoeverMayApproveWhatIsGivenBackIsLookedForAtOnce() {
        for (boolean agreed : new boolean[] {true, false}) {
            database.run("chscb", entities -> {
                entities.persist(new FindingSet(reference, agreed ? 1 : 2, new NewFindings(List.of(), false, null, null, null),
                        new Signature(Instant.EPOCH, 11L, "Olwen Officer")));
                reviewing(entities, new HashMap<>()).review(reference, agreed, "As I read it");
            });
            assertThat(wanted).isEqualTo(agreed ? List.of() : List.of(Capacity.APPROVED));
        }
    }

    private Findings reviewing(EntityManager entities, Map<Long, String> told) {
        return TestDatabase.wire(findings(entities), new Investigations() {
            @Override
            public Investigation running(String any) {
                return new Investigation() {
                };
            }

            @Override
            public void move(Investigation any, Stage to, String reasons) {
                // nothing follows
            }
        }, new Allegations() {
            @Override
            public void found(Investigation any, Map<Long, String> results) {
                told.putAll(results);
            }
        }, new DeadEnds() {
            @Override
            public void foresee(Investigation any, Capacity capacity) {
                wanted.add(capacity);
            }
        }, new DeskMail() {
            @Override
            public void officer(String any, String key, String text) {
                // nobody is told
            }
        }, new Audit() {
            @Override
            public void record(String act, String any, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                // the audit has tests of its own
            }
        }, new Work() {
            @Override
            public boolean isOpen(String task, String any, Long target) {
                return true;
            }

            @Override
            public void finish(String task, String any, Long target, Map<String, Object> answers) {
                // nothing follows
            }
        });
    }

    private static Findings findings(EntityManager entities) {
        return TestDatabase.wire(new Findings(), entities, Clock.systemUTC(), new Investigations() {
            @Override
            public Investigation running(String any) {
                return new Investigation() {
                };
            }
        }, new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // anybody may
            }
        }, new Work() {
            @Override
            public boolean isOpen(String task, String any, Long target) {
                return true;
            }
        });
    }
}
