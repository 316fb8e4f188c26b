package org.probity.boardrows;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.probity.archivefile.ArchiveReader;

/**
 * Takes the people of a board in. An archive never changes an account that is here, nor gives it to anybody: who has one here
 * by the same user name and the same address keeps it as it is, whatever its id. Anybody else gets one without a passphrase,
 * to be chosen by a link that goes to their address, under the old id where that is free; and their user name is that
 * address, since whoever is later asked to another board by that name must be who reads what is sent there.
 *
 * <p>Nor does it make anybody a member who has an account here: they are asked first, see {@link Invitees}.
 */
public final class AccountWriter {

    private static final Rule USERNAME = Rule.parse("text 200");
    private static final Rule NAME = Rule.parse("text 200 like name");
    private static final Rule ADDRESS = Rule.parse("address 254");
    private static final Rule LANGUAGE = Rule.parse("text 2 of EN|CY");
    private static final Rule ID = Rule.parse("id");

    private final ArchiveTransaction archiveTransaction;
    private final Catalogue catalogue;
    private final LongSupplier newIds;
    private final boolean own;
    private final Map<Long, Long> here = new HashMap<>();
    private final Map<Long, Long> moved = new TreeMap<>();
    private final Map<Long, Long> unknown = new HashMap<>();
    /** Accounts that were here and whose owners, for all this installation knows, have not joined the board. */
    private final Set<Long> found = new TreeSet<>();
    private final List<Long> invitations = new ArrayList<>();
    private final Table table;

    /**
     * @param newIds ids that are free
     * @param own whether the archive was written by this installation, so that its numbers of accounts are ours
     */
    public AccountWriter(ArchiveTransaction archiveTransaction, Catalogue catalogue, LongSupplier newIds, boolean own) {
        this.archiveTransaction = archiveTransaction;
        this.catalogue = catalogue;
        this.newIds = newIds;
        this.own = own;
        this.table = catalogue.table(BoardTables.ACCOUNT);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Whether a line of an archive may be an account. */
    public static boolean fits(JsonObject account) {
        return BoardTables.OF_ACCOUNT.equals(account.keySet()) && ID.allows(account.get("id")) && USERNAME.allows(account.get("username"))
                && NAME.allows(account.get("display_name")) && ADDRESS.allows(account.get("email")) && LANGUAGE.allows(account.get("language"));
    }

    public void take(JsonObject account) throws SQLException {
        require(fits(account));
        long before = ((JsonNumber) account.get("id")).longValueExact();
        require(!here.containsKey(before));
        Long known = known(account.getString("username"), account.getString("email"));
        long now = known != null ? known : open(account, isFree(before) ? before : newIds.getAsLong());
        if (known != null && !(own && known == before)) {
            found.add(known);
        }
        here.put(before, now);
        if (now != before) {
            moved.put(before, now);
        }
    }

    /** The id here of somebody who came along. @throws org.probity.kernel.Refusal STATE where they did not */
    long known(long before) {
        require(here.containsKey(before));
        return here.get(before);
    }

    /**
     * The id here of an account that need not have come along: who has no way in to the board any more is still named by what
     * they did. In another installation nobody else must have that number, now or later.
     */
    long here(long before) throws SQLException {
        if (here.containsKey(before)) {
            return here.get(before);
        }
        if (!own && !unknown.containsKey(before)) {
            unknown.put(before, isFree(before) ? before : newIds.getAsLong());
        }
        return own ? before : unknown.get(before);
    }

    /**
     * The id here of a row. Migrations count rows they make downwards from zero in each installation anew: such a number, which no
     * other row names, is another in another installation.
     */
    long row(long before) {
        return before > 0 || own ? before : newIds.getAsLong();
    }

    /** Of a row that did not come along. */
    public long newId() {
        return newIds.getAsLong();
    }

    /** The accounts that have another id here: old and new. */
    public Map<Long, Long> moved() {
        return moved;
    }

    /** Once every row is there: whoever has an account here is asked, and no member until they say yes. */
    public void ask(String board) throws SQLException {
        invitations.addAll(new Invitees(archiveTransaction.enter(board), board).ask(found, newIds));
    }

    /** Whether numbers of accounts in the archive are ours. */
    public boolean isOwn() {
        return own;
    }

    /** By which people are asked. */
    public List<Long> invitations() {
        return List.copyOf(invitations);
    }

    private Long known(String username, String email) throws SQLException {
        return id("lower(" + quoted("username") + ") = ? and lower(" + quoted("email") + ") = ?", username.toLowerCase(Locale.ROOT),
                email.toLowerCase(Locale.ROOT));
    }

    private Long id(String condition, String... values) throws SQLException {
        try (PreparedStatement select = archiveTransaction.connection().prepareStatement("select " + quoted("id") + " from " + table.quoted() + " where " + condition)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }
    }

    /** Rows are written in the board's sight, in which nobody else's account is; a number may be theirs all the same. */
    private boolean isFree(long id) throws SQLException {
        return archiveTransaction.ofInstallation(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select 1 from " + table.quoted() + " where " + quoted("id") + " = ?")) {
                select.setLong(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    return !rows.next();
                }
            }
        });
    }

    private long open(JsonObject account, long id) throws SQLException {
        String columns = String.join(", ", quoted("id"), quoted("username"), quoted("display_name"), quoted("email"),
                quoted("language"), quoted("version"), quoted("is_operator"), quoted("failures"));
        try (PreparedStatement insert = archiveTransaction.connection().prepareStatement("insert into " + table.quoted() + " (" + columns
                + ") values (?, ?, ?, ?, ?, 0, false, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, username(account.getString("email"), id));
            insert.setString(3, account.getString("display_name"));
            insert.setString(4, account.getString("email"));
            insert.setString(5, account.getString("language"));
            insert.executeUpdate();
            return id;
        }
    }

    /** Where the name is somebody else's here, one that nobody would be asked to a board by. */
    private String username(String email, long id) throws SQLException {
        String wanted = email.toLowerCase(Locale.ROOT);
        boolean free = wanted.length() <= USERNAME.length() && id("lower(" + quoted("username") + ") = ?", wanted) == null;
        return free ? wanted : "restored-" + id;
    }

    private String quoted(String column) {
        return table.column(column).quoted();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw ArchiveReader.damaged();
        }
    }
}
