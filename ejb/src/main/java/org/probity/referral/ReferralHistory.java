package org.probity.referral;

import jakarta.persistence.CascadeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
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
}
