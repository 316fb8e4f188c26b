package org.probity.token;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Guarded;
import org.probity.access.Origin;
import org.probity.access.Permitted;
import org.probity.access.RolesLost;
import org.probity.access.Scope;
import org.probity.crypto.Secrets;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Page;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.member.Members;

/** Members' keys for the API of the current board. */
@Stateless
@Guarded
public class ApiTokens {

    /** Days; a token lives no longer. */
    private static final int LONGEST = 365;
    private static final int TOKENS_ALLOWED = 20;
    private static final String START = "probity-";
    private static final String OF = "from ApiToken t join Member m on m.accountId = t.accountId ";
    private static final String LINE = "select t, m.name, m.endedAt, a.tokensVoidBefore " + OF + "left join Account a on a.id = t.accountId ";

    /** @param until the last day it works */
    public record NewToken(String name, Set<Scope> scopes, LocalDate until) {
    }

    /**
     * A token in a list; never the token itself.
     *
     * @param lastUsed to the minute, or null
     * @param expires null for a demonstration token without an end
     * @param revoked null while it works
     * @param works whether it is neither revoked nor over; one whose member owes a second factor is to be revoked too
     */
    public record TokenLine(Long id, String member, String name, Set<Scope> scopes, Instant created, Instant expires,
            Instant lastUsed, Instant revoked, String revokedBy, boolean works) {

        /** The last day it works; null for one without an end. */
        public LocalDate lastDay() {
            return expires == null ? null : Days.of(expires.minusMillis(1));
        }

        /** Whether it may do all that its member may. */
        public boolean everything() {
            return scopes.equals(Scope.all());
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Members members;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * Makes a token for the caller, who sits at a page.
     *
     * <p>No token makes another, not even a lesser one. Whoever steals one would make a successor to it, with a later end and
     * under a harmless name, and keep a way in when the stolen one ends or is revoked; and a bearer has shown neither
     * passphrase nor second factor. So a program whose token is about to end asks a person for the next.
     *
     * <p>It is theirs as a member, who cannot stop being one meanwhile, and dates from before anything else is asked: what voids their
     * tokens at this moment voids it too.
     *
     * @param through the provider that vouched for the caller, or null where they gave their passphrase
     * @return the token, shown this once
     * @throws Refusal FORBIDDEN for the bearer of a token; INVALID on {@code name}, {@code scopes} or {@code until}; STATE
     *     where the caller has 20 that work, or stands on a provider's word: that ends with the session, and a token would
     *     outlive it; NOT_FOUND where they are no member any more
     */
    @Permitted(Act.MAKE_TOKEN)
    public String make(NewToken given, String through) {
        requireSomebodyAtAPage(through);
        Instant now = clock.instant();
        Caller maker = maker();
        LocalDate today = Days.of(now);
        new Checks().text("name", given.name(), 100)
                .that(given.scopes() != null && !given.scopes().isEmpty(), "scopes", "identity.refused.scopes")
                .that(given.until() != null && given.until().isAfter(today) && !given.until().isAfter(today.plusDays(LONGEST)),
                        "until", "identity.refused.until").done();
        Quota.require(TOKENS_ALLOWED, entities.createQuery("select count(t) from ApiToken t left join Account a on a.id = t.accountId "
                + "where t.accountId = :account and t.revokedAt is null and (t.expiresAt is null or t.expiresAt > :now) "
                + "and (a.tokensVoidBefore is null or t.createdAt > a.tokensVoidBefore)", Long.class)
                .setParameter("account", maker.accountId()).setParameter("now", now), "identity.refused.tooManyTokens");
        Instant end = given.until().plusDays(1).atStartOfDay(Days.LONDON).toInstant();
        String token = START + Secrets.random();
        entities.persist(new ApiToken(token, maker, given.name().strip(), EnumSet.copyOf(given.scopes()), now, end));
        tell("account.tokenMade", Map.of("token", given.name().strip(), "scopes", given.scopes(), "until", end));
        return token;
    }

    private static void requireSomebodyAtAPage(String through) {
        if (CurrentOrigin.get().channel().equals(Origin.API)) {
            throw Refusal.forbidden("identity.refused.tokenMakesToken");
        }
        if (through != null) {
            throw Refusal.state("identity.refused.providerKeepsIt");
        }
    }

    /** The caller as they are now, held. */
    private Caller maker() {
        Caller asking = CurrentCaller.get();
        members.hold(asking.memberId());
        return members.caller(asking.accountOrNobody(), asking.language()).orElseThrow(Refusal::notFound);
    }

    /** The caller's own, the latest first. @param page counted from 0 */
    @Permitted(Act.KEEP_TOKENS)
    public Page<TokenLine> mine(int page, int size) {
        long me = CurrentCaller.get().accountOrNobody();
        return lines(Page.read(entities.createQuery(LINE + "where t.accountId = :account order by t.createdAt desc, t.id desc", Object[].class)
                .setParameter("account", me), entities.createQuery("select count(t) " + OF + "where t.accountId = :account", Long.class)
                .setParameter("account", me), page, size));
    }

    /** Everybody's at the board, by whose they are. @param page counted from 0 */
    @Permitted(Act.ADMINISTER)
    public Page<TokenLine> all(int page, int size) {
        return lines(Page.read(entities.createQuery(LINE + "order by m.name, t.createdAt desc, t.id desc", Object[].class),
                entities.createQuery("select count(t) " + OF, Long.class), page, size));
    }

    /** @throws Refusal NOT_FOUND where the caller has no such token */
    @Permitted(Act.KEEP_TOKENS)
    public void revoke(Long id) {
        ApiToken token = entities.find(ApiToken.class, id);
        if (token == null || !token.accountId().equals(CurrentCaller.get().accountId())) {
            throw Refusal.notFound();
        }
        revoke(token);
    }

    /** Anybody's at the board. @throws Refusal NOT_FOUND */
    @Permitted(Act.ADMINISTER)
    public void revokeAnybodys(Long id) {
        ApiToken token = entities.find(ApiToken.class, id);
        if (token == null) {
            throw Refusal.notFound();
        }
        revoke(token);
    }

    /** Whoever loses a role loses the tokens made with it: what they are given later opens nothing by an old token. */
    @Permitted(Act.INTERNAL)
    public void revoke(@Observes RolesLost lost) {
        entities.createQuery("select t from ApiToken t where t.memberId = :member and t.revokedAt is null", ApiToken.class)
                .setParameter("member", lost.memberId()).getResultList().stream().filter(token -> token.hasAny(lost.others()))
                .forEach(this::revoke);
    }

    /** Everybody's at the board: each was made with a passphrase, and none is let in any more. */
    @Permitted(Act.INTERNAL)
    public void revokeAll() {
        entities.createQuery("select t from ApiToken t where t.revokedAt is null", ApiToken.class).getResultList().forEach(this::revoke);
    }

    private void revoke(ApiToken token) {
        token.revoke(CurrentCaller.get(), clock.instant());
        tell("account.tokenRevoked", Map.of("token", token.name(), "of", token.accountId()));
    }

    private Page<TokenLine> lines(Page<Object[]> rows) {
        Instant now = clock.instant();
        return new Page<>(rows.items().stream().map(row -> line((ApiToken) row[0], (String) row[1], row[2] == null && !isVoid((ApiToken) row[0],
                (Instant) row[3]), now)).toList(), rows.total());
    }

    private static boolean isVoid(ApiToken token, Instant before) {
        return before != null && !token.createdAt().isAfter(before);
    }

    private static TokenLine line(ApiToken token, String member, boolean stands, Instant now) {
        boolean works = stands && token.revokedAt() == null && (token.expiresAt() == null || now.isBefore(token.expiresAt()));
        return new TokenLine(token.id(), member, token.name(), EnumSet.copyOf(token.scopes()), token.createdAt(), token.expiresAt(),
                token.lastUsedAt(), token.revokedAt(), token.revokedName(), works);
    }

    private void tell(String act, Map<String, ?> after) {
        Caller caller = CurrentCaller.get();
        acts.fire(new AccountAct(act, caller.accountId(), caller.name(), after));
    }
}
