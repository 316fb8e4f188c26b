package org.probity.kernel;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule said no. The transaction is rolled back and the person is told, in their language, what to do.
 *
 * <p>Each problem names a message key and, where one input is to blame, that field.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {

    /**
     * What a database says to whoever loses a race, as SQL states of PostgreSQL and of H2: unique (23505), foreign key (23001,
     * 23503, 23506), check (23513, 23514) and exclusion (23P01); serialisation failure and deadlock (40001, 40P01), lock not
     * given in time (55P03, HYT00), changed meanwhile (90131). A missing value (23502) is not among them: that is our mistake.
     */
    private static final Set<String> LOST_RACES = Set.of("23001", "23503", "23505", "23506", "23513", "23514", "23P01", "40001",
            "40P01", "55P03", "HYT00", "90131");

    private static final int DEEPEST = 40;

    /** As many problems as are told at once; nobody mends more, and each may be as long as what was sent. */
    public static final int MOST = 50;

    /** Characters of a field's name that are told. */
    private static final int LONGEST_FIELD = 200;

    /** Why it was refused; REST maps each kind to one HTTP status. */
    public enum Kind {
        INVALID(422), STATE(409), STALE(412), NOT_FOUND(404), FORBIDDEN(403), TOO_LARGE(413), TOO_MANY(429), UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** HTTP status code. */
        public int status() {
            return status;
        }
    }

    /** One thing that is wrong; {@code field} is null where no single input is to blame. */
    public record Problem(String field, String key, Object... args) {

        public Problem {
            field = field == null || field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
        }
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    /** @param problems of which no more than {@link #MOST} are kept */
    public Refusal(Kind kind, List<Problem> problems) {
        super(kind + " " + problems.stream().limit(MOST).map(p -> p.field() + ":" + p.key()).toList());
        this.kind = kind;
        this.problems = problems.stream().limit(MOST).toList();
    }

    private Refusal(Kind kind, String field, String key, Object... args) {
        this(kind, List.of(new Problem(field, key, args)));
    }

    /** An input is wrong; the person can mend it. */
    public static Refusal invalid(String field, String key, Object... args) {
        return new Refusal(Kind.INVALID, field, key, args);
    }

    /** The act does not fit the state the file is in. */
    public static Refusal state(String key, Object... args) {
        return new Refusal(Kind.STATE, null, key, args);
    }

    /** @throws Refusal as {@link #state}, where that is so */
    public static void stateWhere(boolean so, String key) {
        if (so) {
            throw state(key);
        }
    }

    /** The person acted on an older version of what they saw. */
    public static Refusal stale() {
        return new Refusal(Kind.STALE, null, "kernel.refused.stale");
    }

    /** Not there, or not for this person to know of: both answer alike. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, null, "kernel.refused.notFound");
    }

    /** Known, but not this person's to do. */
    public static Refusal forbidden(String key, Object... args) {
        return new Refusal(Kind.FORBIDDEN, null, key, args);
    }

    /** Larger than may be kept. */
    public static Refusal tooLarge(String field, String key, Object... args) {
        return new Refusal(Kind.TOO_LARGE, field, key, args);
    }

    /** Tried too often; the person may try again later. */
    public static Refusal tooMany(String key, Object... args) {
        return new Refusal(Kind.TOO_MANY, null, key, args);
    }

    public Kind kind() {
        return kind;
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * The refusal inside a container's wrapper exceptions, or null when there is none. Whoever loses a race is refused too,
     * whichever lock, version or constraint of the database told them so, and be it at the commit.
     */
    public static Refusal in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
            if (isLostRace(t)) {
                return new Refusal(Kind.STATE, null, "kernel.refused.lostRace");
            }
            if (isCutShort(t)) {
                return new Refusal(Kind.UNAVAILABLE, null, "kernel.refused.tookTooLong");
            }
        }
        return null;
    }

    /** Whether it comes from the database, whatever wraps it. */
    public static boolean isOfDatabase(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST).anyMatch(SQLException.class::isInstance);
    }

    /** The database has ended a statement that took too long: SQLSTATE 57014, on H2 too. */
    private static boolean isCutShort(Throwable t) {
        return t instanceof SQLException sql && "57014".equals(sql.getSQLState());
    }

    private static boolean isLostRace(Throwable t) {
        String name = t.getClass().getSimpleName();
        return name.contains("OptimisticLock") || name.equals("StaleObjectStateException")
                || t instanceof SQLException failed && isLostRace(failed);
    }

    /** The first failure of a batch hangs on the batch's own exception. */
    private static boolean isLostRace(SQLException failed) {
        for (SQLException e = failed; e != null; e = e.getNextException()) {
            if (e.getSQLState() != null && LOST_RACES.contains(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
