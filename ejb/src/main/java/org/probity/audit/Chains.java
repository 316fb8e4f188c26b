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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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
    private static final int PIECE = 1_000;

    /** A long chain keeps a processor and a connection to the database for minutes. */
    private static final PersonalTurns READING = new PersonalTurns(2);

    /** How old the signature may be of what somebody takes away without asking for a new one. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    /** As many as anybody means to make, and in the long run no more than one a minute. */
    private static final int MOST = 10;
    private static final Duration MEASURE = Duration.ofMinutes(10);

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
        Witnesses all = witnesses();
        Examination examination = new Examination(verdict(all.marks()), all.newest(), all.newestAt(), all.forged(),
                all.unknown() + files.unreadable(board()));
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

    /** What every one says that a key signed which is known here, those outside the database too. */
    @Permitted(Act.INTERNAL)
    public Collection<Mark> marks() {
        return witnesses().marks();
    }

    private Witnesses witnesses() {
        Witnesses all = new Witnesses(new TrustedKeys(history.trusted(), List.of()));
        stored(all::hear);
        files.read(board(), line -> all.hear(line));
        return all;
    }

    /** A piece at a time, none of which is kept: there may be very many. */
    private void stored(Consumer<Checkpoint> each) {
        List<Checkpoint> piece = stored(Long.MIN_VALUE);
        while (!piece.isEmpty()) {
            piece.forEach(checkpoint -> {
                each.accept(checkpoint);
                entities.detach(checkpoint);
            });
            piece = stored(piece.get(piece.size() - 1).id());
        }
    }

    private List<Checkpoint> stored(long after) {
        return entities.createQuery("select c from Checkpoint c where c.id > :after order by c.id", Checkpoint.class)
                .setParameter("after", after).setMaxResults(PIECE).getResultList();
    }

    private Verdict verdict(Collection<Mark> signed) {
        Stream<Mark> last = end().map(e -> new Mark(e.seq(), e.hash())).stream();
        List<Mark> marks = Stream.concat(last, signed.stream()).toList();
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
        List<SignedCheckpoint> all = new ArrayList<>();
        stored(checkpoint -> all.add(checkpoint.signed()));
        all.sort(Comparator.comparingLong(SignedCheckpoint::seq));
        return all;
    }

    /**
     * Signs what the chain is now; where nothing was done since the newest checkpoint but signing, or ten were made in the last
     * ten minutes, that one stands. All of them are read whenever a chain is verified, so that nobody has one made without end.
     *
     * @return place of the last entry it covers; 0 where there is none, and nothing to sign
     */
    @Permitted(Act.INTERNAL)
    public long checkpoint() {
        lockEnd();
        return end().map(this::signed).orElse(0L);
    }

    private long signed(End end) {
        history.signing();
        Optional<Checkpoint> newest = entities.createQuery(SIGNED, Checkpoint.class).setMaxResults(1).getResultList().stream().findFirst();
        if (newest.isPresent() && (isAllSigned(newest.get().signed()) || wereEnough())) {
            return newest.get().signed().seq();
        }
        make(end, null, clock.instant());
        audit.record("audit.checkpointed", null, "chain", null, null, Map.of("seq", end.seq()));
        return end.seq();
    }

    /** And with the key of today: one that was handed over signs again. */
    private boolean isAllSigned(SignedCheckpoint newest) {
        return newest.key().equals(SignedCheckpoint.id(keys.checking()))
                && entities.createQuery("select e.id from AuditEntry e where e.seq > :seq and e.act <> 'audit.checkpointed'", Long.class)
                        .setParameter("seq", newest.seq()).setMaxResults(1).getResultList().isEmpty();
    }

    /** With the key of today: a chain that ends with one that was handed over proves nothing. */
    private boolean wereEnough() {
        Instant now = clock.instant();
        return entities.createQuery("select c.id from Checkpoint c where c.at between :from and :now and c.key = :key", Long.class)
                .setParameter("key", SignedCheckpoint.id(keys.checking())).setParameter("from", now.minus(MEASURE)).setParameter("now", now)
                .setMaxResults(MOST).getResultList().size() == MOST;
    }

    private void lockEnd() {
        entities.createQuery("select h from ChainHead h", ChainHead.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
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
        lockEnd();
        history.signing();
        Instant now = clock.instant();
        return entities.createQuery("select max(c.seq) from Checkpoint c where c.at between :from and :now and c.key = :key", Long.class)
                .setParameter("key", SignedCheckpoint.id(keys.checking())).setParameter("from", now.minus(RECENT)).setParameter("now", now)
                .getResultList().stream().filter(Objects::nonNull).findFirst().orElseGet(this::checkpoint);
    }

    /** Signs the chain on each day on which nobody else has it signed: of several nodes one does it. */
    @Permitted(Act.CLOCKWORK)
    public void checkpointOfToday() {
        if (!isSignedOn(Days.of(clock.instant()))) {
            history.signing();
            lockEnd();
            Instant now = clock.instant();
            LocalDate today = Days.of(now);
            if (!isSignedOn(today)) {
                end().ifPresent(end -> make(end, isTaken(today) ? null : today, now));
            }
        }
    }

    /**
     * By the key in the folder, in the database and outside: what a row says of its day is not signed, and whoever can write rows can
     * write down a key too, or a checkpoint that was signed for an export.
     */
    private boolean isSignedOn(LocalDate day) {
        Set<SignedCheckpoint> signed = entities.createQuery("select c from Checkpoint c where c.key = :key and c.at >= :from "
                + "and c.at < :end order by c.id", Checkpoint.class).setParameter("key", SignedCheckpoint.id(keys.checking()))
                .setParameter("from", day.atStartOfDay(Days.LONDON).toInstant())
                .setParameter("end", day.plusDays(1).atStartOfDay(Days.LONDON).toInstant())
                .setMaxResults(PIECE).getResultList().stream().map(Checkpoint::signed).filter(one -> one.isSignedWith(keys.checking()))
                .collect(Collectors.toSet());
        return !signed.isEmpty() && files.holdsOneOf(signed, board());
    }

    /** By a row that is no checkpoint of that day, or of a key that was here before. */
    private boolean isTaken(LocalDate day) {
        return !entities.createQuery("select c.id from Checkpoint c where c.day = :day", Long.class)
                .setParameter("day", day).getResultList().isEmpty();
    }

    /** The row first, so that of two nodes only one goes on to write the file. */
    private void make(End end, LocalDate day, Instant at) {
        KeyPair pair = history.signing();
        SignedCheckpoint signed = SignedCheckpoint.sign(board(), end.seq(), end.hash(), at, pair.getPrivate(), pair.getPublic());
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
