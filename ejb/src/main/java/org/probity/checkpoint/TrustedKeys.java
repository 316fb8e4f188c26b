package org.probity.checkpoint;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys whose checkpoints count: those that are trusted from the start, those they hand over to, one after another, and those
 * that led to them. One that led there was replaced: whatever else it handed over to counts for nothing.
 */
public final class TrustedKeys {

    /** A change is written down a little before the last server knows of it, and clocks differ. */
    private static final Duration UNTIL_KNOWN = Duration.ofMinutes(10);

    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<String, Instant> replaced = new HashMap<>();
    private final Map<String, List<SignedKey>> heirs = new HashMap<>();
    private final Set<String> pinned;
    private final Set<String> told;

    /** @param pinned trusted from the start @param history what is said of keys, in any order; only what is signed counts */
    public TrustedKeys(Collection<PublicKey> pinned, List<SignedKey> history) {
        pinned.forEach(key -> keys.put(SignedCheckpoint.id(key), key));
        this.pinned = Set.copyOf(keys.keySet());
        List<SignedKey> genuine = history.stream().filter(SignedKey::isGenuine).distinct().toList();
        this.told = genuine.stream().map(SignedKey::key).collect(Collectors.toSet());
        goOn(genuine);
        goBack(genuine);
        genuine.stream().filter(change -> keys.containsKey(change.key()))
                .forEach(change -> replaced.merge(change.previous(), moment(change.at()), (one, other) -> one.isBefore(other) ? one : other));
    }

    private void goOn(List<SignedKey> genuine) {
        Deque<String> open = new ArrayDeque<>(pinned);
        while (!open.isEmpty()) {
            String key = open.remove();
            heirs.put(key, genuine.stream().filter(change -> change.previous().equals(key) && change.isHandedOverBy(keys.get(key))).toList());
            heirs.get(key).stream().filter(heir -> keys.putIfAbsent(heir.key(), heir.toPublicKey()) == null).forEach(heir -> open.add(heir.key()));
        }
    }

    private void goBack(List<SignedKey> genuine) {
        Deque<String> open = new ArrayDeque<>(pinned);
        while (!open.isEmpty()) {
            String key = open.remove();
            genuine.stream().filter(change -> change.key().equals(key)).flatMap(change -> handedOver(change, genuine))
                    .filter(older -> keys.putIfAbsent(older.key(), older.toPublicKey()) == null).forEach(older -> open.add(older.key()));
        }
    }

    private static Stream<SignedKey> handedOver(SignedKey change, List<SignedKey> genuine) {
        return genuine.stream().filter(older -> older.key().equals(change.previous()) && change.isHandedOverBy(older.toPublicKey()));
    }

    static Instant moment(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A time cannot be read", e);
        }
    }

    public boolean knows(SignedCheckpoint checkpoint) {
        return keys.containsKey(checkpoint.key());
    }

    /** Keys that are trusted from the start and of which nothing is said, not even which they took over from. */
    public List<String> untold() {
        return pinned.stream().filter(key -> !told.contains(key)).sorted().toList();
    }

    /**
     * Keys that handed over twice, where nobody can tell which of the two is the right one. A key once did so to several at the same
     * moment, of which one went on to sign.
     *
     * @param signers ids of the keys that signed something
     */
    public List<String> forked(Collection<String> signers) {
        Set<String> used = new HashSet<>(pinned);
        used.addAll(signers);
        return heirs.keySet().stream().filter(key -> isForked(key, used)).sorted().toList();
    }

    private boolean isForked(String key, Set<String> used) {
        List<String> all = heirs.get(key).stream().map(SignedKey::key).distinct().toList();
        List<Instant> moments = heirs.get(key).stream().map(heir -> moment(heir.at())).sorted().toList();
        return all.size() > 1 && (Duration.between(moments.get(0), moments.get(moments.size() - 1)).compareTo(UNTIL_KNOWN) > 0
                || all.stream().filter(heir -> isLeadingTo(used, heir)).count() > 1);
    }

    private boolean isLeadingTo(Set<String> used, String from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String key = open.remove();
            if (seen.add(key)) {
                heirs.getOrDefault(key, List.of()).forEach(heir -> open.add(heir.key()));
            }
        }
        return seen.stream().anyMatch(used::contains);
    }

    /** Whether a trusted key has taken the place of that one. */
    public boolean isReplaced(String key) {
        return replaced.containsKey(key);
    }

    /** Whether it says that it was signed when another key had taken the place of its own. */
    public boolean isTooLate(SignedCheckpoint checkpoint) {
        return isReplaced(checkpoint.key()) && moment(checkpoint.at()).isAfter(replaced.get(checkpoint.key()).plus(UNTIL_KNOWN));
    }

    /** Whether a trusted key signed exactly this. */
    public boolean vouchFor(SignedCheckpoint checkpoint) {
        return knows(checkpoint) && checkpoint.isSignedWith(keys.get(checkpoint.key()));
    }
}
