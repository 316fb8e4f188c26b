package org.probity.web.cooperation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.cooperation.CooperationQueries;
import org.probity.web.documents.Sending;

/** A letter that asks for help, or a file that came with a reply, for the person who was asked. */
@WebServlet("/internal/cooperation-file")
public class CooperationFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CooperationQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sending.download(response, () -> queries.document(Sending.id(request.getParameter("id")),
                Sending.id(request.getParameter("document"))));
    }
}
