package org.probity.web.removal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.removal.RemovalQueries;
import org.probity.web.documents.Sending;

/** A letter of a removal request, or a file that came with a reply, for the person who was asked. */
@WebServlet("/internal/removal-file")
public class RemovalFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RemovalQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sending.download(response, () -> queries.document(Sending.id(request.getParameter("id")),
                Sending.id(request.getParameter("document"))));
    }
}
