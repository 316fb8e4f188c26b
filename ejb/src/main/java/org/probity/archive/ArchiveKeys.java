package org.probity.archive;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.archivefile.Age;
import org.probity.audit.Audit;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerDecided;
import org.probity.powers.PowerProposals;
import org.probity.tenancy.CurrentBoard;

/**
 * The key of the board's archives: an administrator of the board enters the public part, and keeps the secret one. Whoever has
 * that reads all there is of the board, whatever walls stand before them here; so it counts once a second person has confirmed it.
 */
@Stateless
@Guarded
public class ArchiveKeys {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PowerProposals proposals;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The board's key, where it has one. */
    @Permitted(Act.ADMINISTER)
    public Optional<ArchiveKey> key() {
        return find();
    }

    /**
     * Archives of the board are encrypted to this key from when a second person has confirmed it.
     *
     * @param recipient X25519 public key of age, {@code age1…}
     * @throws Refusal INVALID on {@code recipient}; STATE where another one waits
     */
    @Permitted(Act.CHANGE_POWERS)
    public void enter(String recipient) {
        String given = recipient == null ? "" : recipient.strip();
        new Checks().required("recipient", given).that(given.isEmpty() || Age.isRecipient(given), "recipient",
                "archive.refused.recipient").done();
        propose(given);
    }

    /**
     * Makes a pair of keys. The public one becomes the board's once a second person has confirmed it; the secret one is in the
     * answer and nowhere else.
     *
     * @throws Refusal STATE where another one waits
     * @return a file as age's own tool writes it
     */
    @Permitted(Act.CHANGE_POWERS)
    public String makePair() {
        Age.Pair pair = Age.newPair();
        propose(pair.recipient());
        return "# %s: archives, %s%n# public key: %s%n%s%n".formatted(CurrentBoard.slug(), clock.instant(), pair.recipient(), pair.identity());
    }

    private void propose(String recipient) {
        proposals.propose(PowerChange.ofArchiveKey(CurrentBoard.slug(), now(), recipient, Signature.now(clock.instant())));
    }

    private String now() {
        return find().map(ArchiveKey::recipient).orElse(null);
    }

    /** @throws Refusal STALE where another key was set after it was asked for */
    @Permitted(Act.INTERNAL)
    public void hear(@Observes PowerDecided decided) {
        if (decided.confirms(PowerChange.Kind.ARCHIVE_KEY)) {
            if (!Objects.equals(now(), decided.change().saidBefore())) {
                throw Refusal.stale();
            }
            keep(decided.change().saidAfter(), decided.change().signature());
        }
    }

    private void keep(String recipient, Signature asked) {
        Map<String, String> before = now() == null ? null : Map.of("recipient", now());
        find().ifPresentOrElse(key -> key.replace(recipient, asked), () -> entities.persist(new ArchiveKey(recipient, asked)));
        audit.record("archive.keyEntered", null, "archive-key", null, before, Map.of("recipient", recipient));
    }

    /** For whoever takes the board's archive. @throws Refusal STATE where the board has no key yet */
    @Permitted(Act.OPERATE)
    public String recipient() {
        return find().map(ArchiveKey::recipient).orElseThrow(() -> Refusal.state("archive.refused.noKey"));
    }

    /** Whether an archive of the board can be made. */
    @Permitted(Act.OPERATE)
    public boolean isThere() {
        return find().isPresent();
    }

    private Optional<ArchiveKey> find() {
        return entities.createQuery("select k from ArchiveKey k", ArchiveKey.class).getResultList().stream().findFirst();
    }
}
