package org.probity.boardrows;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;

/** How a value stands in an archive: the same value is always the same text, on every database and in every time zone. */
public enum ColumnType {

    NUMBER {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            return JSON.createValue(rows.getLong(place));
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setLong(place, ((JsonNumber) value).longValueExact());
        }
    },
    FRACTION {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            BigDecimal number = rows.getBigDecimal(place);
            return number == null ? JsonValue.NULL : JSON.createValue(number.stripTrailingZeros());
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setBigDecimal(place, ((JsonNumber) value).bigDecimalValue());
        }
    },
    TRUTH {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            return rows.getBoolean(place) ? JsonValue.TRUE : JsonValue.FALSE;
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setBoolean(place, value == JsonValue.TRUE);
        }
    },
    TEXT {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            return text(rows.getString(place));
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setString(place, string(value));
        }
    },
    DAY {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            return text(rows.getObject(place, LocalDate.class));
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setObject(place, LocalDate.parse(string(value)));
        }
    },
    MOMENT {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            OffsetDateTime moment = rows.getObject(place, OffsetDateTime.class);
            return text(moment == null ? null : moment.toInstant());
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setObject(place, Instant.parse(string(value)).atOffset(ZoneOffset.UTC));
        }
    },
    /** The engine keeps moments in the time zone of its server; between two zones only the moment itself stays true. */
    LOCAL_MOMENT {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            Timestamp moment = rows.getTimestamp(place);
            return text(moment == null ? null : moment.toInstant());
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setTimestamp(place, Timestamp.from(Instant.parse(string(value))));
        }
    },
    BYTES {
        @Override
        JsonValue found(ResultSet rows, int place) throws SQLException {
            byte[] bytes = rows.getBytes(place);
            return text(bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
        }

        @Override
        void put(PreparedStatement statement, int place, JsonValue value) throws SQLException {
            statement.setBytes(place, Base64.getDecoder().decode(string(value)));
        }
    };

    private static final JsonProvider JSON = JsonProvider.provider();

    /** @throws IllegalStateException for a type that nothing here can write down: whoever adds such a column teaches it */
    static ColumnType of(int type, String typeName) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> NUMBER;
            case Types.DOUBLE, Types.FLOAT, Types.REAL, Types.NUMERIC, Types.DECIMAL -> FRACTION;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.TIMESTAMP -> typeName.toLowerCase(Locale.ROOT).equals("timestamptz") ? MOMENT : LOCAL_MOMENT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> throw new IllegalStateException("The archive does not know values of type " + typeName);
        };
    }

    abstract JsonValue found(ResultSet rows, int place) throws SQLException;

    abstract void put(PreparedStatement statement, int place, JsonValue value) throws SQLException;

    /** The value in that place of the current row. */
    public JsonValue read(ResultSet rows, int place) throws SQLException {
        JsonValue value = found(rows, place);
        return rows.wasNull() ? JsonValue.NULL : value;
    }

    /** @throws ClassCastException or another RuntimeException where the value is none of this kind */
    void write(PreparedStatement statement, int place, JsonValue value) throws SQLException {
        if (value == null || value == JsonValue.NULL) {
            statement.setObject(place, null);
        } else {
            put(statement, place, value);
        }
    }

    private static JsonValue text(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }

    private static String string(JsonValue value) {
        return ((JsonString) value).getString();
    }
}
