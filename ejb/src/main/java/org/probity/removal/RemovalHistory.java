package org.probity.removal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/** What has happened to a request, row by row; rows are added and never changed. */
@MappedSuperclass
abstract class RemovalHistory extends BoardOwned {

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<RemovalItem> items = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<RemovalRound> rounds = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<RemovalAnswer> answers = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ItemSighting> sightings = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<RemovalDecision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<RemovalAllegation> allegations = new ArrayList<>();

    void add(RemovalItem item) {
        items.add(item);
    }

    void add(RemovalRound round) {
        rounds.add(round);
    }

    void add(RemovalAnswer answer) {
        answers.add(answer);
    }

    /** What somebody saw at each address. */
    void see(List<ItemCheck> checks, Signature by) {
        for (ItemCheck check : checks) {
            RemovalItem item = items.stream().filter(i -> i.id().equals(check.itemId())).findFirst().orElseThrow(Refusal::notFound);
            item.seen(check.seen());
            sightings.add(new ItemSighting(item, check, by));
        }
    }

    void add(RemovalDecision decision) {
        decisions.add(decision);
    }

    void add(RemovalAllegation allegation) {
        allegations.add(allegation);
    }

    public List<RemovalItem> items() {
        return List.copyOf(items);
    }

    /** What is still asked for. */
    public List<RemovalItem> openItems() {
        return items.stream().filter(RemovalItem::open).toList();
    }

    /** The round that runs, or the last one. */
    public RemovalRound round() {
        return rounds.get(rounds.size() - 1);
    }

    /** Whether the round that runs is one of more time. */
    boolean timeWasGiven() {
        return round().why() == RemovalRound.Why.TIME_GIVEN;
    }

    /** When the time before the round that runs would have ended; null in the first. */
    Instant replyByBefore() {
        return rounds.size() < 2 ? null : rounds.get(rounds.size() - 2).replyBy();
    }

    /** Whether the subject has ever been written to about it. */
    public boolean everSent() {
        return rounds.get(0).sentAt() != null;
    }

    /** The allegations that the letter of the round that runs puts to the subject, by their ids. */
    public List<Long> alleged() {
        return allegations.stream().filter(row -> row.round() == round().number()).map(RemovalAllegation::allegationId).toList();
    }

    public List<RemovalRound> rounds() {
        return List.copyOf(rounds);
    }

    public List<RemovalAnswer> answers() {
        return List.copyOf(answers);
    }

    /** The latest answer, if there is one. */
    Optional<RemovalAnswer> lastAnswer() {
        return answers.stream().reduce((earlier, later) -> later);
    }

    /** Whether the last word of the round that runs is one that somebody else wrote down for the subject. */
    boolean onlyRecorded() {
        return lastAnswer().filter(last -> last.recorded() && last.round() == round().number()).isPresent();
    }

    /** The day the subject asked for in their latest answer, or null. */
    public LocalDate askedUntil() {
        return lastAnswer().map(RemovalAnswer::askedUntil).orElse(null);
    }

    public List<ItemSighting> sightings() {
        return List.copyOf(sightings);
    }

    /** The decision by which it ended, or the last one until then. */
    RemovalDecision lastDecision() {
        return decisions.get(decisions.size() - 1);
    }

    public List<RemovalDecision> decisions() {
        return List.copyOf(decisions);
    }
}
