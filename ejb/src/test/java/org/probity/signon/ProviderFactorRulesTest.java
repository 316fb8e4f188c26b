package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Condition;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerDecided;
import org.probity.powers.SecondFactorRules;
import org.probity.powers.TestPowers;

/** Where a provider is the only way in, nobody asks for a second factor that it does not say was shown, in whichever order. */
class ProviderFactorRulesTest extends ProviderBench {

    private final List<Boolean> alsoForMore = new ArrayList<>();

    @Test
    void whereThereIsAnotherWayOneAsksMore() {
        confirmed();
        ask(first, Role.values());
        assertThat(alsoForMore).containsExactly(false);
    }

    @Test
    void aProviderThatSaysNothingOfFactorsIsNotToBeTheOnlyWayToShowOne() {
        setOnlyWay(null);
        assertThat(refusal(() -> ask(shown(first), Role.ADMINISTRATOR))).isEqualTo("signon.refused.noFactor");
        asked = Set.of(Role.LEAD);
        assertThat(refusal(() -> ask(shown(first), Role.LEAD, Role.AUDITOR))).isEqualTo("signon.refused.noFactor");
        assertThat(alsoForMore).isEmpty();
        ask(first);
        assertThat(alsoForMore).as("fewer").containsExactly(true);
    }

    @Test
    void whoHasShownOneThereAsksForMoreWithASecondPerson() {
        setOnlyWay("mfa");
        assertThat(refusal(() -> ask(first, Role.OFFICER))).isEqualTo("signon.refused.showFactor");
        ask(shown(first), Role.OFFICER);
        assertThat(alsoForMore).containsExactly(true);
    }

    /** It may be the only way since it was asked for. */
    @Test
    void whatIsConfirmedIsAskedAnew() {
        PowerDecided decided = TestPowers.confirmedFactors(BOARD, Set.of(Role.LEAD), Set.of(Role.AUDITOR));
        setOnlyWay(null);
        assertThat(refusal(() -> as(shown(second), services -> rules(services).hear(decided)))).isEqualTo("signon.refused.noFactor");
        as(second, services -> rules(services).hear(TestPowers.confirmedFactors(BOARD, Set.of(Role.LEAD, Role.AUDITOR), Set.of(Role.LEAD))));
    }

    @ParameterizedTest(name = "where one is shown: {0}")
    @ValueSource(booleans = {false, true})
    void aProviderThatSaysNothingOfFactorsDoesNotBecomeTheOnlyWayWhereTheyAreAskedFor(boolean shown) {
        asked = Set.of(Role.LEAD);
        set(null, true);
        assertThat(refusal(() -> rulesOut(shown ? shown(first) : first, null))).isEqualTo("signon.refused.noFactor");
        asked = Set.of();
        rulesOut(first, null);
        asked = Set.of(Role.LEAD);
        assertThat(refusal(() -> as(second, services -> services.powers().confirm(services.waiting().get(0).id())))).isEqualTo("signon.refused.noFactor");
        assertThat(provider().passphrasesAllowed()).isTrue();
    }

    @Test
    void whoHasShownOneThereMakesItTheOnlyWay() {
        asked = Set.of(Role.LEAD);
        set("mfa", true);
        assertThat(refusal(() -> rulesOut(first, "mfa"))).isEqualTo("signon.refused.showFactor");
        rulesOut(shown(first), "mfa");
        as(second, services -> services.powers().confirm(services.waiting().get(0).id()));
        assertThat(refusal(() -> rulesOut(shown(first), ""))).as("what it says is not left out afterwards").isEqualTo("signon.refused.noFactor");
    }

    private void setOnlyWay(String secondFactor) {
        set(secondFactor, false);
    }

    private void set(String secondFactor, boolean passphrasesAllowed) {
        database.run(BOARD, entities -> {
            entities.createQuery("delete from Provider p").executeUpdate();
            entities.persist(new Provider(given(secondFactor, passphrasesAllowed), "sealed"));
        });
    }

    private static ProviderSettings given(String secondFactor, boolean passphrasesAllowed) {
        ProviderSettings now = settings();
        return new ProviderSettings(now.issuer(), now.clientId(), null, now.scopes(), now.label(), null, secondFactor, null, true, passphrasesAllowed);
    }

    private void rulesOut(Caller caller, String secondFactor) {
        as(caller, services -> services.changes().save(given(secondFactor, false), services.providers().provider().orElseThrow().through()));
    }

    private void ask(Caller caller, Role... roles) {
        as(caller, services -> rules(services).ask(Set.of(roles)));
    }

    private ProviderFactorRules rules(Services services) {
        return TestDatabase.wire(new ProviderFactorRules(), services.providers(), boards, new SecondFactorRules() {
            @Override
            public void ask(Set<Role> roles, boolean both) {
                alsoForMore.add(both);
            }
        });
    }

    private static Caller shown(Caller caller) {
        return caller.proving(Set.of(Condition.SECOND_FACTOR));
    }

    private static String refusal(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work).problems().get(0).key();
    }
}
