package org.probity.checkpoint;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.probity.kernel.Days;

/** The checkpoints of the current board as the database has them: what it says of each is as good as the signature. */
final class StoredCheckpoints {

    private static final int PIECE = 1_000;

    private final EntityManager entities;

    StoredCheckpoints(EntityManager entities) {
        this.entities = entities;
    }

    /** A piece at a time, none of which is kept: there may be very many. */
    void each(Consumer<Checkpoint> hearing) {
        List<Checkpoint> piece = after(Long.MIN_VALUE);
        while (!piece.isEmpty()) {
            piece.forEach(checkpoint -> {
                hearing.accept(checkpoint);
                entities.detach(checkpoint);
            });
            piece = after(piece.get(piece.size() - 1).id());
        }
    }

    private List<Checkpoint> after(long id) {
        return entities.createQuery("select c from Checkpoint c where c.id > :after order by c.id", Checkpoint.class)
                .setParameter("after", id).setMaxResults(PIECE).getResultList();
    }

    /** All as they were signed. */
    List<SignedCheckpoint> signed() {
        List<SignedCheckpoint> all = new ArrayList<>();
        each(checkpoint -> all.add(checkpoint.signed()));
        return all;
    }

    /** The newest first. */
    Stream<Checkpoint> newest(int most) {
        return entities.createQuery("select c from Checkpoint c order by c.seq desc, c.at desc", Checkpoint.class).setMaxResults(most)
                .getResultList().stream();
    }

    /** Those of that key and time, as far as anybody means to make so many. */
    Stream<SignedCheckpoint> of(String key, Instant from, Instant now) {
        return entities.createQuery("select c from Checkpoint c where c.at between :from and :now and c.key = :key order by c.id", Checkpoint.class)
                .setParameter("key", key).setParameter("from", from).setParameter("now", now).setMaxResults(PIECE).getResultList().stream().map(Checkpoint::signed);
    }

    /** Those of that key that say they were signed on that day, as far as anybody means to make so many. */
    Stream<SignedCheckpoint> on(LocalDate day, String key) {
        return entities.createQuery("select c from Checkpoint c where c.key = :key and c.at >= :from and c.at < :end order by c.id", Checkpoint.class)
                .setParameter("key", key).setParameter("from", day.atStartOfDay(Days.LONDON).toInstant())
                .setParameter("end", day.plusDays(1).atStartOfDay(Days.LONDON).toInstant())
                .setMaxResults(PIECE).getResultList().stream().map(Checkpoint::signed);
    }

    /** Whether one stands for that day, signed on it or not. */
    boolean standFor(LocalDate day) {
        return !entities.createQuery("select c.id from Checkpoint c where c.day = :day", Long.class)
                .setParameter("day", day).getResultList().isEmpty();
    }
}
