package org.probity.referral;

import jakarta.persistence.CascadeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.probity.tenancy.BoardOwned;

/** What was done about a referral, move by move; moves are added and never changed. */
@MappedSuperclass
abstract class ReferralHistory extends BoardOwned {

    @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Move> moves = new ArrayList<>();

    void add(Move move) {
        moves.add(move);
    }

    public List<Move> moves() {
        return List.copyOf(moves);
    }

    /** Whether that account composed any round of the pack, and so may not approve it. */
    public boolean composedBy(Long accountId) {
        return moves.stream().anyMatch(move -> move.kind() == Move.Kind.COMPOSED
                && Objects.equals(move.signed().accountId(), accountId));
    }
}
