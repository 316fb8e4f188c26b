package org.probity.web.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.tenancy.CurrentBoard;

/**
 * Who is visiting which board in this request.
 *
 * @param board slug, or null where the address names none
 */
record RequestContext(String board, Caller caller) {

    /** Request attribute under which an error page finds the visit again. */
    static final String ATTRIBUTE = "probity.visit";

    /** Work of a servlet. */
    interface Work {
        void run() throws IOException, ServletException;
    }

    /** Does the work at that board, as that caller. */
    void run(Work work) throws IOException, ServletException {
        Outcome outcome = CurrentCaller.call(caller, () -> board == null ? attempt(work)
                : CurrentBoard.call(board, () -> attempt(work)));
        outcome.hand();
    }

    /** Does the work as coming from there. */
    static void from(Origin origin, Work work) throws IOException, ServletException {
        CurrentOrigin.call(origin, () -> attempt(work)).hand();
    }

    private static Outcome attempt(Work work) {
        try {
            work.run();
            return new Outcome(null, null);
        } catch (IOException e) {
            return new Outcome(e, null);
        } catch (ServletException e) {
            return new Outcome(null, e);
        }
    }

    private record Outcome(IOException io, ServletException servlet) {

        void hand() throws IOException, ServletException {
            if (io != null) {
                throw io;
            }
            if (servlet != null) {
                throw servlet;
            }
        }
    }
}
