package org.probity.boardrows;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.hibernate.JDBCException;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.probity.archivefile.Manifest;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainHead;
import org.probity.checkpoint.ArchivedChain;
import org.probity.documents.DocumentContent;
import org.probity.tenancy.Board;
import org.probity.tenancy.BoardOwned;

/**
 * Looks at a board as the application will, before it is there for anybody: every row can be read as what it is, and its audit
 * is whole.
 */
public final class BoardProof {

    /** Rows the database hands over at a time; some are as long as two million signs. */
    private static final int AT_A_TIME = 20;

    private final SessionFactory sessions;
    private final Connection connection;
    private final String board;
    private final ArchivedChain chain;

    /** @param connection in the scope of the board; its transaction is not touched */
    public BoardProof(EntityManagerFactory entities, ArchivedChain chain, Connection connection, String board) {
        this.sessions = entities.unwrap(SessionFactory.class);
        this.chain = chain;
        this.connection = connection;
        this.board = board;
    }

    /** Whether no row holds a value that its entity does not know, such as a status that there is not. */
    public boolean isReadable() {
        try (StatelessSession session = sessions.withStatelessOptions().connection(connection).tenantIdentifier((Object) board).openStatelessSession()) {
            for (EntityType<?> type : sessions.getMetamodel().getEntities()) {
                boolean ofBoards = BoardOwned.class.isAssignableFrom(type.getJavaType()) || type.getJavaType() == Board.class;
                if (ofBoards && type.getJavaType() != DocumentContent.class) {
                    readAll(session, type.getName());
                }
            }
            return true;
        } catch (JDBCException e) {
            throw e;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void readAll(StatelessSession session, String entity) {
        try (ScrollableResults<?> rows = session.createSelectionQuery("from " + entity, Object.class).setFetchSize(AT_A_TIME)
                .scroll(ScrollMode.FORWARD_ONLY)) {
            while (rows.next()) {
                rows.get();
            }
        }
    }

    /** Whether the audit is whole up to its end, and signed with those keys where it is signed. */
    public boolean isAuditWhole(Manifest.AuditHead end, List<String> keys) {
        try (Session session = open()) {
            return chain.isWhole(session, board, keys, end.seq(), end.hash());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether one of the keys that signed checkpoints of the audit signed its end. */
    public boolean isEndSigned(Manifest.AuditHead end, List<String> keys) {
        try (Session session = open()) {
            return chain.isEndSigned(session, board, keys, end.seq(), end.hash(), end.signed());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the audit reaches as far as it ever did here. */
    public boolean isNewest(Manifest.AuditHead end) {
        return chain.isNewest(board, end.seq());
    }

    /** Whether no checkpoint of the audit is of a day after that. */
    public boolean isOfThePast(Instant at, Manifest.AuditHead end) {
        try (Session session = open()) {
            return chain.isOfThePast(session, at, end.seq());
        }
    }

    /** The keys that signed checkpoints of the audit. */
    public List<String> auditKeys() {
        try (Session session = open()) {
            return chain.keys(session, board);
        }
    }

    /** Keeps the keys that came along. */
    public void keepKeys(List<String> keys) {
        try (Session session = open(); StatelessSession writing = sessions.withStatelessOptions().connection(connection)
                .tenantIdentifier((Object) board).openStatelessSession()) {
            chain.newKeys(session, board, keys).forEach(writing::insert);
        }
    }

    /** Puts an entry at the end of the audit. */
    public void keep(AuditEntry entry) {
        try (StatelessSession writing = sessions.withStatelessOptions().connection(connection).tenantIdentifier((Object) board).openStatelessSession()) {
            ChainHead head = writing.createSelectionQuery("from ChainHead", ChainHead.class).getSingleResultOrNull();
            if (head == null) {
                head = ChainHead.begin();
                writing.insert(head);
            }
            head.seal(entry);
            writing.insert(entry);
            writing.update(head);
        }
    }

    private Session open() {
        return sessions.withOptions().connection(connection).tenantIdentifier((Object) board).openSession();
    }
}
