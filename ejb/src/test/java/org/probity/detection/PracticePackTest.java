package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.tenancy.Board.Country;

class PracticePackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void englandTellsWithinOneWorkingDayAndWalesWithinTwentyFourHoursOrOnTheNextWorkingDay() {
        assertThat(PracticePack.of(Country.ENGLAND).rule(Practice.TELLING, TODAY, Language.EN).time())
                .isEqualTo(new PracticeRule.Time(1, PracticeRule.Unit.WORKING_DAY, false));
        assertThat(PracticePack.of(Country.WALES).rule(Practice.TELLING, TODAY, Language.EN).time())
                .isEqualTo(new PracticeRule.Time(24, PracticeRule.Unit.HOUR, true));
    }

    @Test
    void aRuleIsReadInTheReadersLanguage() {
        PracticeRule rule = PracticePack.of(Country.WALES).rule(Practice.TESTS, TODAY, Language.CY);
        assertThat(rule.title()).isEqualTo("Pryd y rhoddir gwybod i'r swyddog dynodedig");
        assertThat(rule.label("HARMED")).startsWith("Wedi ymddwyn");
        assertThat(rule.label("UNHEARD_OF")).isEqualTo("UNHEARD_OF");
    }

    @Test
    void aRuleDoesNotHoldBeforeItsFirstDay() {
        assertThatThrownBy(() -> PracticePack.of(Country.WALES).rule(Practice.TELLING, LocalDate.of(2019, 11, 10), Language.EN))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("2019-11-10");
    }

    @Test
    void everyRouteOfADangerReportCanBeReached() {
        for (DangerReport.Route route : DangerReport.Route.values()) {
            assertThat(PracticePack.routes(Language.EN)).anyMatch(r -> r.code().equals(route.name()) && r.address() != null);
        }
        assertThat(PracticePack.routes(Language.EN).get(0).telephone()).isEqualTo("999");
    }
}
