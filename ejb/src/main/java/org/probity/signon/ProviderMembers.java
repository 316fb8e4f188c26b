package org.probity.signon;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.SignedIn;
import org.probity.audit.Audit;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.tenancy.CurrentBoard;

/**
 * Which members the board's provider has vouched for. Somebody who was given a new account there is turned away, since
 * an address may have gone to another person; the administrator, who can ask them, unlinks the old one. Nobody but the
 * account's holder links it.
 */
@Stateless
@Guarded
public class ProviderMembers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Providers providers;

    @Inject
    private AccountIdentities identities;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** A member the provider has vouched for: since when, and when last. */
    public record Line(Long memberId, String name, String email, Instant since, Instant lastUsed) {
    }

    /** By name. */
    @Permitted(Act.ADMINISTER)
    public List<Line> all() {
        Map<Long, AccountIdentities.Known> known = providers.provider().map(this::known).orElse(Map.of());
        return known.isEmpty() ? List.of() : entities.createQuery("select m from Member m where m.accountId in :accounts order by m.name",
                Member.class).setParameter("accounts", known.keySet()).getResultList().stream()
                .map(m -> line(m, known.get(m.accountId()))).toList();
    }

    private Map<Long, AccountIdentities.Known> known(Provider provider) {
        ProviderSettings settings = provider.settings();
        return CurrentBoard.outside(() -> identities.known(settings.issuer(), settings.clientId())).stream()
                .collect(Collectors.toMap(AccountIdentities.Known::accountId, Function.identity()));
    }

    private static Line line(Member member, AccountIdentities.Known known) {
        return new Line(member.id(), member.name(), member.email(), known.since(), known.lastUsed());
    }

    /**
     * Somebody who is here by their own passphrase says that the provider's person is them.
     *
     * @throws Refusal STATE where they are somebody else, are here by another's word, took too long, are linked already or are no
     *         member any more, or the board has another provider now
     */
    @Permitted(Act.LINK_PROVIDER)
    public void link(SignedIn me, Introduction given) {
        if (!me.keepsOwnKeys() || me.owesSecondFactor() || !me.account().id().equals(given.accountId())) {
            throw Refusal.state("signon.refused.otherAccount");
        }
        if (given.isOver(clock.instant()) || !providers.current().through().equals(given.through())) {
            throw Refusal.state("signon.refused.late");
        }
        if (!providers.hasMember(given.accountId())) {
            throw Refusal.state("signon.refused.unknown");
        }
        providers.note("signon.linked", given.accountId(), Map.of("issuer", given.issuer(), "subject", given.subject()));
        CurrentBoard.outside(() -> {
            identities.link(given);
            return null;
        });
    }

    /**
     * From now on the member is nobody in particular at the provider, and whoever is here through it in their name is here no
     * longer; at the next sign-in with their verified address they are asked anew whether it is them.
     *
     * @throws Refusal NOT_FOUND where there is no such member, or the provider has not vouched for them
     */
    @Permitted(Act.CHANGE_POWERS)
    public void unlink(Long memberId) {
        Provider provider = providers.provider().orElseThrow(Refusal::notFound);
        Member member = entities.find(Member.class, memberId);
        if (member == null || !known(provider).containsKey(member.accountId())) {
            throw Refusal.notFound();
        }
        audit.record("signon.unlinked", null, "member", memberId, Map.of("issuer", provider.settings().issuer()), null);
        CurrentBoard.outside(() -> {
            identities.unlink(member.accountId(), provider.settings(), provider.through());
            return null;
        });
    }
}
