package org.probity.tenancy;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.probity.kernel.Unguarded;

/** Looks boards up. Their names and how to reach them are public; everything else of a board sits behind its wall. */
@Unguarded("The names of boards, and how to reach them, are public; nothing of a board can be changed through it")
@Stateless
public class Boards {

    @PersistenceContext
    private EntityManager entities;

    /** The current board. */
    public Board board() {
        return find(CurrentBoard.slug()).orElseThrow();
    }

    public Optional<Board> find(String slug) {
        return Optional.ofNullable(entities.find(Board.class, slug));
    }

    /** The board of that address, unless it is closed: for whoever wants to enter. */
    public Optional<Board> open(String slug) {
        return find(slug).filter(board -> !board.closed());
    }

    /** Every board, by name. */
    public List<Board> all() {
        return entities.createQuery("select b from Board b order by b.name", Board.class).getResultList();
    }
}
