package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.access.Scope;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerChanges;
import org.probity.token.ApiTokens;
import org.probity.token.ApiTokens.TokenLine;

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

    /** Or somebody would confirm a line that was never asked for. */
    @Test
    void aValueInSeveralLinesIsToldInOne() {
        confirmed();
        save(first, with("secondFactor", "mfa\npassphrasesAllowed true"));
        assertThat(waiting().saidAfter().lines()).contains("secondFactor mfa passphrasesAllowed true").filteredOn("passphrasesAllowed true"::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"issuer, https://other.example.org", "clientId, another", "secondFactor, mfa pwd", "secondFactor, ", "domains, example.org",
        "scopes, openid email"})
    void whoItIsWhatOfItsWordCountsAndWhomItLetsInWaits(String field, String value) {
        confirmed();
        ProviderSettings wanted = with(field, value);
        save(first, wanted);
        assertThat(provider()).isEqualTo(settings());
        assertThat(waiting()).satisfies(line -> assertThat(line.saidBefore().lines()).containsExactly("issuer https://login.example.org",
                "clientId probity", "scopes openid", "secondFactor mfa", "on true", "passphrasesAllowed true"));
        assertThat(waiting().saidAfter().lines()).contains(value == null ? "clientSecret" : field + " " + value, "clientSecret").as("no secret").noneMatch(line -> line.contains("the secret"));
        assertThat(catchThrowableOfType(Refusal.class, () -> save(second, wanted)).problems().get(0).key()).isEqualTo("identity.refused.changeWaits");
        assertThat(refused(second, waiting().id())).isNull();
        assertThat(provider()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"label, Colleagues", "on, false"})
    void theWordsAroundItAndItsEndDoNot(String field, String value) {
        confirmed();
        save(first, with(field, value));
        assertThat(provider()).isEqualTo(with(field, value));
        assertThat(open()).isEmpty();
    }

    /** With them, who has no account at the provider is shut out: the last administrator but one, too. */
    @Test
    void thatPassphrasesAreRuledOutWaits() {
        confirmed();
        rulesOut(null);
        assertThat(provider().passphrasesAllowed()).isTrue();
        assertThat(refused(first, waiting().id())).isEqualTo("identity.refused.secondPerson");
        assertThat(waiting().saidAfter().lines()).contains("passphrasesAllowed false");
        assertThat(refused(second, waiting().id())).isNull();
        assertThat(provider().passphrasesAllowed()).isFalse();
    }

    /** A stolen administrator would open the board to everything that its provider keeps out. */
    @ParameterizedTest
    @ValueSource(strings = {"label, Colleagues", "on, false"})
    void thatTheOnlyWayInIsNotTheOnlyOneAnyMoreWaits(String change) {
        confirmed();
        rulesOut(null);
        assertThat(refused(second, waiting().id())).isNull();
        ProviderSettings wanted = with(change.split(", ")[0], change.split(", ")[1]);
        save(first, wanted);
        assertThat(provider()).returns(true, ProviderSettings::on).returns(false, ProviderSettings::passphrasesAllowed);
        assertThat(refused(first, waiting().id())).isEqualTo("identity.refused.secondPerson");
        assertThat(waiting().saidAfter().lines()).contains("passphrasesAllowed true");
        assertThat(refused(second, waiting().id())).isNull();
        assertThat(provider()).isEqualTo(wanted);
    }

    /** Nobody makes one on a provider's word, so each was made with a passphrase. */
    @Test
    void thatPassphrasesAreRuledOutEndsTheTokensOfTheApi() {
        String token = token();
        confirmed();
        assertThat(bearer(token)).as("both ways in").contains(second.accountId());
        rulesOut(null);
        assertThat(bearer(token)).as("while it waits").contains(second.accountId());
        assertThat(refused(second, waiting().id())).isNull();
        String late = token();
        assertThat(bearer(token)).isEmpty();
        assertThat(bearer(late)).as("made at the same moment").isEmpty();
        assertThat(acts).containsSubsequence("signon.set", "account.tokenRevoked");
        save(first, settings());
        assertThat(refused(second, waiting().id())).isNull();
        assertThat(bearer(token)).as("passphrases are back, it is not").isEmpty();
        assertThat(this.<List<TokenLine>>call(second, services -> services.tokens().mine(0, 25).items())).filteredOn(TokenLine::works).hasSize(1);
    }

    private String token() {
        return call(second, services -> services.tokens().make(new ApiTokens.NewToken("A program", Set.of(Scope.READ), LocalDate.of(2026, 12, 24)), null));
    }

    private Optional<Long> bearer(String token) {
        return call(Caller.reporter(), services -> services.bearers().of(token).map(bearer -> bearer.caller().accountId()));
    }

    @Test
    void theSecretOfTheOnlyWayInWaitsAndThatOfAnotherDoesNot() {
        confirmed();
        save(first, settings());
        assertThat(open()).isEmpty();
        rulesOut(null);
        assertThat(refused(second, waiting().id())).isNull();
        rulesOut("another secret");
        assertThat(open()).hasSize(1);
    }

    /** A wrong secret, entered while there was another way in, would be the only one once passphrases are ruled out. */
    @Test
    void whoCameInBeforeTheSecretWasChangedHasNotShownThatAnybodyStillCan() {
        confirmed();
        String before = through();
        save(first, settings());
        assertThat(catchThrowableOfType(Refusal.class, () -> rulesOut(null, before)).problems().get(0).key()).isEqualTo("signon.refused.proveFirst");
        assertThat(catchThrowableOfType(Refusal.class, () -> rulesOut("a new one", through())).problems().get(0).key())
                .isEqualTo("signon.refused.proveFirst");
        rulesOut(null);
        assertThat(open()).hasSize(1);
    }

    private void rulesOut(String secret) {
        rulesOut(secret, through());
    }

    private void rulesOut(String secret, String through) {
        ProviderSettings now = settings();
        as(first, services -> services.changes().save(new ProviderSettings(now.issuer(), now.clientId(), secret, now.scopes(), now.label(), null,
                now.secondFactor(), null, true, false), through));
    }

    private String through() {
        return call(first, services -> services.providers().provider().orElseThrow().through());
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
                field.equals("scopes") ? value : now.scopes(), field.equals("label") ? value : now.label(), null, field.equals("secondFactor") ? value : now.secondFactor(),
                field.equals("domains") ? value : now.domains(), !field.equals("on"), true);
    }
}
