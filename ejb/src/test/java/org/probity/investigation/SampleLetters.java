package org.probity.investigation;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.probity.documents.Document;

/** Letters of which nobody reads what is in them. */
public final class SampleLetters {

    private SampleLetters() {
    }

    public static Document letter(EntityManager entities, String reference, Long addressee, Instant at) {
        Number id = (Number) entities.createNativeQuery("select next value for probity_id").getSingleResult();
        entities.createNativeQuery("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, language, "
                + "created_at, created_by, addressee_id) values (?, 'chscb', 0, ?, 'LETTER', 'A letter', 'letter.pdf', 'PDF', 1, 'x', 'EN', ?, 'Olwen', ?)")
                .setParameter(1, id).setParameter(2, reference).setParameter(3, at).setParameter(4, addressee).executeUpdate();
        return entities.find(Document.class, id.longValue());
    }
}
