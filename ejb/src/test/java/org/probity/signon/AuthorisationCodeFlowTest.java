package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.AtOnce;
import org.probity.TestClock;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** Every way in which a provider's answer can be wrong, against a small provider of the test's own. */
class AuthorisationCodeFlowTest {

    private static final String SECRET = "a-secret-that-is-long-enough-to-sign-with-it";

    private HttpServer http;
    private String issuer;
    private RSAKey key;
    private RSAKey published;
    private String idToken;
    private String description;
    private AuthorisationCodeFlow authorisationCodeFlow;
    private Discovery discovery;
    private AuthorisationCodeFlow.Client client;
    private PendingSignIn pendingSignIn;
    private int described;

    @BeforeEach
    void start() throws IOException, JOSEException {
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer = "http://127.0.0.1:" + http.getAddress().getPort();
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        published = key;
        description = "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer + "/auth\",\"token_endpoint\":\"" + issuer
                + "/token\",\"jwks_uri\":\"" + issuer + "/keys\",\"response_types_supported\":[\"code\"],"
                + "\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
        http.createContext("/.well-known/openid-configuration", exchange -> {
            described++;
            answer(exchange, description);
        });
        http.createContext("/keys", exchange -> answer(exchange, "{\"keys\":[" + published.toPublicJWK() + "]}"));
        http.createContext("/token", exchange -> answer(exchange, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}"));
        http.start();
        discovery = new Discovery(new ProviderClient(), Clock.systemUTC());
        authorisationCodeFlow = new AuthorisationCodeFlow(discovery, new ProviderClient(), Clock.systemUTC());
        client = new AuthorisationCodeFlow.Client(issuer, "probity", SECRET, "openid email", URI.create("http://localhost:8080/chscb/signin/return"));
        pendingSignIn = CurrentBoard.call("chscb", () -> authorisationCodeFlow.departs(client, Language.CY, false));
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void theQuestionCarriesStateNonceAndProof() {
        assertThat(pendingSignIn.to().toString()).startsWith(issuer + "/auth?").contains("state=" + pendingSignIn.state(),
                "nonce=" + pendingSignIn.nonce(), "code_challenge_method=S256", "ui_locales=cy").doesNotContain(pendingSignIn.verifier());
    }

    @Test
    void anAnswerInOrderIsTaken() {
        Assertion given = arrives(claims -> claims);
        assertThat(given.subject()).isEqualTo("number-1");
        assertThat(given.email()).isEqualTo("somebody@example.org");
        assertThat(given.means()).containsExactlyInAnyOrder("gold", "otp");
    }

    /** What the provider says of the moment counts, and not that it answered. */
    @Test
    void whoIsToBeAskedAnewWasAskedAnew() {
        assertThat(pendingSignIn.to().getQuery()).doesNotContain("prompt", "max_age");
        pendingSignIn = CurrentBoard.call("chscb", () -> authorisationCodeFlow.departs(client, Language.EN, true));
        assertThat(pendingSignIn.to().getQuery()).contains("prompt=login", "max_age=0");
        refused(c -> c, "signon.refused.again");
        refused(c -> c.claim("auth_time", Instant.now().minus(Duration.ofHours(8)).getEpochSecond()), "signon.refused.again");
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        assertThat(arrives(c -> c.claim("auth_time", now.getEpochSecond())).shownAt()).isEqualTo(now);
    }

    @Test
    void anAddressThatIsNotVerifiedIsNone() {
        assertThat(arrives(c -> c.claim("email_verified", false)).email()).isNull();
        assertThat(arrives(c -> c.claim("email_verified", null)).email()).isNull();
    }

    @Test
    void aTokenForSomebodyElseOrAnotherTimeIsRefused() {
        refused(c -> c.issuer("http://127.0.0.1:1"));
        refused(c -> c.audience("another-client"));
        refused(c -> c.audience(List.of("probity", "another-client")).claim("azp", "another-client"));
        refused(c -> c.claim("nonce", "another"));
        refused(c -> c.claim("nonce", null));
        refused(c -> c.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5)))));
        refused(c -> c.issueTime(Date.from(Instant.now().plus(Duration.ofMinutes(10)))));
        refused(c -> c.subject("x".repeat(256)));
    }

    @Test
    void aTokenThatTheProviderDidNotSignIsRefused() throws JOSEException {
        idToken = new PlainJWT(claims().build()).serialize();
        refusedAsItIs();
        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        shared.sign(new MACSigner(SECRET));
        idToken = shared.serialize();
        refusedAsItIs();
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        idToken = signed(claims().build());
        refusedAsItIs();
    }

    @Test
    void aNewKeyIsFetchedWhereATokenNamesIt() throws JOSEException {
        arrives(claims -> claims);
        key = new RSAKeyGenerator(2048).keyID("second").generate();
        published = key;
        assertThat(arrives(claims -> claims).subject()).isEqualTo("number-1");
    }

    @Test
    void theDescriptionIsAskedForOnce() {
        arrives(claims -> claims);
        arrives(claims -> claims);
        assertThat(described).isOne();
    }

    @Test
    void anotherStateAnotherSenderAndALateReturnAreRefused() {
        idToken = signed(claims().build());
        assertThatThrownBy(() -> authorisationCodeFlow.arrives(client, pendingSignIn, URI.create(client.back() + "?code=c&state=another")))
                .hasMessageContaining("signon.refused.answer");
        assertThatThrownBy(() -> authorisationCodeFlow.arrives(client, pendingSignIn, URI.create(client.back() + "?code=c&state=" + pendingSignIn.state()
                + "&iss=http://127.0.0.1:1"))).hasMessageContaining("signon.refused.answer");
        assertThatThrownBy(() -> authorisationCodeFlow.arrives(client, pendingSignIn, URI.create(client.back() + "?error=access_denied&state="
                + pendingSignIn.state()))).hasMessageContaining("signon.refused.denied");
        AuthorisationCodeFlow late = new AuthorisationCodeFlow(discovery, new ProviderClient(), Clock.fixed(Instant.now().plus(Duration.ofMinutes(11)), ZoneOffset.UTC));
        assertThatThrownBy(() -> late.arrives(client, pendingSignIn, answer())).hasMessageContaining("signon.refused.late");
    }

    @Test
    void aDescriptionThatIsNotOneOrLeadsElsewhereIsRefused() {
        String good = description;
        troubled("hello", "signon.refused.noProvider");
        troubled(good.replace("\"issuer\":\"" + issuer, "\"issuer\":\"https://example.org"), "signon.refused.otherIssuer");
        troubled(good.replace(issuer + "/token", "http://10.0.0.1/token"), "signon.refused.address");
        troubled(good.replace(issuer + "/auth", "javascript:alert(1)//"), "signon.refused.address");
        troubled(good.replace("[\"code\"]", "[\"id_token\"]"), "signon.refused.flow");
        troubled("x".repeat(300 * 1024), "signon.refused.unreachable");
    }

    /** Each who comes meanwhile would keep a thread for as long as the provider takes to fail. */
    @Test
    void aProviderThatFailsIsAskedOnceByAllWhoCome() throws Exception {
        String good = description;
        description = "hello";
        TestClock clock = new TestClock(Instant.now());
        Discovery kept = new Discovery(new ProviderClient(), clock);
        described = 0;
        assertThat(AtOnce.run(4, () -> kept.of(issuer))).allSatisfy(thrown -> assertThat(thrown.orElseThrow()).hasMessageContaining("signon.refused.noProvider"));
        assertThatThrownBy(() -> kept.of(issuer)).hasMessageContaining("signon.refused.noProvider");
        assertThat(described).isOne();
        clock.advance(Duration.ofSeconds(15));
        description = good;
        assertThat(kept.of(issuer).metadata().getIssuer().getValue()).isEqualTo(issuer);
    }

    /** Who sets it right is not told what was wrong before. */
    @Test
    void aProviderThatIsTriedOutIsAskedAnew() {
        String good = description;
        description = "hello";
        Discovery kept = new Discovery(new ProviderClient(), Clock.systemUTC());
        assertThatThrownBy(() -> kept.of(issuer)).hasMessageContaining("signon.refused.noProvider");
        description = good;
        assertThat(kept.fetched(issuer)).isSameAs(kept.of(issuer));
    }

    @Test
    void redirectsAreNotFollowed() {
        http.removeContext("/.well-known/openid-configuration");
        http.createContext("/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().add("Location", issuer + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        http.createContext("/elsewhere", exchange -> answer(exchange, description));
        assertThatThrownBy(() -> discovery.fetched(issuer)).hasMessageContaining("signon.refused.unreachable");
    }

    private void troubled(String said, String why) {
        description = said;
        assertThatThrownBy(() -> discovery.fetched(issuer)).as(why).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    private Assertion arrives(UnaryOperator<JWTClaimsSet.Builder> change) {
        idToken = signed(change.apply(claims()).build());
        return authorisationCodeFlow.arrives(client, pendingSignIn, answer());
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        refused(change, "signon.refused.answer");
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> change, String why) {
        idToken = signed(change.apply(claims()).build());
        assertThatThrownBy(() -> authorisationCodeFlow.arrives(client, pendingSignIn, answer())).hasMessageContaining(why);
    }

    private void refusedAsItIs() {
        assertThatThrownBy(() -> authorisationCodeFlow.arrives(client, pendingSignIn, answer())).hasMessageContaining("signon.refused.answer");
    }

    private URI answer() {
        return URI.create(client.back() + "?code=c&state=" + pendingSignIn.state());
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(issuer).subject("number-1").audience("probity").claim("nonce", pendingSignIn.nonce())
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60))).claim("email", "Somebody@Example.org")
                .claim("email_verified", true).claim("acr", "gold").claim("amr", List.of("otp"));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
