package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Days;
import org.probity.kernel.PersonalTurns;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Keys;

/** The chain of the current board, or of the installation: checks it, and signs checkpoints of it. */
@Stateless
@Guarded
public class Chains {

    private static final Logger LOG = Logger.getLogger(Chains.class.getName());
    private static final String SIGNED = "select c from Checkpoint c order by c.seq desc, c.at desc";
    private static final int SHOWN = 50;

    /** A long chain keeps a processor and a connection to the database for minutes. */
    private static final PersonalTurns READING = new PersonalTurns(2);

    /** How old the signature may be of what somebody takes away without asking for a new one. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    @Inject
    private Keys keys;

    @Inject
    private KeyHistory history;

    @Inject
    private CheckpointFiles files;

    @Inject
    private Event<CheckpointSigned> made;

    @Inject
    private Clock clock;

    /**
     * Reads the whole chain and holds it against its checkpoints, those outside the database too.
     *
     * @throws org.probity.kernel.Refusal TOO_MANY where the caller has one read just now, or others on this server
     */
    @Permitted(Act.INTERNAL)
    public Examination examine() {
        return READING.take(CurrentCaller.get().accountId(), "audit.refused.oneVerification", this::examined);
    }

    private Examination examined() {
        TrustedKeys trusted = new TrustedKeys(history.trusted(), List.of());
        List<SignedCheckpoint> all = all();
        List<SignedCheckpoint> genuine = all.stream().filter(trusted::vouchFor).toList();
        long unknown = all.stream().filter(checkpoint -> !trusted.knows(checkpoint)).count();
        Optional<SignedCheckpoint> newest = genuine.stream().max(Comparator.comparingLong(SignedCheckpoint::seq));
        Examination examination = new Examination(verdict(genuine), newest.map(SignedCheckpoint::seq).orElse(0L),
                newest.map(c -> Instant.parse(c.at())).orElse(null), all.size() - genuine.size() - unknown, unknown + files.unreadable(board()));
        keep(examination);
        return examination;
    }

    /** Where the chain is broken at its end nothing can be added to it, and that has to be told all the more. */
    private void keep(Examination examination) {
        try {
            audit.examined(examination.verdict());
        } catch (RuntimeException e) {
            if (examination.whole()) {
                throw e;
            }
            LOG.log(Level.WARNING, e, () -> "That the audit of " + board() + " is broken could not be kept in it");
        }
    }

    /** Every one that a key signed which is known here, those outside the database too. */
    @Permitted(Act.INTERNAL)
    public List<SignedCheckpoint> genuine() {
        TrustedKeys trusted = new TrustedKeys(history.trusted(), List.of());
        return all().stream().filter(trusted::vouchFor).toList();
    }

    private List<SignedCheckpoint> all() {
        return Stream.concat(stored(), files.read(board()).stream()).distinct().toList();
    }

    private Stream<SignedCheckpoint> stored() {
        return entities.createQuery(SIGNED, Checkpoint.class).getResultList().stream().map(Checkpoint::signed);
    }

    private Verdict verdict(List<SignedCheckpoint> checkpoints) {
        Optional<End> end = end();
        Stream<Mark> last = end.map(e -> new Mark(e.seq(), e.hash())).stream();
        List<Mark> marks = Stream.concat(last, checkpoints.stream().map(SignedCheckpoint::mark)).toList();
        Verdict verdict = new ChainCheck(board(), marks).check(new StoredChain(entities, Long.MAX_VALUE).links());
        long ends = end().map(End::seq).orElse(0L);
        return verdict.whole() && verdict.entries() > ends
                ? Verdict.between(Verdict.Kind.INSERTED, ends + 1, verdict.entries()) : verdict;
    }

    /** The newest first, at most 50. */
    @Permitted(Act.INTERNAL)
    public List<CheckpointLine> checkpoints() {
        return entities.createQuery(SIGNED, Checkpoint.class).setMaxResults(SHOWN).getResultList().stream().map(Checkpoint::shown).toList();
    }

    /** Every one as it was signed, the oldest first. */
    @Permitted(Act.INTERNAL)
    public List<SignedCheckpoint> signed() {
        return stored().sorted(Comparator.comparingLong(SignedCheckpoint::seq)).toList();
    }

    /** Signs what the chain is now. @return place of the last entry it covers; 0 where there is none, and nothing to sign */
    @Permitted(Act.INTERNAL)
    public long checkpoint() {
        Optional<End> end = end();
        end.ifPresent(last -> {
            make(last, null);
            audit.record("audit.checkpointed", null, "chain", null, null, Map.of("seq", last.seq()));
        });
        return end.map(End::seq).orElse(0L);
    }

    /**
     * The newest checkpoint, if it is no older than five minutes; otherwise signs one. However many read the chain, it is signed,
     * mailed to a witness and kept no more often than that. In a transaction of its own: acts of the board wait while it is signed,
     * and not while it is read.
     *
     * @return as {@link #checkpoint}
     */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long recentCheckpoint() {
        entities.createQuery("select h from ChainHead h", ChainHead.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Instant now = clock.instant();
        return entities.createQuery("select max(c.seq) from Checkpoint c where c.at between :from and :now", Long.class)
                .setParameter("from", now.minus(RECENT)).setParameter("now", now).getResultList().stream().filter(Objects::nonNull).findFirst()
                .orElseGet(this::checkpoint);
    }

    /** Signs the chain once a day: of several nodes one does it. */
    @Permitted(Act.CLOCKWORK)
    public void checkpointOfToday() {
        LocalDate today = Days.of(clock.instant());
        boolean made = !entities.createQuery("select c.id from Checkpoint c where c.day = :day", Long.class)
                .setParameter("day", today).getResultList().isEmpty();
        if (!made) {
            end().ifPresent(end -> make(end, today));
        }
    }

    /** Another node may have changed the key. The row first, so that of two nodes only one goes on to write the file. */
    private void make(End end, LocalDate day) {
        keys.load();
        KeyPair pair = keys.pair();
        SignedCheckpoint signed = SignedCheckpoint.sign(board(), end.seq(), end.hash(), clock.instant(), pair.getPrivate(), pair.getPublic());
        entities.persist(new Checkpoint(signed, day, CurrentCaller.get().name()));
        entities.flush();
        files.append(signed);
        made.fire(new CheckpointSigned(signed));
    }

    private Optional<End> end() {
        return entities.createQuery("select new org.probity.audit.Chains$End(h.lastSeq, h.lastHash) from ChainHead h "
                + "where h.lastSeq > 0", End.class).getResultList().stream().findFirst();
    }

    static String board() {
        return Optional.ofNullable(CurrentBoard.orNone()).orElse(BoardResolver.NO_BOARD);
    }

    /** Where a chain ends. */
    public record End(long seq, String hash) {
    }
}
