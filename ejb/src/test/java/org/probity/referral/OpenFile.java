package org.probity.referral;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.probity.TestDatabase;
import org.probity.access.CaseExclusions;
import org.probity.audit.Audit;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigations;
import org.probity.worklist.Work;

/** The file of referrals of cases that everybody sees, without an audit: both have tests of their own. */
final class OpenFile {

    private OpenFile() {
    }

    static ReferralFile of(EntityManager entities, Clock clock, Work work) {
        return TestDatabase.wire(new ReferralFile(), entities, clock, investigations(entities, clock), work,
                TestDatabase.wire(new CaseExclusions(), entities, clock), silent(), new NameWalls() {
                    @Override
                    public void raise(String of, Said said) {
                        // names in what is said have tests of their own
                    }
                });
    }

    static Investigations investigations(EntityManager entities, Clock clock) {
        return TestDatabase.wire(new Investigations(), entities, clock, silent(), new CaseExclusions() {
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

    private static Audit silent() {
        return new Audit() {
            @Override
            public void record(String act, String of, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                // nobody reads it
            }

            @Override
            public void looked(String of, Long investigationId) {
                // nobody reads it
            }
        };
    }
}
