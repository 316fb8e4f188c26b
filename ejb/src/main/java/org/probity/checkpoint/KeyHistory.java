package org.probity.checkpoint;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.crypto.Keys;
import org.probity.kernel.Checks;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;

/**
 * Which keys sign checkpoints, and signed them before: a key is handed over by the one before, or the operator declares
 * that there is a new one, and that is shown for ever. A key that nobody knows of stops the start.
 */
@Stateless
@Guarded
public class KeyHistory {

    private static final String ORDER = " order by k.at, k.id";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Keys keys;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /** Ids of the keys that the checkpoints of the current board were signed with. */
    @Permitted(Act.CLOCKWORK)
    public Set<String> used() {
        return new HashSet<>(entities.createQuery("select distinct c.key from Checkpoint c", String.class).getResultList());
    }

    /** Ids of keys that came along with the current board. */
    @Permitted(Act.CLOCKWORK)
    public Set<String> foreign() {
        return new HashSet<>(entities.createQuery("select k.key from AuditKey k where k.ofBoard = :board", String.class)
                .setParameter("board", board()).getResultList());
    }

    /**
     * Holds the key in the folder against what is known, and writes it down where it is the first.
     *
     * @param used ids of keys that signed checkpoints there are, in the database and outside
     * @param declared why there is a new key, where the operator says so
     * @throws IllegalStateException where checkpoints were signed with a key that is not there, and nobody declares a new one
     */
    @Permitted(Act.CLOCKWORK)
    public void settle(Set<String> used, Optional<String> declared) {
        List<AuditKey> own = own();
        String last = last(own);
        finishHandingOver(last);
        String current = current();
        if (own.isEmpty() && Set.of(current).containsAll(used)) {
            KeyPair pair = keys.pair();
            write(SignedKey.first(pair.getPublic(), pair.getPrivate(), clock.instant()), BoardResolver.NO_BOARD);
        } else if (!current.equals(last)) {
            String why = declared.filter(words -> own.stream().noneMatch(key -> words.equals(key.shown().declared())))
                    .orElseThrow(() -> unknown(current, own.isEmpty() ? String.join(", ", used) : last));
            KeyPair pair = keys.pair();
            write(SignedKey.declared(pair.getPublic(), pair.getPrivate(), clock.instant(), last, why), BoardResolver.NO_BOARD);
            audit.record("audit.keyDeclared", null, "key", null, null, Map.of("key", current, "before", last, "why", why));
        }
    }

    private static String last(List<AuditKey> own) {
        return own.isEmpty() ? "" : own.get(own.size() - 1).shown().key();
    }

    /** A server that ended in the middle of it had written it down, and not yet changed the files. */
    private void finishHandingOver(String last) {
        if (!last.isEmpty() && !current().equals(last)) {
            keys.takeOver(next -> SignedCheckpoint.id(next).equals(last));
        }
    }

    /**
     * The pair to sign with from now on. Another server may have changed it, or have ended in the middle of that: what the key before
     * signs after it was written down that it handed over counts for nothing.
     *
     * @throws IllegalStateException where the folder holds another key than the last that was written down, or none
     */
    @Permitted(Act.INTERNAL)
    public KeyPair signing() {
        keys.reload();
        String last = last(own());
        finishHandingOver(last);
        if (!last.isEmpty() && !current().equals(last)) {
            throw new IllegalStateException("Nothing is signed: the folder of keys holds the key " + current() + ", and the last that was written down is "
                    + last + ". Put checkpoint.key and checkpoint.pub of that key back.");
        }
        return keys.pair();
    }

    private static IllegalStateException unknown(String current, String expected) {
        return new IllegalStateException("Probity does not start: checkpoints of the audit were signed with the key " + expected
                + ", and the folder of keys holds another, " + current + ". Put checkpoint.key and checkpoint.pub back from the backup. "
                + "If they are lost, say why in PROBITY_NEW_CHECKPOINT_KEY for one start, in words not used before: the audit will show it for ever.");
    }

    /**
     * Makes a new key, to which the present one hands over. A key hands over once: of several changes at the same moment the first
     * that is written down is made, and only it touches the files.
     *
     * @throws org.probity.kernel.Refusal INVALID on {@code why}
     */
    @Permitted(Act.INTERNAL)
    public void change(String why) {
        new Checks().text("why", why, SignedKey.LONGEST_REASON).done();
        KeyPair present = signing();
        KeyPair next = Keys.makePair();
        String before = SignedCheckpoint.id(present.getPublic());
        SignedKey signed = SignedKey.handedOver(next.getPublic(), next.getPrivate(), clock.instant(), before, present.getPrivate());
        write(signed, BoardResolver.NO_BOARD);
        keys.keepNext(next);
        audit.record("audit.keyChanged", null, "key", null, Map.of("key", before), Map.of("key", signed.key(), "why", why.strip()));
        transaction.registerInterposedSynchronization(new TakingOver(next.getPublic()));
    }

    /** The files change once it is written down. */
    private final class TakingOver implements Synchronization {

        private final PublicKey next;

        TakingOver(PublicKey next) {
            this.next = next;
        }

        @Override
        public void beforeCompletion() {
            // nothing is done to files of a transaction that may still fail
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                keys.takeOver(next::equals);
            }
        }
    }

    /** What is said of the keys that signed checkpoints of the current board: this installation's, and those that came along. */
    @Permitted(Act.INTERNAL)
    public List<SignedKey> signed() {
        return all().stream().map(AuditKey::signed).toList();
    }

    /** The same to be shown, the oldest first. */
    @Permitted(Act.INTERNAL)
    public List<KeyLine> shown() {
        return all().stream().map(AuditKey::shown).toList();
    }

    /** The keys whose checkpoints count here: all that were written down while the operator looked on. */
    @Permitted(Act.INTERNAL)
    public List<PublicKey> trusted() {
        return signed().stream().filter(SignedKey::isGenuine).map(SignedKey::toPublicKey).toList();
    }

    private List<AuditKey> own() {
        return entities.createQuery("select k from AuditKey k where k.ofBoard = '-'" + ORDER, AuditKey.class).getResultList();
    }

    private List<AuditKey> all() {
        return entities.createQuery("select k from AuditKey k where k.ofBoard in ('-', :board)" + ORDER, AuditKey.class)
                .setParameter("board", board()).getResultList();
    }

    private void write(SignedKey signed, String whose) {
        entities.persist(new AuditKey(signed, whose));
        entities.flush();
    }

    private String current() {
        return SignedCheckpoint.id(keys.checking());
    }

    private static String board() {
        return Optional.ofNullable(CurrentBoard.orNone()).orElse(BoardResolver.NO_BOARD);
    }
}
