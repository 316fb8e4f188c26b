package org.probity.audit;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys whose checkpoints count: those that are trusted from the start, and those that hand over to or take over from one of them. */
final class TrustedKeys {

    /** A change is written down a little before the last server knows of it, and clocks differ. */
    private static final Duration UNTIL_KNOWN = Duration.ofMinutes(10);

    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<String, Instant> replaced = new HashMap<>();

    /** @param pinned trusted from the start @param history what is said of keys, in any order; only what is signed counts */
    TrustedKeys(Collection<PublicKey> pinned, List<SignedKey> history) {
        pinned.forEach(key -> keys.put(SignedCheckpoint.id(key), key));
        List<SignedKey> genuine = history.stream().filter(SignedKey::isGenuine).toList();
        while (genuine.stream().anyMatch(change -> follow(change, genuine))) {
            continue;
        }
        genuine.stream().filter(change -> keys.containsKey(change.key()))
                .forEach(change -> replaced.merge(change.previous(), moment(change.at()), (one, other) -> one.isBefore(other) ? one : other));
    }

    private static Instant moment(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A time cannot be read", e);
        }
    }

    /** @return whether a key more is trusted */
    private boolean follow(SignedKey change, List<SignedKey> all) {
        PublicKey before = keys.get(change.previous());
        if (!keys.containsKey(change.key()) && before != null && change.isHandedOverBy(before)) {
            keys.put(change.key(), change.toPublicKey());
            return true;
        }
        if (keys.containsKey(change.key()) && before == null) {
            Optional<SignedKey> older = all.stream().filter(other -> other.key().equals(change.previous()))
                    .filter(other -> change.isHandedOverBy(other.toPublicKey())).findFirst();
            older.ifPresent(other -> keys.put(other.key(), other.toPublicKey()));
            return older.isPresent();
        }
        return false;
    }

    boolean knows(SignedCheckpoint checkpoint) {
        return keys.containsKey(checkpoint.key());
    }

    /** Whether a trusted key has taken the place of that one. */
    boolean isReplaced(String key) {
        return replaced.containsKey(key);
    }

    /** Whether it says that it was signed when another key had taken the place of its own. */
    boolean isTooLate(SignedCheckpoint checkpoint) {
        return isReplaced(checkpoint.key()) && moment(checkpoint.at()).isAfter(replaced.get(checkpoint.key()).plus(UNTIL_KNOWN));
    }

    /** Whether a trusted key signed exactly this. */
    boolean vouchFor(SignedCheckpoint checkpoint) {
        return knows(checkpoint) && checkpoint.isSignedWith(keys.get(checkpoint.key()));
    }
}
