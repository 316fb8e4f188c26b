package org.probity.boardrows;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.probity.archivefile.ArchiveReader;
import org.probity.crypto.Keys;
import org.probity.documents.ContentBytes;
import org.probity.documents.ContentCipher;
import org.probity.documents.DamagedContent;

/**
 * The contents of a board's documents as they cross an installation's border: sealed in its database, as they came in an
 * archive, which only the board's own key opens. The key here stays here.
 */
public final class BoardContents {

    private static final int FIRST = 1;
    private static final int ROWS = 1_000;

    private final Connection connection;
    private final String board;
    private final Keys keys;
    private final Map<Integer, ContentCipher> ciphers = new HashMap<>();

    /** @param connection in the scope of that board */
    public BoardContents(Connection connection, String board, Keys keys) {
        this.connection = connection;
        this.board = board;
        this.keys = keys;
    }

    /** What was kept, as it came. @throws DamagedContent here or while it is read, where it does not open for that document */
    public InputStream plain(long document, InputStream kept) throws IOException, SQLException {
        try (PreparedStatement select = connection.prepareStatement("select c.key_number, k.sealed_secret from document_content c left join content_key k "
                + "on k.board = c.board and k.key_number = c.key_number where c.document_id = ? and c.board = ? and c.key_number is not null")) {
            select.setLong(1, document);
            select.setString(2, board);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? cipher(document, row.getInt(1), row.getString(2)).opening(document, kept) : kept;
            }
        }
    }

    /** The first document whose content is not there or not as long as the document says: whoever hands it out believes that. */
    public Optional<String> broken() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select d.id, d.byte_size, c.key_number, octet_length(c.bytes) from document d "
                + "left join document_content c on c.document_id = d.id and c.board = d.board where d.board = ? order by d.id")) {
            select.setString(1, board);
            select.setFetchSize(ROWS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long said = rows.getLong(2);
                    long expected = rows.getObject(3) == null ? said : ContentCipher.sealedLength(said);
                    long kept = rows.getLong(4);
                    if (rows.wasNull() || kept != expected) {
                        return Optional.of("document " + rows.getLong(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private ContentCipher cipher(long document, int number, String sealedKey) throws DamagedContent {
        if (sealedKey == null) {
            throw new DamagedContent(document, null);
        }
        try {
            return ciphers.computeIfAbsent(number, made -> new ContentCipher(keys, board, number, sealedKey));
        } catch (IllegalStateException foreign) {
            throw new DamagedContent(document, foreign);
        }
    }

    /**
     * Keeps what came, sealed with a key of this installation.
     *
     * @param ids that no row has yet
     * @throws org.probity.kernel.Refusal STATE where the board has no such row
     */
    public void keep(long document, byte[] plain, LongSupplier ids) throws IOException, SQLException {
        ContentCipher cipher = ciphers.containsKey(FIRST) ? ciphers.get(FIRST) : newKey(document, ids.getAsLong());
        ContentBytes sealed = cipher.sealed(document, ContentBytes.of(plain));
        try (PreparedStatement update = connection.prepareStatement(
                "update document_content set bytes = ?, key_number = ? where document_id = ? and board = ?")) {
            // read while it is sent, so that it is in memory once
            update.setBinaryStream(1, sealed.source().stream(), sealed.length());
            update.setInt(2, cipher.number());
            update.setLong(3, document);
            update.setString(4, board);
            if (update.executeUpdate() != 1) {
                throw ArchiveReader.damaged();
            }
        }
    }

    private ContentCipher newKey(long document, long id) throws IOException, SQLException {
        String sealedKey = ContentCipher.newKey(keys, board, FIRST);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into content_key (id, board, version, key_number, sealed_secret, made_at) values (?, ?, 0, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, board);
            insert.setInt(3, FIRST);
            insert.setString(4, sealedKey);
            insert.setObject(5, OffsetDateTime.now(Clock.systemUTC()));
            insert.executeUpdate();
        }
        return cipher(document, FIRST, sealedKey);
    }
}
