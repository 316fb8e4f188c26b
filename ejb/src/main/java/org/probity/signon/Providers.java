package org.probity.signon;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.crypto.Keys;
import org.probity.kernel.PersonalTurns;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.notification.Links;
import org.probity.tenancy.CurrentBoard;

/** The current board's provider: its settings, and whom a session through it lets in. */
@Stateless
@Guarded
public class Providers {

    /** Each keeps a thread for as long as the other side likes, up to a quarter of a minute. */
    private static final PersonalTurns TRIES = new PersonalTurns(3);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Keys keys;

    @Inject
    private Discovery discovery;

    @Inject
    private Audit audit;

    /** What the sign-in page offers. */
    public record Offer(String label, String labelCy, boolean passphrasesAllowed) {
    }

    /** The settings as they are, without the secret. */
    @Permitted(Act.ADMINISTER)
    public ProviderSettings settings() {
        return provider().map(Provider::settings).orElseGet(ProviderSettings::none);
    }

    /** Where the provider sends people back to; it has to be told. */
    @Permitted(Act.ADMINISTER)
    public String back() {
        return Links.to("signin/return");
    }

    /** Where the provider sends people after signing out; it has to be told. */
    @Permitted(Act.ADMINISTER)
    public String afterwards() {
        return Links.to("signin");
    }

    /**
     * Asks the provider for its description and keys.
     *
     * @throws Refusal INVALID on {@code issuer} saying what is wrong; TOO_MANY where the caller has one asked just now, or others
     */
    @Permitted(Act.ADMINISTER)
    public void tryOut(String issuer) {
        if (issuer == null || !ProviderAddresses.isIssuer(issuer)) {
            throw Refusal.invalid("issuer", "signon.refused.address");
        }
        TRIES.take(CurrentCaller.get().accountId(), "signon.refused.oneTry", () -> asked(issuer.strip()));
    }

    private Discovery.Known asked(String issuer) {
        try {
            return discovery.fetched(issuer);
        } catch (Refusal refusal) {
            Refusal.Problem problem = refusal.problems().get(0);
            throw Refusal.invalid("issuer", problem.key(), problem.args());
        }
    }

    /** Lets passphrases in again where the board's provider is gone. */
    @Permitted(Act.OPERATE_BOARDS)
    public void allowPassphrases() {
        Provider provider = provider().orElseThrow(Refusal::notFound);
        Map<String, ?> was = provider.kept();
        provider.allowPassphrases();
        audit.record("signon.set", null, "provider", null, was, provider.kept());
    }

    /** What the sign-in page of the board offers, if it has a provider that is on. */
    @Permitted(Act.ENTER)
    public Optional<Offer> offer() {
        return provider().filter(Provider::on).map(p -> new Offer(p.settings().label(),
                p.settings().labelCy() == null ? p.settings().label() : p.settings().labelCy(), p.passphrasesAllowed()));
    }

    /** Whether a session may enter the current board. @param through what it carries; null for one begun with a passphrase */
    @Permitted(Act.ENTER)
    public boolean admits(String through) {
        return provider().map(p -> p.admits(through)).orElse(through == null);
    }

    /** Probity as this provider's client. @throws Refusal STATE where the board has none, or it is off */
    @Permitted(Act.INTERNAL)
    public AuthorisationCodeFlow.Client client() {
        Provider provider = current();
        ProviderSettings settings = provider.settings();
        return new AuthorisationCodeFlow.Client(settings.issuer(), settings.clientId(), keys.open(purpose(settings.issuer()), provider.sealedSecret()),
                settings.scopes(), URI.create(Links.to("signin/return")));
    }

    /** The board's provider. @throws Refusal STATE where the board has none, or it is off */
    @Permitted(Act.INTERNAL)
    public Provider current() {
        return provider().filter(Provider::on).orElseThrow(() -> Refusal.state("signon.refused.off"));
    }

    /** The board's provider, on or off, if it has one. */
    @Permitted(Act.INTERNAL)
    public Optional<Provider> provider() {
        return entities.createQuery("select p from Provider p", Provider.class).getResultList().stream().findFirst();
    }

    /** The one member whose address this is, if exactly one has it. */
    @Permitted(Act.INTERNAL)
    public Optional<Long> memberWith(String email) {
        List<Long> found = entities.createQuery("select m.accountId from Member m where m.endedAt is null and lower(m.email) = :email", Long.class)
                .setParameter("email", email).setMaxResults(2).getResultList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether that account is a member of the board. */
    @Permitted(Act.INTERNAL)
    public boolean hasMember(Long accountId) {
        return !entities.createQuery("select m from Member m where m.endedAt is null and m.accountId = :account", Member.class)
                .setParameter("account", accountId).getResultList().isEmpty();
    }

    /** Keeps in the board's audit that somebody is known at the provider from now on, or was turned away. */
    @Permitted(Act.INTERNAL)
    public void note(String act, Long accountId, Map<String, ?> after) {
        Caller who = CurrentCaller.get();
        Caller acting = accountId == null ? who : entities.createQuery("select m from Member m where m.accountId = :account", Member.class)
                .setParameter("account", accountId).getSingleResult().caller(who.language());
        CurrentCaller.run(acting, () -> audit.record(act, null, "provider", null, null, after));
    }

    /** What a secret is sealed for: put into the row of another board or provider, it opens nothing. */
    static String purpose(String issuer) {
        return "sign-on/" + CurrentBoard.slug() + "/" + issuer;
    }
}
