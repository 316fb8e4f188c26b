package org.probity.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.WellKnown;
import org.probity.account.Account;
import org.probity.account.AccountSession;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.powers.SecondFactorRules;
import org.probity.tenancy.Board;
import org.probity.tenancy.Installation;

/** Who comes with an API token. Asked anew at each request, so what a token stands on is gone at the next one. */
@Stateless
@Guarded
public class TokenBearers {

    /**
     * Who comes with a token.
     *
     * @param at when they came
     * @param isUseWorthNoting whether that is not written down yet for this minute, see {@link #noteUse}
     */
    public record Bearer(Caller caller, Long tokenId, Instant at, boolean isUseWorthNoting) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Installation installation;

    @Inject
    private Clock clock;

    /**
     * Whose API token of the current board this is, where it takes any: tokens stand on a passphrase, as nobody makes one on a
     * provider's word, so they end where a provider is the only way in. Who owes the board a second factor opens nothing, here as
     * at its pages; a demonstration's own tokens, which everybody can read in the README, stand for nobody and owe none.
     */
    @Permitted(Act.ENTER)
    public Optional<Bearer> of(String token) {
        boolean wellKnown = WellKnown.isToken(token);
        return wellKnown && !installation.isDemo() ? Optional.empty() : bearerOf(token, wellKnown);
    }

    /** It is asked at every request, and each query is translated anew: so the query asks for little, and the rows for the rest. */
    private Optional<Bearer> bearerOf(String token, boolean wellKnown) {
        Instant now = clock.instant();
        return entities.createQuery("select m, t, a from Member m join ApiToken t on t.memberId = m.id and t.accountId = m.accountId "
                + "join Account a on a.id = m.accountId where t.tokenHash = :hash and not exists (select p.id from Provider p "
                + "where p.terms.on = true and p.terms.passphrasesAllowed = false)", Object[].class)
                .setParameter("hash", ApiToken.hash(token)).getResultList().stream().findFirst()
                .flatMap(row -> bearer((Member) row[0], (ApiToken) row[1], (Account) row[2], wellKnown, now));
    }

    private Optional<Bearer> bearer(Member member, ApiToken token, Account account, boolean wellKnown, Instant now) {
        if (member.hasEnded() || token.hasEnded(now) || account.voids(token.createdAt())) {
            return Optional.empty();
        }
        boolean owes = !wellKnown && !account.hasSecondFactor()
                && SecondFactorRules.asks(entities.find(Board.class, member.board()), member.roles());
        return owes ? Optional.empty() : Optional.of(bearer(member, token, now));
    }

    private static Bearer bearer(Member member, ApiToken token, Instant now) {
        return new Bearer(member.caller(Language.EN, token.rolesOf(member)).within(token.scopes()), token.id(), now, token.isUseWorthNoting(now));
    }

    /**
     * Writes down that a token was used: once a minute and without a version, in a transaction that does nothing else, so that no two
     * requests stand in each other's way.
     */
    @Permitted(Act.ENTER)
    public void noteUse(Bearer bearer) {
        entities.createQuery("update ApiToken t set t.lastUsedAt = :now where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :before)")
                .setParameter("now", bearer.at()).setParameter("id", bearer.tokenId())
                .setParameter("before", bearer.at().minus(AccountSession.GRAIN).plusMillis(1)).executeUpdate();
    }
}
