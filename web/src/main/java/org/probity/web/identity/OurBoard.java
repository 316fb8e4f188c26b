package org.probity.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;

/** How the board is reached, as its pages say it to everybody: the same that its letters say. */
@Named
@RequestScoped
public class OurBoard {

    @Inject
    private Boards boards;

    private Board board;

    @PostConstruct
    void look() {
        board = boards.board();
    }

    public ContactDetails getContact() {
        return board.contact();
    }

    /** Name and address as they stand on an envelope. */
    public String getEnvelope() {
        return board.name(CurrentCaller.get().language()) + "\n" + board.contact().postalAddress();
    }

    /** What a telephone dials; empty where there is nothing to be dialled. */
    public String getDialled() {
        return board.contact().dialled().orElse("");
    }
}
