package org.probity.checkpoint;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Verdict;
import org.probity.crypto.Keys;
import org.probity.kernel.Days;

/**
 * Checks the chain of a board that is leaving or coming back, entry by entry, before that is true: against where it says it
 * ends, against every checkpoint it brings that was signed with a key that is known, and against those that were signed here.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ArchivedChain {

    /** An entry is signed by each key once or twice. */
    private static final int MOST = 100;

    @Inject
    private CheckpointFiles files;

    @Inject
    private KeyHistory keyHistory;

    @Inject
    private Keys keys;

    @Inject
    private Clock clock;

    /**
     * Signs where the chain of a board ends that is being written down or removed, outside the database: it comes back here with nothing
     * less, and nothing else, and elsewhere with our word for it. It was checked before.
     *
     * @param at not after anything that was done at the board since
     * @return the line that was signed; null where there is no entry
     */
    @Permitted(Act.OPERATE)
    public String sealEnd(String board, long seq, String hash, Instant at) {
        if (seq == 0) {
            return null;
        }
        KeyPair pair = keyHistory.signing();
        SignedCheckpoint signed = SignedCheckpoint.sign(board, seq, hash, at, pair.getPrivate(), pair.getPublic());
        files.append(signed);
        return signed.line();
    }

    /**
     * Whether nothing was signed here beyond that entry: an archive that ends earlier is not the one the board left with, and would
     * bring back who had gone and take away what was decided since.
     */
    @Permitted(Act.OPERATE)
    public boolean isNewest(String board, long seq) {
        return files.newestPlace(board) <= seq;
    }

    /**
     * Whether it is whole, and no key that comes along says without their signature that it took the place of one of this installation's.
     *
     * @param entities sees the rows of the board, and perhaps nobody else does yet
     * @param history of the keys that the checkpoints were signed with, as {@link #keys} gives it
     * @param seq place of the last entry; 0 where there is none
     * @param hash of the last entry
     */
    @Permitted(Act.OPERATE)
    public boolean isWhole(EntityManager entities, String board, List<String> history, long seq, String hash) {
        List<SignedKey> own = own(entities).toList();
        List<SignedKey> known = Stream.concat(genuine(history).stream(), own.stream()).toList();
        if (known.stream().anyMatch(signed -> isUsurper(signed, own))) {
            return false;
        }
        TrustedKeys trusted = trusted(known);
        List<ChainAnchor> marks = new ArrayList<>();
        files.read(board, signed -> {
            if (!trusted.knows(signed) || trusted.vouchFor(signed)) {
                marks.add(signed.mark());
            }
        });
        if (seq > 0) {
            marks.add(new ChainAnchor(seq, hash));
        }
        for (SignedCheckpoint signed : entities.createQuery("select c from Checkpoint c", Checkpoint.class).getResultList().stream()
                .map(Checkpoint::signed).toList()) {
            if (trusted.knows(signed) && !trusted.vouchFor(signed)) {
                return false;
            }
            if (trusted.knows(signed)) {
                marks.add(signed.mark());
            }
        }
        Verdict verdict = new ChainCheck(board, marks).check(new StoredChain(entities, Long.MAX_VALUE).links());
        return verdict.whole() && verdict.entries() == seq;
    }

    /** With that of the folder, which nobody takes out of the database; a line of the file whose key nobody knows has to agree all the same. */
    private TrustedKeys trusted(List<SignedKey> known) {
        return new TrustedKeys(Stream.concat(known.stream().map(SignedKey::toPublicKey), Stream.of(keys.checking())).toList(), List.of());
    }

    /**
     * Whether a key that is known signed where it ends: what nobody signed whoever wrote the archive may have made up, and it would be
     * signed here from its first entry.
     *
     * @param entities as {@link #isWhole}
     * @param history as {@link #isWhole}
     * @param line a checkpoint that was signed for the archive; null for none
     * @throws IllegalArgumentException where what should be a checkpoint is none
     */
    @Permitted(Act.OPERATE)
    public boolean isEndSigned(EntityManager entities, String board, List<String> history, long seq, String hash, String line) {
        TrustedKeys trusted = trusted(Stream.concat(genuine(history).stream(), own(entities)).toList());
        Stream<SignedCheckpoint> rows = entities.createQuery("select c from Checkpoint c where c.seq = :seq", Checkpoint.class)
                .setParameter("seq", seq).setMaxResults(MOST).getResultList().stream().map(Checkpoint::signed);
        return seq == 0 || Stream.concat(Stream.ofNullable(line).map(SignedCheckpoint::parse), rows)
                .anyMatch(one -> one.board().equals(board) && one.mark().equals(new ChainAnchor(seq, hash)) && trusted.vouchFor(one));
    }

    /**
     * Whether no checkpoint is of a later day than the archive, or than today, or of an entry that there is not. One would stand
     * where that of a day to come has its place, and the chain of that day go unsigned.
     *
     * @param entities as {@link #isWhole}
     * @param at when the archive was written, as it says
     * @param seq place of the last entry
     */
    @Permitted(Act.OPERATE)
    public boolean isOfThePast(EntityManager entities, Instant at, long seq) {
        Instant now = clock.instant();
        LocalDate last = Days.of(at.isBefore(now) ? at : now);
        return entities.createQuery("select c.id from Checkpoint c where c.day > :last or c.at >= :end or c.seq > :seq", Long.class)
                .setParameter("last", last).setParameter("end", last.plusDays(1).atStartOfDay(Days.LONDON).toInstant())
                .setParameter("seq", seq).setMaxResults(1).getResultList().isEmpty();
    }

    /** It would be kept and exported with the board, and whoever verifies that trust nothing that is signed here. */
    private static boolean isUsurper(SignedKey signed, List<SignedKey> own) {
        return own.stream().noneMatch(mine -> mine.key().equals(signed.key()))
                && own.stream().anyMatch(mine -> mine.key().equals(signed.previous()) && !signed.isHandedOverBy(mine.toPublicKey()));
    }

    /** What was signed here counts, whatever an archive says of keys. */
    private static Stream<SignedKey> own(EntityManager entities) {
        return entities.createQuery("select k from AuditKey k where k.ofBoard = '-'", AuditKey.class).getResultList().stream().map(AuditKey::signed)
                .filter(SignedKey::isGenuine);
    }

    /** What is known of the keys that signed checkpoints of that board, a line each. */
    @Permitted(Act.OPERATE)
    public List<String> keys(EntityManager entities, String board) {
        return entities.createQuery("select k from AuditKey k where k.ofBoard in ('-', :board) order by k.at, k.id", AuditKey.class)
                .setParameter("board", board).getResultList()
                .stream().map(AuditKey::signed).filter(SignedKey::isGenuine).map(SignedKey::line).toList();
    }

    /** Keys that came along with a board and are not known for it yet: what was signed with them counts for that board from now on. */
    @Permitted(Act.OPERATE)
    public List<AuditKey> newKeys(EntityManager entities, String board, List<String> history) {
        Set<String> known = new HashSet<>(entities.createQuery("select k.key from AuditKey k where k.ofBoard in ('-', :board)", String.class)
                .setParameter("board", board).getResultList());
        return genuine(history).stream().filter(signed -> known.add(signed.key())).map(signed -> new AuditKey(signed, board)).toList();
    }

    private static List<SignedKey> genuine(List<String> history) {
        return history.stream().map(SignedKey::parse).filter(SignedKey::isGenuine).toList();
    }
}
