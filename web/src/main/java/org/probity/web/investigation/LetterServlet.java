package org.probity.web.investigation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.correspondence.SubjectLetters;
import org.probity.web.documents.Sending;

/** A letter to the reader, as a download. */
@WebServlet("/internal/letter")
public class LetterServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SubjectLetters letters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sending.download(response, () -> letters.content(Sending.id(request.getParameter("id"))));
    }
}
