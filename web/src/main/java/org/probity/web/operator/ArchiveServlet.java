package org.probity.web.operator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.probity.archive.Archives;
import org.probity.kernel.Refusal;

/** Hands an archive to the operator, who cannot open it. */
@WebServlet("/internal/archive")
public class ArchiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Archives archives;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Path file = archives.download(request.getParameter("file"));
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(Files.size(file));
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
            Files.copy(file, response.getOutputStream());
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null) {
                throw e;
            }
            response.sendError(refusal.kind().status());
        }
    }
}
