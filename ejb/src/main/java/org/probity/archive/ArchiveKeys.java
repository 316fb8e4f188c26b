package org.probity.archive;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.probity.audit.Audit;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.identity.Signature;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** The key of the board's archives: the board's administrator enters the public part, and keeps the secret one. */
@Stateless
@Guarded
public class ArchiveKeys {

    @PersistenceContext
    private EntityManager entities;

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
     * Archives of the board are encrypted to this key from now on.
     *
     * @param recipient X25519 public key of age, {@code age1…}
     * @throws Refusal INVALID on {@code recipient}
     */
    @Permitted(Act.CHANGE_POWERS)
    public void enter(String recipient) {
        String given = recipient == null ? "" : recipient.strip();
        new Checks().required("recipient", given).that(given.isEmpty() || Age.isRecipient(given), "recipient",
                "archive.refused.recipient").done();
        keep(given);
    }

    /**
     * Makes a pair of keys. The public one becomes the board's; the secret one is in the answer and nowhere else.
     *
     * @return a file as age's own tool writes it
     */
    @Permitted(Act.CHANGE_POWERS)
    public String makePair() {
        Age.Pair pair = Age.newPair();
        keep(pair.recipient());
        return "# %s: archives, %s%n# public key: %s%n%s%n".formatted(CurrentBoard.slug(), clock.instant(), pair.recipient(), pair.identity());
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

    private void keep(String recipient) {
        Signature now = Signature.now(clock.instant());
        Optional<ArchiveKey> known = find();
        known.ifPresentOrElse(key -> key.replace(recipient, now), () -> entities.persist(new ArchiveKey(recipient, now)));
        audit.record("archive.keyEntered", null, "archive-key", null, null, Map.of("recipient", recipient));
    }

    private Optional<ArchiveKey> find() {
        return entities.createQuery("select k from ArchiveKey k", ArchiveKey.class).getResultStream().findFirst();
    }
}
