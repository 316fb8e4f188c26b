package org.probity.signon;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.account.Sessions;
import org.probity.audit.Audit;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerChanges;
import org.probity.powers.PowerDecided;
import org.probity.powers.PowerProposals;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;
import org.probity.token.ApiTokens;
import org.probity.token.TokenBearers;

/** A board with two administrators, and the services of its provider as the server would put them together. */
abstract class ProviderBench {

    static final String BOARD = "cwmtaf";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    final TestDatabase database = TestDatabase.get();
    final List<String> acts = new ArrayList<>();
    private final List<Object> fired = new ArrayList<>();

    /** The roles of which the board asks a second factor. */
    Set<Role> asked = Set.of();

    Caller first;
    Caller second;

    @TempDir
    private Path folder;

    @BeforeEach
    void aBoardWithoutAProvider() {
        database.run(BOARD, entities -> {
            for (String kept : List.of("ProviderChange c", "PowerChange c where c.kind = PROVIDER", "Provider c")) {
                entities.createQuery("delete from " + kept).executeUpdate();
            }
            entities.createQuery("update Member m set m.endedAt = :now where m.endedAt is null").setParameter("now", CLOCK.instant()).executeUpdate();
        });
        first = member("Ada Administrator", Role.ADMINISTRATOR);
        second = member("Bea Administrator", Role.ADMINISTRATOR);
        member("Lena Lead", Role.LEAD);
        member("Alun Auditor", Role.AUDITOR);
    }

    /** What is there for one transaction. */
    record Services(EntityManager entities, ProviderChanges changes, PowerChanges powers, Providers providers, AccountIdentities identities,
            ProviderMembers members, ApiTokens tokens, TokenBearers bearers) {

        /** Changes of the provider; other tests leave others. */
        List<PowerChanges.Line> waiting() {
            return powers.waiting().stream().filter(line -> line.kind() == PowerChange.Kind.PROVIDER).toList();
        }
    }

    void as(Caller caller, Consumer<Services> work) {
        call(caller, services -> {
            work.accept(services);
            return null;
        });
    }

    <T> T call(Caller caller, Function<Services, T> work) {
        return CurrentCaller.call(caller, () -> database.call(BOARD, entities -> work.apply(services(entities))));
    }

    private Services services(EntityManager entities) {
        ProviderChanges changes = new ProviderChanges();
        Fired<Object> events = new Fired<>(event -> hear(event, changes));
        Audit audit = new Audit() {
            @Override
            public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                acts.add(act);
            }
        };
        Keys keys = TestKeys.in(folder);
        Members everybody = TestDatabase.wire(new Members(), entities, CLOCK);
        PowerProposals proposals = TestDatabase.wire(new PowerProposals(), entities, CLOCK, events, TestDatabase.wire(new AccountMailer(), events), everybody);
        Providers providers = TestDatabase.wire(new Providers(), entities, keys, audit);
        ApiTokens tokens = TestDatabase.wire(new ApiTokens(), entities, CLOCK, events,
                TestDatabase.wire(new Members(), entities, CLOCK));
        AccountIdentities identities = TestDatabase.wire(new AccountIdentities(), entities, CLOCK, events,
                TestDatabase.wire(new Sessions(), entities, CLOCK, events));
        return new Services(entities, TestDatabase.wire(changes, entities, CLOCK, providers, proposals, tokens, keys, audit, boards),
                TestDatabase.wire(new PowerChanges(), entities, CLOCK, proposals), providers, identities,
                TestDatabase.wire(new ProviderMembers(), entities, CLOCK, providers, identities, audit), tokens, TestDatabase.wire(new TokenBearers(), entities, CLOCK));
    }

    final Boards boards = new Boards() {
        @Override
        public Board board() {
            Board board = new Board(BOARD, "Cwm Taf", null, "CT", Board.Country.WALES, "#1d5b8f", true, "desk@example.org", Deadlines.usual());
            board.asksSecondFactorOf(new RoleSet().convertToDatabaseColumn(asked));
            return board;
        }
    };

    private void hear(Object event, ProviderChanges changes) {
        fired.add(event);
        if (event instanceof AccountAct done) {
            acts.add(done.act());
        }
        if (event instanceof PowerDecided decided) {
            changes.hear(decided);
        }
    }

    static ProviderSettings settings() {
        return new ProviderSettings("https://login.example.org", "probity", null, "openid", "Staff", null, "mfa", null, true, true);
    }

    void save(Caller caller, ProviderSettings given) {
        ProviderSettings sent = new ProviderSettings(given.issuer(), given.clientId(), "the secret", given.scopes(), given.label(), given.labelCy(),
                given.secondFactor(), given.domains(), given.on(), given.passphrasesAllowed());
        as(caller, services -> services.changes().save(sent, null));
    }

    /** The usual provider, asked for by one and confirmed by the other. */
    void confirmed() {
        save(first, settings());
        as(second, services -> services.powers().confirm(services.waiting().get(0).id()));
    }

    ProviderSettings provider() {
        return call(first, services -> services.providers().provider().map(Provider::settings).orElse(null));
    }

    List<String> mailed(String template) {
        return fired.stream().filter(AccountMail.class::isInstance).map(AccountMail.class::cast).filter(mail -> mail.template().equals(template))
                .map(AccountMail::name).toList();
    }

    void leaves(Caller member) {
        database.run(BOARD, entities -> entities.createQuery("update Member m set m.endedAt = :now where m.id = :id")
                .setParameter("now", CLOCK.instant()).setParameter("id", member.memberId()).executeUpdate());
    }

    Caller member(String name, Role... roles) {
        return database.call(BOARD, entities -> {
            String email = name.replace(" ", ".").toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.org";
            Account account = new Account(email, name, email, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(roles), null);
            entities.persist(member);
            return member.caller(Language.EN);
        });
    }
}
