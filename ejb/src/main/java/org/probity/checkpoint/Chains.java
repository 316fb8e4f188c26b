package org.probity.checkpoint;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.audit.ChainHead;
import org.probity.audit.Verdict;
import org.probity.crypto.Keys;
import org.probity.kernel.Days;
import org.probity.kernel.PersonalTurns;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;

/** The chain of the current board, or of the installation: checks it, and signs checkpoints of it. */
@Stateless
@Guarded
public class Chains {

    private static final Logger LOG = Logger.getLogger(Chains.class.getName());
    private static final String NOT_SIGNED = "audit.refused.broken";
    private static final End NOTHING = new End(0, "");
    private static final int SHOWN = 50;

    /** A long chain keeps a processor and a connection to the database for minutes. */
    private static final PersonalTurns READING = new PersonalTurns(2);

    /** How old the signature may be of what somebody takes away without asking for a new one. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    /** As many as anybody means to make, and in the long run no more than one a minute. */
    private static final int MOST = 10;
    private static final Duration MEASURE = Duration.ofMinutes(10);

    /** Day and finding of each chain that is not signed for it, kept last: the clockwork finds it again every quarter of an hour. */
    private static final Map<String, String> FOUND = new ConcurrentHashMap<>();

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
        keep(examination.verdict(), examination.whole());
        return examination;
    }

    /** Where the chain is broken at its end nothing can be added to it, and that has to be told all the more. */
    private void keep(Verdict verdict, boolean whole) {
        try {
            audit.examined(verdict);
        } catch (RuntimeException e) {
            if (whole) {
                throw e;
            }
            LOG.log(Level.WARNING, e, () -> "That the audit of " + board() + " is broken could not be kept in it");
        }
    }

    /** What every one says, those outside the database too. */
    @Permitted(Act.INTERNAL)
    public Witnesses witnesses() {
        Witnesses all = new Witnesses(new TrustedKeys(history.trusted(), List.of()));
        stored().each(all::hear);
        files.read(board(), all::hearOutside);
        return all;
    }

    private StoredCheckpoints stored() {
        return new StoredCheckpoints(entities);
    }

    private Verdict verdict(Collection<ChainAnchor> signed) {
        Stream<ChainAnchor> last = end().map(e -> new ChainAnchor(e.seq(), e.hash())).stream();
        List<ChainAnchor> marks = Stream.concat(last, signed.stream()).toList();
        Verdict verdict = new ChainCheck(board(), marks).check(new StoredChain(entities, Long.MAX_VALUE).links());
        return verdict.endingAt(end().map(End::seq).orElse(0L));
    }

    /** The newest first, at most 50. */
    @Permitted(Act.INTERNAL)
    public List<CheckpointLine> checkpoints() {
        return stored().newest(SHOWN).map(Checkpoint::shown).toList();
    }

    /** Every one that the database holds, as it was signed. */
    @Permitted(Act.INTERNAL)
    public List<SignedCheckpoint> signed() {
        return stored().signed();
    }

    /**
     * Signs what the chain is now; where nothing was done since the newest checkpoint but signing, or ten were made in the last
     * ten minutes, that one stands. All of them are read whenever a chain is verified, so that nobody has one made without end.
     *
     * @return place of the last entry it covers; 0 where there is none, and nothing to sign
     * @throws Refusal STATE where the chain is not what was signed before
     */
    @Permitted(Act.INTERNAL)
    public long checkpoint() {
        GrownChain chain = grown();
        if (!isAsSigned(chain)) {
            throw Refusal.state(NOT_SIGNED);
        }
        return signed(chain);
    }

    /** By keys that were written down, and by that of the folder, which nobody takes out of the database. */
    private GrownChain grown() {
        return new GrownChain(entities, board(), files, trusted());
    }

    private TrustedKeys trusted() {
        return new TrustedKeys(Stream.concat(history.trusted().stream(), Stream.of(keys.checking())).toList(), List.of());
    }

    /** As far as it can be read without keeping others from adding to it; where it is not, that is logged, and kept once a day. */
    private boolean isAsSigned(GrownChain chain) {
        Verdict verdict = chain.read(end().orElse(NOTHING));
        if (!verdict.whole()) {
            String found = Days.of(clock.instant()) + " " + verdict.kind();
            LOG.warning(() -> "The audit of " + board() + " is not what was signed of it (" + verdict.kind() + " from entry " + verdict.from()
                    + " to " + verdict.to() + "), and is not signed");
            if (!found.equals(FOUND.put(board(), found))) {
                keep(verdict, false);
            }
        }
        return verdict.whole();
    }

    private long signed(GrownChain chain) {
        lockEnd();
        return end().map(end -> signed(end, chain)).orElse(0L);
    }

    private long signed(End end, GrownChain chain) {
        history.signing();
        Optional<SignedCheckpoint> newest = farthestOutside(stored().newest(1).map(Checkpoint::signed).toList());
        if (newest.isPresent() && (isAllSigned(newest.get()) || wereEnough())) {
            return newest.get().seq();
        }
        make(end, null, clock.instant(), chain);
        audit.record("audit.checkpointed", null, "chain", null, null, Map.of("seq", end.seq()));
        return end.seq();
    }

    /** And with the key of today: one that was handed over signs again. */
    private boolean isAllSigned(SignedCheckpoint newest) {
        return newest.key().equals(key())
                && entities.createQuery("select e.id from AuditEntry e where e.seq > :seq and e.act <> 'audit.checkpointed'", Long.class)
                        .setParameter("seq", newest.seq()).setMaxResults(1).getResultList().isEmpty();
    }

    /** With the key of today: a chain that ends with one that was handed over proves nothing. */
    private boolean wereEnough() {
        Instant now = clock.instant();
        return stored().of(key(), now.minus(MEASURE), now).filter(one -> one.isSignedWith(keys.checking())).count() >= MOST;
    }

    private String key() {
        return SignedCheckpoint.id(keys.checking());
    }

    private void lockEnd() {
        entities.createQuery("select h from ChainHead h", ChainHead.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /**
     * The newest checkpoint, if it is no older than five minutes; otherwise signs one. However many read the chain, it is signed,
     * mailed to a witness and kept no more often than that. In a transaction of its own: acts of the board wait while it is signed,
     * and not while it is read.
     *
     * @return as {@link #checkpoint}; 0 also where the chain is not what was signed before, and is not signed
     */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long recentCheckpoint() {
        history.signing();
        return recent().orElseGet(() -> {
            GrownChain chain = grown();
            return isAsSigned(chain) ? recentOrSigned(chain) : 0L;
        });
    }

    /** Somebody else may have signed it meanwhile. */
    private long recentOrSigned(GrownChain chain) {
        lockEnd();
        return recent().orElseGet(() -> signed(chain));
    }

    private Optional<Long> recent() {
        Instant now = clock.instant();
        return recorded(stored().of(key(), now.minus(RECENT), now)).map(SignedCheckpoint::seq);
    }

    /** Signs the chain on each day on which nobody else has it signed, if it is what was signed before: of several nodes one does it. */
    @Permitted(Act.CLOCKWORK)
    public void checkpointOfToday() {
        if (!isSignedOn(Days.of(clock.instant()))) {
            history.signing();
            GrownChain chain = grown();
            if (isAsSigned(chain)) {
                signToday(chain);
            }
        }
    }

    private void signToday(GrownChain chain) {
        lockEnd();
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        if (!isSignedOn(today)) {
            end().ifPresent(end -> make(end, stored().standFor(today) ? null : today, now, chain));
        }
    }

    private boolean isSignedOn(LocalDate day) {
        return recorded(stored().on(day, key())).isPresent();
    }

    /**
     * The farthest by the key in the folder, in the database and outside: what a row says of its day is not signed, and whoever can
     * write rows can write down a key too, or a checkpoint that was signed for an export.
     */
    private Optional<SignedCheckpoint> recorded(Stream<SignedCheckpoint> rows) {
        return files.farthestOf(rows.filter(one -> one.isSignedWith(keys.checking())).collect(Collectors.toSet()), board());
    }

    /** Of those the farthest that lies outside the database and that a key of ours signed: whatever else names an end may be made up. */
    @Permitted(Act.INTERNAL)
    public Optional<SignedCheckpoint> farthestOutside(Collection<SignedCheckpoint> all) {
        TrustedKeys trusted = trusted();
        return files.farthestOf(all.stream().filter(trusted::vouchFor).collect(Collectors.toSet()), board());
    }

    /** The row first, so that of two nodes only one goes on to write the file; what it says stays there, whatever becomes of the row. */
    private void make(End end, LocalDate day, Instant at, GrownChain chain) {
        if (!chain.readOn(end).whole()) {
            throw Refusal.state(NOT_SIGNED);
        }
        KeyPair pair = history.signing();
        SignedCheckpoint signed = SignedCheckpoint.sign(board(), end.seq(), end.hash(), at, pair.getPrivate(), pair.getPublic());
        entities.persist(new Checkpoint(signed, day, CurrentCaller.get().name()));
        entities.flush();
        files.append(signed);
        made.fire(new CheckpointSigned(signed));
    }

    private Optional<End> end() {
        return entities.createQuery("select new org.probity.checkpoint.Chains$End(h.lastSeq, h.lastHash) from ChainHead h "
                + "where h.lastSeq > 0", End.class).getResultList().stream().findFirst();
    }

    public static String board() {
        return Optional.ofNullable(CurrentBoard.orNone()).orElse(BoardResolver.NO_BOARD);
    }

    /** Where a chain ends. */
    public record End(long seq, String hash) {
    }
}
