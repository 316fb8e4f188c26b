package org.probity.documents;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.files.CheckedFile;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/**
 * Keeps files and hands them out. Only other services come here: whether this person may add or see this file is the
 * calling package's to decide. Every file handed out leaves its line in the audit.
 */
@Stateless
@Guarded
public class Documents {

    /** A file and what is in it, which was checked and is opened while it is read. */
    public record Content(Document document, ContentBytes content) {

        /** All of it, in memory. */
        public byte[] bytes() {
            try {
                return content.all();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public void writeTo(OutputStream out) throws IOException {
            content.writeTo(out);
        }
    }

    private static final int TITLE = 300;

    private static final Logger LOG = Logger.getLogger(Documents.class.getName());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ContentSeals seals;

    @Inject
    private Event<FileWanted> wanted;

    @Inject
    private Event<FileLeaving> leaving;

    @Inject
    private HeldContents held;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Keeps a file in no particular language. See {@link #store(Document.Kind, String, String, String, byte[], Language)}. */
    @Permitted(Act.INTERNAL)
    public Document store(Document.Kind kind, String reference, String title, String fileName, byte[] bytes) {
        return store(kind, reference, title, fileName, bytes, null);
    }

    /**
     * Keeps a file.
     *
     * @param title for people; the file name where empty
     * @param language of a letter or pack, or null
     * @throws Refusal TOO_LARGE beyond 25 MB; INVALID on field {@code file} where it is empty, of a type not taken, not what its
     *         name says, or where its name gives a password away; whatever the case refuses a file that is sent in for
     */
    @Permitted(Act.INTERNAL)
    public Document store(Document.Kind kind, String reference, String title, String fileName, byte[] bytes,
            Language language) {
        return store(kind, reference, title, fileName, bytes, language, null);
    }

    /** Keeps a letter to somebody. @param addresseeId the person @throws Refusal as {@link #store} */
    @Permitted(Act.INTERNAL)
    public Document letter(String reference, Long addresseeId, String title, String fileName, byte[] pdf, Language language) {
        return store(Document.Kind.LETTER, reference, title, fileName, pdf, language, addresseeId);
    }

    private Document store(Document.Kind kind, String reference, String title, String fileName, byte[] bytes, Language language, Long addresseeId) {
        if (kind.fromOutside()) {
            wanted.fire(new FileWanted(reference));
            new Checks().max("title", title, TITLE).done();
        }
        new Checks().plain("title", title, TITLE).done();
        CheckedFile file = CheckedFile.of(fileName, bytes);
        Document document = new Document(kind, reference, title, file, language, addresseeId, clock.instant(),
                CurrentCaller.get().name());
        entities.persist(document);
        entities.persist(seals.sealed(document.id(), bytes));
        audit.record("document.stored", reference, "document", document.id(), null, Map.of("kind", kind.name(),
                "fileName", document.fileName(), "size", document.size(), "sha256", document.sha256()));
        return document;
    }

    /** Checks a file that is sent in to a case as {@link #store} does and keeps nothing: for forms of several pages. */
    @Permitted(Act.ENTER)
    public void check(String reference, String fileName, byte[] bytes) {
        wanted.fire(new FileWanted(reference));
        CheckedFile.of(fileName, bytes);
    }

    /** Whether a file that is sent in to a case would be taken now: what waits for it elsewhere goes where it would not. */
    @Permitted(Act.CLOCKWORK)
    public boolean takes(String reference) {
        try {
            wanted.fire(new FileWanted(reference));
            return true;
        } catch (Refusal stopped) {
            return false;
        }
    }

    /** Whether the case has a file of that kind. */
    @Permitted(Act.INTERNAL)
    public boolean has(Document.Kind kind, String reference) {
        return !entities.createQuery("select d.id from Document d where d.reference = :reference and d.kind = :kind", Long.class)
                .setParameter("reference", reference).setParameter("kind", kind).setMaxResults(1).getResultList().isEmpty();
    }

    /** What is known of a file without its bytes. @throws Refusal NOT_FOUND */
    @Permitted(Act.INTERNAL)
    public Document find(Long id) {
        Document document = entities.find(Document.class, id);
        if (document == null) {
            throw Refusal.notFound();
        }
        return document;
    }

    /**
     * Hands a file out, and writes down who saw it. Until the request is over, or a large one lies where it can wait for its reader,
     * its bytes take their share of the memory there is for what goes out.
     *
     * @throws Refusal NOT_FOUND where there is none; STATE where the bytes are no longer those that came in, or the case lets none go
     * @throws org.probity.kernel.TryAgainLater where too much is on its way out
     */
    @Permitted(Act.INTERNAL)
    public Content content(Long id) {
        Document document = find(id);
        leaving.fire(new FileLeaving(document.reference(), document.kind(), id));
        DocumentContent kept = held.read(length(id), () -> kept(id));
        ContentBytes content = held.ready(checked(document, kept));
        audit.seen("document.seen", document.reference(), "document", id);
        return new Content(document, content);
    }

    /**
     * Takes the memory for a print before what goes into it is read.
     *
     * @param bytes of all copies of it
     * @throws org.probity.kernel.TryAgainLater where too much is on its way out
     */
    @Permitted(Act.INTERNAL)
    public void prepare(long bytes) {
        held.prepare(bytes);
    }

    /** The print is made and to be sent, as this: what it was made from takes no memory any more. */
    @Permitted(Act.INTERNAL)
    public ContentBytes printed(byte[] print) {
        return held.printed(print);
    }

    /** As the database counts it, in bytes: what the document says of itself may have come from elsewhere. */
    private long length(Long id) {
        return entities.createQuery("select cast(sql('octet_length(?)', c.bytes) as Long) from DocumentContent c where c.documentId = :id", Long.class)
                .setParameter("id", id).setMaxResults(1).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** Forgotten by the transaction, which would hold the bytes to its end. */
    private DocumentContent kept(Long id) {
        DocumentContent kept = entities.createQuery("select c from DocumentContent c where c.documentId = :id", DocumentContent.class)
                .setParameter("id", id).getResultList().stream().findFirst().orElseThrow(Refusal::notFound);
        entities.detach(kept);
        return kept;
    }

    private ContentBytes checked(Document document, DocumentContent kept) {
        try {
            ContentBytes content = seals.open(kept);
            if (content.sha256().equals(document.sha256())) {
                return content;
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "Document " + document.id() + " is not handed out");
        }
        throw Refusal.state("documents.refused.damaged", document.fileName());
    }
}
