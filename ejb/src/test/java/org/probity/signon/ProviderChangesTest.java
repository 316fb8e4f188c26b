package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.identity.Caller;
import org.probity.identity.PowerChanges;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** Who says who members are is decided by two people, as who has which power is. */
class ProviderChangesTest extends ProviderBench {

    private static final Caller OPERATOR = new Caller(-77L, null, "An Operator", Set.of(Role.OPERATOR), null, Language.EN);

    @Test
    void aProviderIsSetOnceASecondAdministratorHasConfirmedIt() {
        save(first, settings());
        assertThat(provider()).isNull();
        assertThat(mailed("account.powerProposed")).containsExactly("Bea Administrator");
        Long id = waiting().id();
        assertThat(refused(first, id)).isEqualTo("identity.refused.secondPerson");
        assertThat(refused(OPERATOR, id)).isEqualTo("identity.refused.boardDecides");
        assertThat(refused(second, id)).isNull();
        assertThat(provider()).isEqualTo(settings());
        assertThat(mailed("account.powerChanged")).containsExactlyInAnyOrder("Lena Lead", "Alun Auditor");
        assertThat(acts).containsSubsequence("account.powerProposed", "account.powerConfirmed", "signon.set");
    }

    @ParameterizedTest
    @CsvSource({"issuer, https://other.example.org", "clientId, another", "secondFactor, mfa pwd", "secondFactor, "})
    void whoItIsAndWhatOfItsWordCountsWaits(String field, String value) {
        confirmed();
        ProviderSettings wanted = with(field, value);
        save(first, wanted);
        assertThat(provider()).isEqualTo(settings());
        assertThat(waiting()).returns("https://login.example.org · probity · mfa", PowerChanges.Line::saidBefore);
        assertThat(catchThrowableOfType(Refusal.class, () -> save(second, wanted)).problems().get(0).key()).isEqualTo("identity.refused.changeWaits");
        assertThat(refused(second, waiting().id())).isNull();
        assertThat(provider()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"label, Colleagues", "domains, example.org", "on, false"})
    void theWordsAroundItAndItsEndDoNot(String field, String value) {
        confirmed();
        save(first, with(field, value));
        assertThat(provider()).isEqualTo(with(field, value));
        assertThat(open()).isEmpty();
    }

    @Test
    void theOperatorConfirmsWhereTheBoardHasNobodyElse() {
        leaves(second);
        save(first, settings());
        assertThat(refused(OPERATOR, waiting().id())).isNull();
        assertThat(provider()).isEqualTo(settings());
    }

    @Test
    void whatIsStoppedIsForgotten() {
        save(first, settings());
        Long id = waiting().id();
        as(second, services -> services.powers().stop(id));
        assertThat(refused(second, id)).isEqualTo("kernel.refused.notFound");
        assertThat(provider()).isNull();
        save(first, settings());
        assertThat(open()).hasSize(1);
    }

    @Test
    void whatWasSetMeanwhileIsNotTakenBack() {
        confirmed();
        save(first, with("issuer", "https://other.example.org"));
        save(second, with("on", "false"));
        assertThat(refused(second, waiting().id())).isEqualTo("kernel.refused.stale");
        assertThat(provider()).isEqualTo(with("on", "false"));
    }

    private String refused(Caller caller, Long id) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(caller, services -> services.powers().confirm(id)));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private PowerChanges.Line waiting() {
        return open().get(0);
    }

    private List<PowerChanges.Line> open() {
        return call(first, Services::waiting);
    }

    private static ProviderSettings with(String field, String value) {
        ProviderSettings now = settings();
        return new ProviderSettings(field.equals("issuer") ? value : now.issuer(), field.equals("clientId") ? value : now.clientId(), null,
                now.scopes(), field.equals("label") ? value : now.label(), null, field.equals("secondFactor") ? value : now.secondFactor(),
                field.equals("domains") ? value : now.domains(), !field.equals("on"), true);
    }
}
