package org.probity.web.referral;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.documents.ContentBytes;
import org.probity.documents.Documents;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralQueries;
import org.probity.web.documents.Sending;
import org.probity.web.faces.Attachment;

/** The pack of a referral: as it was sent, to be read in the browser or kept; and before that, as it would be sent. */
@WebServlet("/internal/pack")
public class PackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReferralInbox inbox;

    @Inject
    private transient ReferralQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reference = request.getParameter("reference");
        if (reference != null) {
            preview(response, reference);
        } else if (request.getParameter("view") != null) {
            view(response, request.getParameter("id"));
        } else {
            Sending.download(response, () -> inbox.pack(Sending.id(request.getParameter("id"))));
        }
    }

    private void preview(HttpServletResponse response, String reference) throws IOException {
        try {
            ContentBytes pdf = queries.preview(reference);
            head(response, pdf.length(), reference + ".pdf");
            pdf.writeTo(response.getOutputStream());
        } catch (RuntimeException e) {
            Sending.refuse(response, e);
        }
    }

    private void view(HttpServletResponse response, String id) throws IOException {
        try {
            Documents.Content pack = inbox.pack(Sending.id(id));
            head(response, pack.content().length(), pack.document().fileName());
            pack.writeTo(response.getOutputStream());
        } catch (RuntimeException e) {
            Sending.refuse(response, e);
        }
    }

    /** The PDF is of our own making, so the browser's own reader may show it; nothing around it may load anything. */
    private static void head(HttpServletResponse response, long size, String fileName) {
        response.setContentType("application/pdf");
        response.setContentLengthLong(size);
        response.setHeader("Content-Disposition", Attachment.named("inline", fileName));
        response.setHeader("Content-Security-Policy", "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}
