package org.probity.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** Asks a provider who somebody is: authorisation code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0). */
@ApplicationScoped
class AuthorisationCodeFlow {

    /** Only signatures that nobody but the provider can make: no shared secret, and never none. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private static final int LONGEST_SUBJECT = 255;

    /** How far the provider's clock may be behind ours. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Probity as one provider's client. */
    record Client(String issuer, String id, String secret, String scopes, URI back) {

        @Override
        public String toString() {
            return "Client " + id + " of " + issuer;
        }
    }

    private Discovery discovery;
    private ProviderClient providerClient;
    private Clock clock;

    protected AuthorisationCodeFlow() {
    }

    @Inject
    AuthorisationCodeFlow(Discovery discovery, ProviderClient providerClient, Clock clock) {
        this.discovery = discovery;
        this.providerClient = providerClient;
        this.clock = clock;
    }

    /** @throws Refusal STATE where the provider cannot be asked now */
    PendingSignIn departs(Client client, Language language, boolean again) {
        OIDCProviderMetadata metadata = discovery.of(client.issuer()).metadata();
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(ResponseType.CODE, Scope.parse(client.scopes()),
                new ClientID(client.id()), client.back()).endpointURI(metadata.getAuthorizationEndpointURI()).state(state).nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256).uiLocales(List.of(tag(language)));
        if (again) {
            request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        }
        return new PendingSignIn(request.build().toURI(), CurrentBoard.slug(), state.getValue(), nonce.getValue(), verifier.getValue(),
                clock.instant(), again, null);
    }

    /**
     * @param answer the address the browser came back to, with everything after the question mark
     * @throws Refusal STATE where anything about it is not as it must be
     */
    Assertion arrives(Client client, PendingSignIn pendingSignIn, URI answer) {
        if (pendingSignIn.isOver(clock.instant())) {
            throw Refusal.state("signon.refused.late");
        }
        Discovery.Known provider = discovery.of(client.issuer());
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            check(provider.metadata(), pendingSignIn, response);
            OIDCTokenResponse tokens = tokens(client, provider.metadata(), pendingSignIn, response);
            JWT idToken = tokens.getOIDCTokens().getIDToken();
            IDTokenClaimsSet claims = validator(client, provider).validate(idToken, new Nonce(pendingSignIn.nonce()));
            checkParty(client, claims);
            checkAgain(pendingSignIn, claims);
            return assertion(client, claims, email(provider.metadata(), claims, tokens), idToken.getParsedString());
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw Refusal.state("signon.refused.answer");
        } catch (IOException e) {
            throw Refusal.state("signon.refused.unreachable");
        }
    }

    private static void check(OIDCProviderMetadata metadata, PendingSignIn pendingSignIn, AuthenticationResponse response) {
        boolean ours = response.getState() != null && response.getState().getValue().equals(pendingSignIn.state());
        boolean theirs = response.getIssuer() == null ? !metadata.supportsAuthorizationResponseIssuerParam()
                : response.getIssuer().equals(metadata.getIssuer());
        if (!ours || !theirs) {
            throw Refusal.state("signon.refused.answer");
        }
        if (!response.indicatesSuccess()) {
            throw Refusal.state("access_denied".equals(response.toErrorResponse().getErrorObject().getCode())
                    ? "signon.refused.denied" : "signon.refused.error");
        }
    }

    private OIDCTokenResponse tokens(Client client, OIDCProviderMetadata metadata, PendingSignIn pendingSignIn, AuthenticationResponse response)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(response.toSuccessResponse().getAuthorizationCode(), client.back(),
                new CodeVerifier(pendingSignIn.verifier()));
        TokenRequest request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(client, metadata), grant).build();
        TokenResponse tokens = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(providerClient));
        if (!tokens.indicatesSuccess()) {
            throw Refusal.state("signon.refused.code");
        }
        return (OIDCTokenResponse) tokens.toSuccessResponse();
    }

    private static ClientAuthentication authentication(Client client, OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
        boolean basic = taken == null || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        ClientID id = new ClientID(client.id());
        Secret secret = new Secret(client.secret());
        return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
    }

    /** Issuer, audience, authorised party, nonce, time (a minute's grace) and signature. */
    private static IDTokenValidator validator(Client client, Discovery.Known provider) {
        return new IDTokenValidator(new Issuer(client.issuer()), new ClientID(client.id()),
                new JWSVerificationKeySelector<>(SIGNATURES, provider.keys()), null);
    }

    /** The library leaves this one to us: a token that also serves others must say it was made for us (Core 1.0, 3.1.3.7, 4 and 5). */
    private static void checkParty(Client client, IDTokenClaimsSet claims) {
        boolean forUs = claims.getAuthorizedParty() == null ? claims.getAudience().size() == 1
                : claims.getAuthorizedParty().getValue().equals(client.id());
        if (!forUs) {
            throw Refusal.state("signon.refused.answer");
        }
    }

    /** Whoever was to be asked anew was: the provider says when (Core 1.0, 3.1.2.1, {@code max_age}), and it was not before we asked. */
    private static void checkAgain(PendingSignIn pendingSignIn, IDTokenClaimsSet claims) {
        if (pendingSignIn.again() && (claims.getAuthenticationTime() == null
                || claims.getAuthenticationTime().toInstant().isBefore(pendingSignIn.at().minus(GRACE)))) {
            throw Refusal.state("signon.refused.again");
        }
    }

    /** Out of the token, else out of the provider's user info, which has to speak of the same person. */
    private ClaimsSet email(OIDCProviderMetadata metadata, IDTokenClaimsSet claims, OIDCTokenResponse tokens)
            throws IOException, ParseException {
        if (claims.getStringClaim("email") != null || metadata.getUserInfoEndpointURI() == null) {
            return claims;
        }
        URI asked = ProviderAddresses.require(metadata.getUserInfoEndpointURI());
        UserInfoResponse response = UserInfoResponse.parse(new UserInfoRequest(asked,
                tokens.getOIDCTokens().getAccessToken()).toHTTPRequest().send(providerClient));
        boolean same = response.indicatesSuccess() && response.toSuccessResponse().getUserInfo() != null
                && response.toSuccessResponse().getUserInfo().getSubject().equals(claims.getSubject());
        return same ? response.toSuccessResponse().getUserInfo() : claims;
    }

    private static Assertion assertion(Client client, IDTokenClaimsSet claims, ClaimsSet about, String idToken) {
        String email = Boolean.TRUE.equals(about.getBooleanClaim("email_verified")) ? about.getStringClaim("email") : null;
        Set<String> means = new HashSet<>();
        if (claims.getACR() != null) {
            means.add(claims.getACR().getValue());
        }
        if (claims.getAMR() != null) {
            claims.getAMR().forEach(amr -> means.add(amr.getValue()));
        }
        String subject = claims.getSubject().getValue();
        if (subject.length() > LONGEST_SUBJECT) {
            throw Refusal.state("signon.refused.answer");
        }
        return new Assertion(client.issuer(), client.id(), subject, email == null ? null : email.strip().toLowerCase(Locale.ROOT),
                Set.copyOf(means), shownAt(claims), idToken);
    }

    private static Instant shownAt(IDTokenClaimsSet claims) {
        return claims.getAuthenticationTime() == null ? null : claims.getAuthenticationTime().toInstant();
    }

    private static LangTag tag(Language language) {
        try {
            return LangTag.parse(language.code());
        } catch (LangTagException e) {
            throw new IllegalStateException(e);
        }
    }
}
