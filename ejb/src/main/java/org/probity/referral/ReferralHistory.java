package org.probity.referral;

import jakarta.persistence.CascadeType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.probity.tenancy.BoardOwned;

/** What was done about a referral, move by move; moves are added and never changed. */
@MappedSuperclass
abstract class ReferralHistory extends BoardOwned {

    @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ReferralMove> moves = new ArrayList<>();

    void add(ReferralMove move) {
        moves.add(move);
    }

    /** When something of these kinds was last done; null where it never was. */
    Instant lastOf(ReferralMove.Kind... kinds) {
        return moves.stream().filter(move -> List.of(kinds).contains(move.kind())).map(move -> move.signed().at()).max(Comparator.naturalOrder()).orElse(null);
    }

    public List<ReferralMove> moves() {
        return List.copyOf(moves);
    }
}
