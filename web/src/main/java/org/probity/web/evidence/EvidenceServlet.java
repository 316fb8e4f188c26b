package org.probity.web.evidence;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.evidence.EvidenceLocker;
import org.probity.web.documents.Sending;

/** The file of a piece of evidence: a download, or with {@code ?view=1} a picture on the page. Both are kept in its custody record. */
@WebServlet("/internal/evidence")
public class EvidenceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EvidenceLocker locker;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reference = request.getParameter("reference");
        String id = request.getParameter("id");
        if (request.getParameter("view") != null) {
            Sending.show(response, () -> locker.view(reference, Sending.id(id)));
        } else {
            Sending.download(response, () -> locker.download(reference, Sending.id(id)));
        }
    }
}
