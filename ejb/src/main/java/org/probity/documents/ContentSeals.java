package org.probity.documents;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.crypto.Keys;
import org.probity.tenancy.Board;
import org.probity.tenancy.CurrentBoard;

/** Seals and opens the contents of the current board's documents. */
@Stateless
@Guarded
public class ContentSeals {

    /** After this long a new key seals what is new; what older ones sealed opens as before. */
    static final Duration KEY_LIFE = Duration.ofDays(365);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Keys keys;

    @Inject
    private Clock clock;

    /** The content as it is kept. @param document its number */
    @Permitted(Act.INTERNAL)
    public DocumentContent sealed(Long document, byte[] plain) {
        return new DocumentContent(document, ContentBytes.of(plain), cipher(current()));
    }

    /**
     * The content as it came, opened while it is read.
     *
     * @throws DamagedContent where the board has not the key that sealed it
     */
    @Permitted(Act.INTERNAL)
    public ContentBytes open(DocumentContent content) throws DamagedContent {
        if (content.keyNumber() == null) {
            return content.bytes();
        }
        ContentKey key = entities.createQuery("select k from ContentKey k where k.number = :number", ContentKey.class)
                .setParameter("number", content.keyNumber()).getResultList().stream().findFirst()
                .orElseThrow(() -> new DamagedContent(content.documentId(), null));
        try {
            return cipher(key).opened(content.documentId(), content.bytes());
        } catch (IllegalStateException foreign) {
            throw new DamagedContent(content.documentId(), foreign);
        }
    }

    /** Contents that an earlier release left as they came. @return how many were sealed, {@code most} at most */
    @Permitted(Act.CLOCKWORK)
    public int sealOlder(int most) {
        List<DocumentContent> open = entities.createQuery("select c from DocumentContent c where c.keyNumber is null order by c.id",
                DocumentContent.class).setMaxResults(most).getResultList();
        for (DocumentContent content : open) {
            ContentCipher cipher = cipher(current());
            entities.createQuery("update DocumentContent c set c.bytes = :sealed, c.keyNumber = :number where c.id = :id and c.keyNumber is null")
                    .setParameter("sealed", cipher.sealed(content.documentId(), content.bytes())).setParameter("number", cipher.number())
                    .setParameter("id", content.id()).executeUpdate();
        }
        return open.size();
    }

    private ContentCipher cipher(ContentKey key) {
        return new ContentCipher(keys, CurrentBoard.slug(), key.number(), key.sealedSecret());
    }

    private ContentKey current() {
        return young().orElseGet(() -> {
            // one at a time: whoever waited for the board's row finds the other's key
            entities.createQuery("select b from Board b where b.slug = :slug", Board.class).setParameter("slug", CurrentBoard.slug())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
            return young().orElseGet(this::make);
        });
    }

    private Optional<ContentKey> young() {
        Instant oldest = clock.instant().minus(KEY_LIFE);
        return newest().filter(key -> key.madeAt().isAfter(oldest));
    }

    private Optional<ContentKey> newest() {
        return entities.createQuery("select k from ContentKey k where k.reference is null order by k.number desc", ContentKey.class)
                .setMaxResults(1).getResultList().stream().findFirst();
    }

    private ContentKey make() {
        int number = newest().map(ContentKey::number).orElse(0) + 1;
        ContentKey made = new ContentKey(number, ContentCipher.newKey(keys, CurrentBoard.slug(), number), clock.instant());
        entities.persist(made);
        return made;
    }
}
