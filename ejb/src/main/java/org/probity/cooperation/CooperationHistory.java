package org.probity.cooperation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.tenancy.BoardOwned;

/** What has happened to a request for help, row by row; rows are added and never changed. */
@MappedSuperclass
abstract class CooperationHistory extends BoardOwned {

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<CooperationRound> rounds = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<CooperationAnswer> answers = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<CooperationDecision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<HeldMeeting> meetings = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<EndedAccess> accesses = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<CooperationAllegation> allegations = new ArrayList<>();

    /** What the round before put to the subject, this one puts to them again. */
    void add(CooperationRound round) {
        List<Long> before = rounds.isEmpty() ? List.of() : alleged();
        rounds.add(round);
        before.forEach(allegation -> add(new CooperationAllegation(round.request(), allegation)));
    }

    void add(CooperationAllegation allegation) {
        allegations.add(allegation);
    }

    void add(CooperationAnswer answer) {
        answers.add(answer);
    }

    void add(CooperationDecision decision) {
        decisions.add(decision);
    }

    void add(HeldMeeting meeting) {
        meetings.add(meeting);
    }

    void add(EndedAccess access) {
        accesses.add(access);
    }

    /** The round that runs, or the last one. */
    public CooperationRound round() {
        return rounds.get(rounds.size() - 1);
    }

    /** Whether the subject has ever been written to about it. */
    public boolean everSent() {
        return rounds.get(0).sentAt() != null;
    }

    /** The allegations that the letter of the round that runs puts to the subject, by their ids. */
    public List<Long> alleged() {
        return allegations.stream().filter(row -> row.round() == round().number()).map(CooperationAllegation::allegationId).toList();
    }

    public List<CooperationRound> rounds() {
        return List.copyOf(rounds);
    }

    public List<CooperationAnswer> answers() {
        return List.copyOf(answers);
    }

    /** The latest answer, if there is one. */
    public Optional<CooperationAnswer> answer() {
        return answers.stream().reduce((earlier, later) -> later);
    }

    /** When the person agreed. */
    Instant agreedAt() {
        return answer().map(a -> a.signed().at()).orElse(null);
    }

    /** Whether the last word of the round that runs is one that somebody else wrote down for the subject. */
    boolean onlyRecorded() {
        return answer().filter(last -> last.recorded() && last.round() == round().number()).isPresent();
    }

    public List<CooperationDecision> decisions() {
        return List.copyOf(decisions);
    }

    public List<HeldMeeting> meetings() {
        return List.copyOf(meetings);
    }

    public List<EndedAccess> accesses() {
        return List.copyOf(accesses);
    }
}
