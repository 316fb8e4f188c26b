package org.probity.demo;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Scope;
import org.probity.account.Account;
import org.probity.account.Accounts;
import org.probity.account.SignIns;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.policy.Acknowledgement;
import org.probity.policy.Clause;
import org.probity.policy.Policy;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Installation;
import org.probity.tenancy.InstallationMark;
import org.probity.token.ApiToken;

/** Writes a demonstration board: after a crash half-way it is simply written again. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DemoLoader {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Boards boards;

    @Inject
    private SignIns signIns;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** What this installation was said to be. */
    @Permitted(Act.CLOCKWORK)
    public Optional<Installation.Kind> kind() {
        return Optional.ofNullable(entities.find(InstallationMark.class, InstallationMark.Name.KIND)).map(InstallationMark::kind);
    }

    /** Says what it is, unless that was said. */
    @Permitted(Act.CLOCKWORK)
    public void keep(Installation.Kind kind) {
        if (kind().isEmpty()) {
            entities.persist(InstallationMark.of(kind, clock.instant()));
        }
    }

    @Permitted(Act.CLOCKWORK)
    public boolean isFirstDataWritten() {
        return entities.find(InstallationMark.class, InstallationMark.Name.FIRST_DATA) != null;
    }

    /** From now on nothing is added by a start. */
    @Permitted(Act.CLOCKWORK)
    public void keepFirstDataWritten() {
        entities.persist(InstallationMark.firstDataWritten(clock.instant()));
    }

    /** Whether that operator has still to choose a passphrase of their own. */
    @Permitted(Act.CLOCKWORK)
    public boolean owesPassphrase(String operator) {
        return signIns.find(operator).filter(Account::mustChangePassword).isPresent();
    }

    /** Whether there is any account at all. */
    @Permitted(Act.CLOCKWORK)
    public boolean anybody() {
        return entities.createQuery("select count(a) from Account a", Long.class).getSingleResult() > 0;
    }

    /** Adds that operator, unless there is one of that name. @param mustChange whether the password is good for one sign-in */
    @Permitted(Act.CLOCKWORK)
    public void addOperator(String username, String name, String email, String passwordHash, boolean mustChange) {
        if (signIns.find(username).isEmpty()) {
            Account operator = new Account(username, name, email, passwordHash, Language.EN, true);
            entities.persist(mustChange ? operator.mustChange() : operator);
            acts.fire(new AccountAct("account.operatorAdded", null, CurrentCaller.get().name(), Map.of("account", username)));
        }
    }

    /** Whether the current board is still to be written. */
    @Permitted(Act.CLOCKWORK)
    public boolean isEmpty() {
        return entities.createQuery("select count(m) from Member m", Long.class).getSingleResult() == 0;
    }

    /** Adds that board, unless it is there. */
    @Permitted(Act.CLOCKWORK)
    public void addBoard(DemoBoard.BoardPart part) {
        if (boards.find(part.slug()).isEmpty()) {
            entities.persist(new Board(part.slug(), part.name(), part.nameCy(), part.prefix(), part.country(), part.accent(),
                    part.bilingual(), part.contactEmail(), part.deadlines()).reachedAt(part.contact()));
        }
    }

    /** The accounts of the board's members, by user name. Those that other boards know already are shared with them. */
    @Permitted(Act.CLOCKWORK)
    public Map<String, Account> addAccounts(DemoBoard demo, String passwordHash) {
        return demo.members().stream().map(part -> accounts.admit(demo.board().slug(), new Accounts.Newcomer(part.account(),
                part.name(), part.account(), passwordHash, part.language())))
                .collect(Collectors.toMap(Account::username, Function.identity()));
    }

    /** Adds what belongs to the board; it must be the current one. */
    @Permitted(Act.CLOCKWORK)
    public void add(DemoBoard demo, Map<String, Account> accounts) {
        Map<String, Long> organisations = addOrganisations(demo.organisations());
        addMembers(demo, organisations, accounts);
        Map<String, Long> persons = addPersons(demo.persons(), organisations, accounts);
        Map<String, Long> policies = addPolicies(demo.policies());
        demo.acknowledgements().forEach(a -> entities.persist(
                new Acknowledgement(policies.get(a.policy()), persons.get(a.person()), a.on())));
    }

    private Map<String, Long> addOrganisations(List<DemoBoard.OrganisationPart> parts) {
        Map<String, Long> ids = new HashMap<>();
        for (DemoBoard.OrganisationPart part : parts) {
            Organisation organisation = new Organisation(part.name(), part.nameCy(), part.contactEmail());
            entities.persist(organisation);
            ids.put(part.name(), organisation.id());
        }
        return ids;
    }

    private void addMembers(DemoBoard demo, Map<String, Long> organisations, Map<String, Account> accounts) {
        for (DemoBoard.MemberPart part : demo.members()) {
            Account account = accounts.get(part.account());
            Member member = new Member(account, part.roles(), organisations.get(part.organisation())).enters(clock.instant());
            entities.persist(member);
            if (part.token() != null) {
                entities.persist(new ApiToken(part.token(), member.caller(Language.EN), part.token(), Scope.all(), clock.instant(), null));
            }
        }
    }

    private Map<String, Long> addPersons(List<DemoBoard.PersonPart> parts, Map<String, Long> organisations,
            Map<String, Account> accounts) {
        Map<String, Long> ids = new HashMap<>();
        for (DemoBoard.PersonPart part : parts) {
            Long account = part.account() == null ? null : accounts.get(part.account()).id();
            Person person = new Person(part.name(), part.email(), part.jobTitle(), organisations.get(part.organisation()),
                    account, part.language());
            person.entersDirectory();
            person.practises(part.profession());
            person.joined(part.joinedOn());
            if (part.leftOn() != null) {
                person.left(part.leftOn());
            }
            entities.persist(person);
            ids.put(part.email(), person.id());
        }
        return ids;
    }

    private Map<String, Long> addPolicies(List<DemoBoard.PolicyPart> parts) {
        Map<String, Long> ids = new HashMap<>();
        for (DemoBoard.PolicyPart part : parts) {
            Policy policy = new Policy(part.title(), part.titleCy(), part.version(), part.source(), part.inForceFrom(),
                    part.reviewOn());
            if (part.follows() != null) {
                policy.follows(entities.find(Policy.class, ids.get(part.follows())));
            }
            entities.persist(policy);
            addClauses(policy.id(), part.clauses());
            ids.put(part.title(), policy.id());
            ids.put(part.title() + " (" + part.version() + ")", policy.id());
        }
        return ids;
    }

    private void addClauses(Long policyId, List<DemoBoard.ClausePart> parts) {
        for (int i = 0; i < parts.size(); i++) {
            DemoBoard.ClausePart part = parts.get(i);
            entities.persist(new Clause(policyId, part.number(), part.kind(), part.strength(), part.text(), part.textCy(), i));
        }
    }
}
