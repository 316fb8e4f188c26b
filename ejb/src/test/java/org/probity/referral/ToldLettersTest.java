package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;

/** Another employer has no business with what told the subject of a referral. */
class ToldLettersTest {

    private static final String CASE = "CHSCB-2026-0873";

    @Test
    void aPackIsToldWhatTheLettersAboutEachRoundOfEachReferralAreCalled() {
        TestDatabase.get().run("chscb", entities -> {
            Referral withdrawn = new Referral(CASE, 1L, 2L, "Why");
            Referral referral = new Referral(CASE, 3L, 2L, "Why");
            entities.createNativeQuery("set referential_integrity false").executeUpdate();
            entities.persist(withdrawn);
            entities.flush();
            entities.createNativeQuery("update referral set status = 'WITHDRAWN' where id = " + withdrawn.id()).executeUpdate();
            entities.persist(referral);
            entities.flush();
            entities.createNativeQuery("update referral set round_no = 2 where id = " + referral.id()).executeUpdate();
            Set<String> told = TestDatabase.wire(new ReferralFile(), entities).packCase(referral).letters();
            entities.createNativeQuery("delete from referral where reference = '" + CASE + "'").executeUpdate();
            entities.createNativeQuery("set referential_integrity true").executeUpdate();
            assertThat(told).containsExactlyInAnyOrder(CASE + "-referral-" + withdrawn.id() + "-1-letter.pdf",
                    CASE + "-referral-" + referral.id() + "-1-letter.pdf", CASE + "-referral-" + referral.id() + "-2-letter.pdf");
        });
    }
}
