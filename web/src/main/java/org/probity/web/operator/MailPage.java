package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.probity.notification.Mail;
import org.probity.notification.MailDesk;
import org.probity.notification.MailQueries;
import org.probity.notification.MailRow;
import org.probity.powers.BoardOffice;
import org.probity.tenancy.Board;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;

/** The mail of one board, or of the installation: what went out, what failed and what is in doubt; the development mailbox without a mail server. */
@Named
@ViewScoped
public class MailPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    private BoardOffice office;

    @Inject
    private MailQueries mail;

    @Inject
    private MailDesk desk;

    @Inject
    private PageActions pageActions;

    private String board;
    private String status;
    private int page = 1;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the operator */
    public void load() {
        List<String> known = office.all().stream().map(Board::slug).toList();
        if (!known.contains(board) && !isOfInstallation()) {
            board = known.isEmpty() ? null : known.get(0);
        }
    }

    public List<Board> getBoards() {
        return office.all();
    }

    public Map<Mail.Status, Long> getCounts() {
        return board == null ? Map.of() : there(mail::counts);
    }

    public List<MailRow> getRows() {
        return board == null ? List.of() : there(() -> mail.page(statuses(), page - 1, SIZE)).items();
    }

    public long getTotal() {
        return board == null ? 0 : there(() -> mail.page(statuses(), page - 1, SIZE)).total();
    }

    private Set<Mail.Status> statuses() {
        return EnumSet.allOf(Mail.Status.class).stream().filter(s -> s.name().equals(status)).map(Set::of).findFirst().orElse(Set.of());
    }

    public boolean waits(MailRow row) {
        return row.status() == Mail.Status.FAILED || row.status() == Mail.Status.IN_DOUBT;
    }

    public void sendAgain(Long id) {
        act(() -> desk.sendAgain(id), "operator.mail.again");
    }

    public void drop(Long id) {
        act(() -> desk.drop(id), "operator.mail.dropped");
    }

    private void act(Runnable work, String said) {
        Runnable there = () -> there(() -> {
            work.run();
            return null;
        });
        pageActions.run(there, "/operator/mail?board=" + board, said);
    }

    private <T> T there(Supplier<T> work) {
        return isOfInstallation() ? CurrentBoard.outside(work) : CurrentBoard.call(board, work);
    }

    private boolean isOfInstallation() {
        return getInstallation().equals(board);
    }

    /** In the place of a board. */
    public String getInstallation() {
        return BoardResolver.NO_BOARD;
    }

    public int getSize() {
        return SIZE;
    }

    public String getBoard() {
        return board;
    }

    public void setBoard(String board) {
        this.board = board;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }
}
