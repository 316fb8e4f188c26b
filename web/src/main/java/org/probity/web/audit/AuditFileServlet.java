package org.probity.web.audit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.kernel.Refusal;
import org.probity.proof.ExportFile;
import org.probity.web.faces.Attachment;

/** The audit as a file: a table of what was searched for, or the whole chain to be verified elsewhere. */
@WebServlet({AuditFileServlet.TABLE, AuditFileServlet.CHAIN})
public class AuditFileServlet extends HttpServlet {

    static final String TABLE = "/internal/audit-table";
    static final String CHAIN = "/internal/audit-chain";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditDesks desks;

    @Inject
    private transient AuditText text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean table = request.getServletPath().equals(TABLE);
        try {
            AuditQuestion question = new AuditQuestion(request.getParameter("act"), request.getParameter("case"), request.getParameter("who"),
                    request.getParameter("from"), request.getParameter("to"));
            ExportFile file = table ? desks.current().table(question.filter(), text::line) : desks.current().chain();
            send(response, file, AuditFiles.name(table), AuditFiles.mediaType(table));
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null) {
                throw e;
            }
            response.sendError(refusal.kind().status());
        }
    }

    private static void send(HttpServletResponse response, ExportFile file, String name, String mediaType) throws IOException {
        response.setContentType(mediaType);
        response.setContentLengthLong(file.length());
        response.setHeader("Content-Disposition", Attachment.named("attachment", name));
        response.setHeader("Content-Security-Policy", Attachment.POLICY);
        file.send(response.getOutputStream());
    }
}
