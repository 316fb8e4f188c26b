package org.probity.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Language;
import org.probity.powers.BoardOffice;
import org.probity.tenancy.Board;

/** The boards of this installation. */
@Named
@RequestScoped
public class OperatorPage {

    @Inject
    private BoardOffice office;

    private List<Board> boards;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the operator */
    public void load() {
        boards = office.all();
    }

    public List<Board> getBoards() {
        return boards;
    }

    public String name(Board board) {
        Language language = CurrentCaller.get().language();
        return board.name(language);
    }
}
