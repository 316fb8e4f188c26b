package org.probity.signon;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.probity.kernel.Refusal;
import org.probity.kernel.Turns;

/**
 * What providers say of themselves (OpenID Connect Discovery 1.0), kept for a quarter of an hour, with their keys; those are
 * fetched again where a token names one that is not known, though not more often than twice in half a minute.
 */
@ApplicationScoped
class Discovery {

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final long KEYS_KEPT_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long KEYS_FETCHED_WITHIN_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final long BETWEEN_FETCHES_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final int MOST_PROVIDERS = 500;

    /** A provider that failed is not asked again for so long. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(15);

    /** It is asked once at a time. So many wait meanwhile, so long each: a provider that hangs keeps no more threads. */
    private static final int MOST_WAITING = 4;
    private static final Duration TO_WAIT = Duration.ofSeconds(2);

    /** A provider as it described itself. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {
    }

    private record Failure(Refusal.Problem why, Instant until) {
    }

    /** What came of asking one provider last. */
    private static final class Asked {

        private final Turns asking = new Turns(1, MOST_WAITING);
        private volatile Known known;
        private volatile Failure failure;

        /** @throws Refusal STATE where it has just failed */
        private Optional<Known> kept(Instant now) {
            Known last = known;
            if (last != null && now.isBefore(last.until())) {
                return Optional.of(last);
            }
            Failure wrong = failure;
            if (wrong != null && now.isBefore(wrong.until())) {
                throw Refusal.state(wrong.why().key(), wrong.why().args());
            }
            return Optional.empty();
        }

        private Known keep(Known fresh) {
            known = fresh;
            failure = null;
            return fresh;
        }
    }

    private final Map<String, Asked> providers = new ConcurrentHashMap<>();

    private ProviderClient providerClient;
    private Clock clock;

    protected Discovery() {
    }

    @Inject
    Discovery(ProviderClient providerClient, Clock clock) {
        this.providerClient = providerClient;
        this.clock = clock;
    }

    /** @throws Refusal STATE saying what is wrong with the provider */
    Known of(String issuer) {
        Asked asked = asked(issuer);
        Optional<Known> kept = asked.kept(clock.instant());
        return kept.isPresent() ? kept.get() : ask(issuer, asked);
    }

    private Known ask(String issuer, Asked asked) {
        if (!asked.asking.begin(TO_WAIT)) {
            throw Refusal.state("signon.refused.unreachable");
        }
        try {
            Optional<Known> meanwhile = asked.kept(clock.instant());
            return meanwhile.isPresent() ? meanwhile.get() : fetch(issuer, asked);
        } finally {
            asked.asking.end();
        }
    }

    private Known fetch(String issuer, Asked asked) {
        try {
            return asked.keep(fetch(issuer));
        } catch (Refusal refusal) {
            asked.failure = new Failure(refusal.problems().get(0), clock.instant().plus(FAILURE_KEPT));
            throw refusal;
        }
    }

    private Asked asked(String issuer) {
        if (providers.size() >= MOST_PROVIDERS) {
            providers.clear();
        }
        return providers.computeIfAbsent(issuer, any -> new Asked());
    }

    /** The same, asked anew, its keys too. */
    Known fetched(String issuer) {
        Known fresh = fetch(issuer);
        try {
            providerClient.retrieveResource(fresh.metadata().getJWKSetURI().toURL());
        } catch (IOException e) {
            throw Refusal.state("signon.refused.keys");
        }
        return asked(issuer).keep(fresh);
    }

    private Known fetch(String issuer) {
        String address = (issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration";
        String answer;
        try {
            answer = providerClient.retrieveResource(URI.create(address).toURL()).getContent();
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.state("signon.refused.unreachable");
        }
        OIDCProviderMetadata metadata = parsed(answer);
        check(issuer, metadata);
        return new Known(metadata, keys(metadata), clock.instant().plus(KEPT));
    }

    private static OIDCProviderMetadata parsed(String answer) {
        try {
            return OIDCProviderMetadata.parse(answer);
        } catch (ParseException e) {
            throw Refusal.state("signon.refused.noProvider");
        }
    }

    private static void check(String issuer, OIDCProviderMetadata metadata) {
        if (!issuer.equals(metadata.getIssuer().getValue())) {
            throw Refusal.state("signon.refused.otherIssuer", metadata.getIssuer().getValue());
        }
        ProviderAddresses.require(metadata.getAuthorizationEndpointURI());
        ProviderAddresses.require(metadata.getTokenEndpointURI());
        ProviderAddresses.require(metadata.getJWKSetURI());
        boolean code = metadata.getResponseTypes() == null || metadata.getResponseTypes().contains(ResponseType.CODE);
        boolean proof = metadata.getCodeChallengeMethods() == null
                || metadata.getCodeChallengeMethods().contains(CodeChallengeMethod.S256);
        if (!code || !proof) {
            throw Refusal.state("signon.refused.flow");
        }
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), providerClient).refreshAheadCache(false)
                    .cache(KEYS_KEPT_MILLIS, KEYS_FETCHED_WITHIN_MILLIS).rateLimited(BETWEEN_FETCHES_MILLIS).build();
        } catch (MalformedURLException e) {
            throw Refusal.state("signon.refused.noProvider");
        }
    }
}
