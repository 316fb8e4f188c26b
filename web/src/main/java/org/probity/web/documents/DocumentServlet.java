package org.probity.web.documents;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.casework.CaseDocuments;

/** A letter, pack or reply of a case, as a download. */
@WebServlet("/internal/document")
public class DocumentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CaseDocuments files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sending.download(response, () -> files.content(request.getParameter("reference"), Sending.id(request.getParameter("id"))));
    }
}
