package org.probity.documents;

import java.io.IOException;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.SqlTypes;
import org.hibernate.usertype.UserType;

/**
 * A column of large content: {@code blob} on H2, {@code bytea} on PostgreSQL. As a plain array Hibernate would copy it to see
 * whether it changes, and it could not be sealed while it is sent.
 */
public class ContentBytesType implements UserType<ContentBytes> {

    @Override
    public int getSqlType() {
        return SqlTypes.LONG32VARBINARY;
    }

    @Override
    public Class<ContentBytes> returnedClass() {
        return ContentBytes.class;
    }

    @Override
    public ContentBytes nullSafeGet(ResultSet rows, int place, SharedSessionContractImplementor session, Object owner) throws SQLException {
        byte[] kept = rows.getBytes(place);
        return kept == null ? null : ContentBytes.of(kept);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, ContentBytes bytes, int place, SharedSessionContractImplementor session) throws SQLException {
        try {
            statement.setBinaryStream(place, bytes.source().stream(), bytes.length());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Bytes that were read again are others, whatever they say: to compare them would be to read them. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(ContentBytes one, ContentBytes other) {
        return one == other;
    }

    @Override
    public int hashCode(ContentBytes bytes) {
        return System.identityHashCode(bytes);
    }

    @Override
    public ContentBytes deepCopy(ContentBytes bytes) {
        return bytes;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(ContentBytes bytes) {
        throw new UnsupportedOperationException("Contents are in no cache");
    }

    @Override
    public ContentBytes assemble(Serializable cached, Object owner) {
        throw new UnsupportedOperationException("Contents are in no cache");
    }
}
