package org.probity.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import org.probity.cooperation.CooperationReply;
import org.probity.documents.Document;
import org.probity.kernel.Language;
import org.probity.letter.LetterTexts;
import org.probity.removal.RemovalReply;

/** Files that somebody else recorded as the subject's: a pack never says that the subject has sent them. */
@ApplicationScoped
class RecordedFiles {

    private static final String FILES = "select f.documentId, a.channel, a.signed.name from %1$sFile f join %1$sAnswer a on a.id = f.replyId "
            + "where a.request.reference = :reference and a.channel <> :portal";

    /** How it came, and who recorded it. */
    record Recorded(String channel, String by) {

        String title(Document file, Language language) {
            return LetterTexts.get(language, "referral.source.recordedFile", file.title(),
                    LetterTexts.get(language, "referral.label.channel." + channel), by);
        }
    }

    @Inject
    private EntityManager entities;

    /** By document. */
    Map<Long, Recorded> of(String reference) {
        Map<Long, Recorded> files = new HashMap<>();
        add(files, "Removal", reference, RemovalReply.Channel.PORTAL);
        add(files, "Cooperation", reference, CooperationReply.Channel.PORTAL);
        return files;
    }

    private void add(Map<Long, Recorded> files, String kind, String reference, Enum<?> portal) {
        entities.createQuery(FILES.formatted(kind), Object[].class).setParameter("reference", reference).setParameter("portal", portal)
                .getResultList().forEach(row -> files.put((Long) row[0], new Recorded(((Enum<?>) row[1]).name(), (String) row[2])));
    }
}
