package org.probity;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Person;
import org.probity.policy.Clause;
import org.probity.policy.Policy;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** A case in which requests can be made of its subject, who may be contacted or not; and what is kept of it. */
public final class HeldCase {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final String reference = "CHSCB-H-" + System.nanoTime() % 1_000_000_000;
    private final Account account = new Account("sam" + System.nanoTime(), "Sam Subject", "sam@example.org", "-", Language.EN, false);
    private final Person subject;
    private final List<String> kept = new ArrayList<>();
    private final List<String> clocks = new ArrayList<>();
    private final Investigation investigation;
    private boolean readable = true;

    public HeldCase() {
        subject = TestDatabase.get().call("chscb", entities -> {
            entities.persist(account);
            Person person = new Person("Sam Subject", "sam@example.org", null, null, account.id(), Language.EN);
            entities.persist(person);
            entities.flush();
            entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, decision, opened_at, hard_stop, "
                    + "contact_allowed, evidence_preserved_at, subject_id) values (next value for probity_id, 'chscb', 0, '" + reference
                    + "', 'A case', 'INVESTIGATION', 'INVESTIGATE', now(), false, true, now(), " + person.id() + ")").executeUpdate();
            return person;
        });
        investigation = TestDatabase.get().call("chscb", entities -> entities.createQuery("select i from Investigation i where i.reference = :reference",
                Investigation.class).setParameter("reference", reference).getSingleResult());
    }

    public HeldCase contact(boolean allowed) {
        investigation.contact().decide(allowed, NOW);
        return this;
    }

    /** Whether the subject has a way to what is written to them. */
    public HeldCase readable(boolean way) {
        this.readable = way;
        return this;
    }

    /** The same for whoever reads the case from the database. */
    public void contactKept(boolean allowed) {
        TestDatabase.get().run("chscb", entities -> entities.createQuery("update Investigation i set i.contact.allowed = :allowed where i.reference = :reference")
                .setParameter("allowed", allowed).setParameter("reference", reference).executeUpdate());
    }

    /** It may be a protected disclosure since then, for whoever reads the case from the database; null where it may not. */
    public void unasked(Instant since) {
        TestDatabase.get().run("chscb", entities -> entities.createQuery("update Investigation i set i.contact.unaskedSince = :since where i.reference = :reference")
                .setParameter("since", since).setParameter("reference", reference).executeUpdate());
    }

    /** They are a member of the board, from then on until they leave. */
    public HeldCase joined() {
        TestDatabase.get().run("chscb", entities -> entities.persist(new Member(entities.find(Account.class, account.id()), Set.of(Role.EMPLOYEE), null)));
        return this;
    }

    /** They are no member of the board any more. @return which they were */
    public Long left(Instant when) {
        return TestDatabase.get().call("chscb", entities -> {
            Member member = entities.createQuery("select m from Member m where m.accountId = :account", Member.class)
                    .setParameter("account", account.id()).getSingleResult();
            entities.createQuery("update Member m set m.endedAt = :when where m.id = :id").setParameter("when", when).setParameter("id", member.id()).executeUpdate();
            return member.id();
        });
    }

    /** A letter to them. @return the document */
    public Long letter() {
        return TestDatabase.get().call("chscb", entities -> {
            Long id = ((Number) entities.createNativeQuery("select next value for probity_id").getSingleResult()).longValue();
            entities.createNativeQuery("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, language, "
                    + "created_at, created_by, addressee_id) values (?, 'chscb', 0, ?, 'LETTER', 'A letter', 'letter.pdf', 'PDF', 1, 'x', 'EN', ?, 'Olwen', ?)")
                    .setParameter(1, id).setParameter(2, reference).setParameter(3, NOW).setParameter(4, subject.id()).executeUpdate();
            return id;
        });
    }

    public String reference() {
        return reference;
    }

    /** The subject as they sign in. */
    public Caller subjectSignedIn() {
        return new Caller(account.id(), -1L, subject.name(), Set.of(Role.EMPLOYEE), null, Language.EN);
    }

    public Long subject() {
        return subject.id();
    }

    /** What is alleged in it: the breach of a clause of that number. */
    public Allegation alleged(String number) {
        return TestDatabase.get().call("chscb", entities -> {
            Policy policy = new Policy("A standard to come " + System.nanoTime(), null, "1", "000", LocalDate.of(2190, 1, 1), null);
            entities.persist(policy);
            Clause clause = new Clause(policy.id(), number, Clause.Kind.BREACH, Clause.Strength.MUST_NOT, "The words of " + number, null, 1);
            entities.persist(clause);
            Allegation allegation = new Allegation(investigation.id(), clause.id(), number);
            entities.persist(allegation);
            return allegation;
        });
    }

    /** Which acts the audit was told of. */
    public List<String> kept() {
        return kept;
    }

    /** What the engine was told. */
    public List<String> clocks() {
        return clocks;
    }

    /** This case is the only one there is. */
    public Investigations investigations() {
        return new Investigations() {
            @Override
            public Investigation byReference(String any) {
                return investigation;
            }
        };
    }

    public Directory directory() {
        return new Directory() {
            @Override
            public Person person(Long any) {
                return subject;
            }

            @Override
            public boolean reaches(Person any) {
                return readable;
            }

            @Override
            public boolean signsIn(Person any) {
                return readable;
            }
        };
    }

    public Audit audit() {
        return new Audit() {
            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                kept.add(act);
            }
        };
    }

    /** Every step that somebody finishes can be finished. */
    public Work work() {
        return new Work() {
            @Override
            public void finish(String task, String of, Long targetId, Map<String, Object> answers) {
                clocks.add("finish " + task);
            }

            @Override
            public boolean isOpen(String task, String of, Long targetId) {
                return true;
            }
        };
    }

    public Processes clockwork() {
        return (Processes) Proxy.newProxyInstance(Processes.class.getClassLoader(), new Class<?>[] {Processes.class},
                (proxy, method, args) -> clocks.add(method.getName() + " " + List.of(args)));
    }
}
