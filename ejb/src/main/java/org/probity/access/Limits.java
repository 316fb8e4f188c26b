package org.probity.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.probity.kernel.Unguarded;

/**
 * Counts tries, so that nobody guesses their way in or drowns a board in reports. Each server counts for itself: behind a
 * balancer of n servers n times as much is possible, which no limit here is so tight as not to bear.
 *
 * <p>{@code PROBITY_LIMITS} changes the usual rates, see {@link Rates}.
 */
@Unguarded("It counts tries, also of those who are nobody, and gives nothing away")
@ApplicationScoped
public class Limits {

    /** How many callers are remembered for each limit; the one not seen for longest is forgotten first. */
    private static final long MOST_CALLERS = 100_000;

    private static final int LONGEST_KEY = 300;

    /** How many times as much all may do together who are within the next wider circle. */
    private static final int WIDER = 4;

    private final Map<Limit, Cache<String, Bucket>> buckets = new EnumMap<>(Limit.class);
    private Map<Limit, Limit.Rate> rates;

    /** A setting nobody can read stops the start, not the first sign-in. */
    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        assert rates != null;
    }

    @PostConstruct
    public void read() {
        rates = Rates.read(System.getenv("PROBITY_LIMITS"));
        rates.forEach((limit, rate) -> buckets.put(limit, Caffeine.newBuilder().maximumSize(MOST_CALLERS)
                .expireAfterAccess(rate.within()).build()));
    }

    /**
     * Counts one try.
     *
     * @param who is counted: a name, a network, a hash of a token
     * @throws TooMany where there were too many already; this one is then not counted
     */
    public void count(Limit limit, String who) {
        count(limit, List.of(who));
    }

    /**
     * Counts one try of somebody who may have many names, such as addresses, within something wider that has few.
     *
     * @param circles who is counted, and then each wider circle they are within
     * @throws TooMany where there were too many already in one of them; this one is then counted in none
     */
    public void count(Limit limit, List<String> circles) {
        List<Bucket> counted = new ArrayList<>();
        for (int n = circles.size() - 1; n >= 0; n--) {
            Bucket bucket = bucket(limit, circles.get(n), n);
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                counted.forEach(wider -> wider.addTokens(1));
                throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            counted.add(bucket);
        }
    }

    /** Takes back one try that was counted, in each of its circles: nothing came of it. */
    public void giveBack(Limit limit, List<String> circles) {
        for (int n = 0; n < circles.size(); n++) {
            bucket(limit, circles.get(n), n).addTokens(1);
        }
    }

    private Bucket bucket(Limit limit, String who, int width) {
        String key = who.length() > LONGEST_KEY ? who.substring(0, LONGEST_KEY) : who;
        return buckets.get(limit).get(key, any -> bucket(rates.get(limit), (long) Math.pow(WIDER, width)));
    }

    /** As it is set here. */
    public Limit.Rate rate(Limit limit) {
        return rates.get(limit);
    }

    private static Bucket bucket(Limit.Rate rate, long times) {
        long tries = Math.multiplyExact(rate.tries(), times);
        return Bucket.builder().addLimit(all -> all.capacity(tries).refillGreedy(tries, rate.within())).build();
    }
}
