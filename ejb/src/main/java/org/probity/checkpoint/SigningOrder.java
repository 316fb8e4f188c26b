package org.probity.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.audit.ChainEntry;

/**
 * Checkpoints are signed in the order of the entries they name: when one was signed, nothing can be made to end before it any more. Those of
 * entries before one that is withheld have the time at which that was written, which says nothing of others: entries take their
 * places when acts end, and not all last equally long.
 */
public final class SigningOrder {

    /** Several servers may sign, and their clocks differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final Map<Long, List<SignedCheckpoint>> signed;
    private final Set<SignedCheckpoint> asWritten = new HashSet<>();

    public SigningOrder(List<SignedCheckpoint> signed) {
        this.signed = signed.stream().collect(Collectors.groupingBy(SignedCheckpoint::seq,
                () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
    }

    /** Goes past an entry of the chain. */
    public void pass(ChainEntry link) {
        signed.getOrDefault(link.seq(), List.of()).stream().filter(checkpoint -> link.isOf(checkpoint.at())).forEach(asWritten::add);
    }

    /** One that was signed later than one of a later entry. @throws IllegalArgumentException where a time cannot be read */
    public Optional<SignedCheckpoint> late() {
        Instant first = Instant.MAX;
        for (List<SignedCheckpoint> ofEntry : signed.values()) {
            Instant limit = first;
            Optional<SignedCheckpoint> late = ofEntry.stream().filter(one -> at(one).minus(CLOCKS).isAfter(limit)).findFirst();
            if (late.isPresent()) {
                return late;
            }
            first = Stream.concat(Stream.of(first), ofEntry.stream().filter(one -> !asWritten.contains(one)).map(SigningOrder::at))
                    .min(Comparator.naturalOrder()).orElseThrow();
        }
        return Optional.empty();
    }

    private static Instant at(SignedCheckpoint checkpoint) {
        return TrustedKeys.moment(checkpoint.at());
    }
}
