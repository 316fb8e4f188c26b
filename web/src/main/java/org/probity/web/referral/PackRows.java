package org.probity.web.referral;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.disclosure.Pack;
import org.probity.disclosure.PackItem;
import org.probity.disclosure.PackSource;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/** Everything that could go into a pack, some of it at a time while the officer decides: a form takes only so much. */
public class PackRows implements Serializable {

    static final int SHOWN = 20;
    private static final long serialVersionUID = 1L;

    /** What happens with those that nobody looked at. */
    public enum Rest { SUGGESTED, OUT }

    private final ArrayList<PackRow> all = new ArrayList<>();
    private int first;

    /** @param changed those of the last pack whose source says something else since */
    PackRows(List<PackSource> sources, List<PackItem> last, Collection<String> changed) {
        Map<String, PackItem> before = last.stream().collect(Collectors.toMap(PackItem::source, Function.identity(), (a, b) -> a));
        for (PackSource source : sources) {
            PackRow row = new PackRow(source);
            if (before.containsKey(source.source())) {
                row.beginFrom(before.get(source.source()));
            }
            all.add(changed.contains(source.source()) ? row.changed() : row);
        }
        open(sources);
    }

    List<PackRow> shown() {
        return all.subList(first, end());
    }

    /** Place of the first of them, from 0. */
    int first() {
        return first;
    }

    /** Place after the last of them. */
    int end() {
        return Math.min(all.size(), first + SHOWN);
    }

    int size() {
        return all.size();
    }

    /** Goes to those that hold that place. */
    void turn(int place, List<PackSource> sources) {
        take(sources);
        show(place, sources);
    }

    /** Goes to the first that has to be looked at again. */
    void reread(List<PackSource> sources) {
        take(sources);
        show(IntStream.range(0, all.size()).filter(this::isUnread).findFirst().orElse(first), sources);
    }

    /** As the case is now: what has come or says something else is marked, what no longer belongs to it goes. */
    private void take(List<PackSource> sources) {
        close();
        Map<String, PackRow> before = all.stream().collect(Collectors.toMap(PackRow::source, Function.identity()));
        all.clear();
        sources.forEach(source -> all.add(before.containsKey(source.source()) ? before.get(source.source()).now(source)
                : new PackRow(source).changed()));
    }

    private boolean isUnread(int place) {
        return all.get(place).isChanged() && !all.get(place).isSeen();
    }

    private void show(int place, List<PackSource> sources) {
        first = Math.max(0, Math.min(place, all.size() - 1)) / SHOWN * SHOWN;
        open(sources);
    }

    /** Those shown have been looked at. */
    void close() {
        shown().forEach(PackRow::close);
    }

    private void open(Collection<PackSource> sources) {
        Map<String, PackSource> known = sources.stream().collect(Collectors.toMap(PackSource::source, Function.identity()));
        shown().stream().filter(row -> known.containsKey(row.source())).forEach(row -> row.open(known.get(row.source())));
    }

    /** Those that the officer or the suggestion decides about, in order; any other is left to the reason for all others. */
    List<String> named(Rest rest) {
        return places(rest).map(i -> all.get(i).source()).toList();
    }

    private Stream<Integer> places(Rest rest) {
        return IntStream.range(0, all.size()).filter(i -> rest == Rest.SUGGESTED || isDecided(i) || isUnread(i) || all.get(i).keepsRedaction()).boxed();
    }

    private boolean isDecided(int place) {
        return all.get(place).isSeen() || isShown(place);
    }

    boolean isShown(int place) {
        return place >= first && place < end();
    }

    /**
     * The pack as it stands.
     *
     * @param others why those stay out that have no reason of their own, or null
     */
    Pack pack(Rest rest, String others, String summary, Long organisationId, String fingerprint) {
        List<PackItem> items = places(rest).map(i -> all.get(i).item(others)).toList();
        return new Pack(items, summary, organisationId, rest == Rest.OUT ? others : null, fingerprint);
    }

    /** Each line that lacks something, by its place in {@link #pack}; those nobody looked at lack only the reason for all others. */
    void check(Checks checks, Rest rest, String others) {
        boolean given = others != null && !others.isBlank();
        List<Integer> places = places(rest).toList();
        for (int i = 0; i < places.size(); i++) {
            String field = "items[" + i + "].";
            if (isDecided(places.get(i))) {
                all.get(places.get(i)).check(checks, field, given);
            }
            checks.that(isDecided(places.get(i)) || !isUnread(places.get(i)), field + "included", "referral.refused.lookAgain");
        }
        boolean wanted = IntStream.range(0, all.size()).filter(i -> !isDecided(i)).anyMatch(i -> rest == Rest.OUT || all.get(i).lacksReason());
        checks.that(given || !wanted, "othersOmissionReason", "referral.refused.othersOmissionReason");
    }

    /** Place of the first item that a refused {@link #pack} names, or of the first that is shown where it names none. */
    int blamed(Refusal refusal, List<String> named) {
        return refusal.problems().stream().map(problem -> place(problem, named)).filter(i -> i >= 0).findFirst().orElse(first);
    }

    /**
     * The same refusal for the page as it is shown now: its own lines come first and are counted as they stand there.
     *
     * @param named what the refused pack named, before the page went anywhere else
     */
    Refusal shown(Refusal refusal, List<String> named) {
        return new Refusal(refusal.kind(), refusal.problems().stream().map(problem -> {
            int place = place(problem, named);
            return index(problem) < 0 ? problem : new Refusal.Problem(!isShown(place) ? null
                    : "items[" + (place - first) + problem.field().substring(problem.field().indexOf(']')), problem.key(), problem.args());
        }).toList());
    }

    /** Of the item that is to blame, or -1. */
    private int place(Refusal.Problem problem, List<String> named) {
        int index = index(problem);
        return index < 0 || index >= named.size() ? -1 : all.stream().map(PackRow::source).toList().indexOf(named.get(index));
    }

    /** Among those named, or -1. */
    private static int index(Refusal.Problem problem) {
        String field = problem.field();
        boolean item = field != null && field.startsWith("items[") && field.indexOf(']') > 0;
        return item ? Integer.parseInt(field.substring("items[".length(), field.indexOf(']'))) : -1;
    }
}
