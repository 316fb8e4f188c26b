package org.probity.signon;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.DeniedAttempt;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.crypto.Keys;
import org.probity.kernel.Refusal;
import org.probity.notification.Links;
import org.probity.tenancy.CurrentBoard;

/**
 * Signing in through the current board's provider. It calls the provider, so it holds no transaction meanwhile; each step
 * has its own.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignOn {

    @Inject
    private Providers providers;

    @Inject
    private AccountIdentities identities;

    @Inject
    private AuthorisationCodeFlow authorisationCodeFlow;

    @Inject
    private Discovery discovery;

    @Inject
    private Keys keys;

    @Inject
    private Event<DeniedAttempt> turnedAway;

    @Inject
    private Clock clock;

    /**
     * @param again whether the provider is to ask the person anew, though it knows them already
     * @throws Refusal STATE where the board has no provider, or it cannot be asked now
     */
    @Permitted(Act.ENTER)
    public PendingSignIn departs(boolean again) {
        return authorisationCodeFlow.departs(providers.client(), CurrentCaller.get().language(), again);
    }

    /** The sign-ins a browser has set out on. @param carried whatever it says it was given, or null */
    @Permitted(Act.ENTER)
    public PendingSignIns underWay(String carried) {
        return PendingSignIns.opened(keys, carried);
    }

    /** What a browser carries from now on that has set out once more. @param carried as before */
    @Permitted(Act.ENTER)
    public String with(PendingSignIn pendingSignIn, String carried) {
        return underWay(carried).with(pendingSignIn, clock.instant()).sealed(keys);
    }

    /** What a browser carries from now on that has come back from there; empty where that was the only one. @param carried as before */
    @Permitted(Act.ENTER)
    public String without(PendingSignIn pendingSignIn, String carried) {
        return underWay(carried).without(pendingSignIn).sealed(keys);
    }

    /**
     * Somebody came back from the provider.
     *
     * @param query what the provider wrote behind the question mark
     * @throws Unlinked where the provider vouches for a member for the first time
     * @throws Refusal STATE where what it says does not hold, or belongs to no member of this board
     */
    @Permitted(Act.ENTER)
    public ProvenSignIn arrives(PendingSignIn pendingSignIn, String query) {
        if (!pendingSignIn.board().equals(CurrentBoard.slug())) {
            throw Refusal.state("signon.refused.answer");
        }
        AuthorisationCodeFlow.Client client = providers.client();
        Assertion given = authorisationCodeFlow.arrives(client, pendingSignIn, URI.create(client.back() + "?" + query));
        Provider provider = providers.current();
        Long accountId = member(provider, given);
        return new ProvenSignIn(new ProviderCredential(CurrentBoard.outside(() -> identities.username(accountId))), accountId, provider.through(),
                provider.sawSecondFactor(given), given.shownAt(), given.idToken());
    }

    private Long member(Provider provider, Assertion given) {
        Optional<Long> known = CurrentBoard.outside(() -> identities.account(given));
        if (!provider.takes(given.email())) {
            throw turnedAway("signon.refused.domain", given);
        }
        if (known.isPresent()) {
            return known.filter(providers::hasMember).orElseThrow(() -> turnedAway("signon.refused.unknown", given));
        }
        if (given.email() == null) {
            throw turnedAway("signon.refused.unverified", given);
        }
        Long accountId = providers.memberWith(given.email()).orElseThrow(() -> turnedAway("signon.refused.unknown", given));
        if (CurrentBoard.outside(() -> identities.isSomebody(accountId, given.issuer(), given.clientId()))) {
            throw turnedAway("signon.refused.somebodyElse", given);
        }
        note("signon.refused.first", given);
        throw new Unlinked(new Introduction(CurrentBoard.slug(), provider.through(), accountId, given.issuer(), given.clientId(), given.subject(),
                clock.instant()));
    }

    private Refusal turnedAway(String key, Assertion given) {
        note(key, given);
        return Refusal.state(key);
    }

    private void note(String key, Assertion given) {
        turnedAway.fire(DeniedAttempt.entry("signon.turnedAway", null, null, "SignOn.arrives", key + " " + given.subject() + " " + given.issuer()));
    }

    /** Where the browser goes to end the provider's session too, if the provider offers that. */
    @Permitted(Act.ENTER)
    public Optional<URI> leaves(String idToken) {
        try {
            URI end = discovery.of(providers.client().issuer()).metadata().getEndSessionEndpointURI();
            return end == null ? Optional.empty() : Optional.of(new LogoutRequest(ProviderAddresses.require(end), JWTParser.parse(idToken),
                    URI.create(Links.to("signin")), new State()).toURI());
        } catch (Refusal | ParseException unreachable) {
            return Optional.empty();
        }
    }
}
