package org.probity.web.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.probity.access.CurrentCaller;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;
import org.probity.web.faces.Attachment;
import org.probity.web.faces.Texts;

/** Sends a file: as a download, or as a picture on a page of ours. Nothing in it can run here. */
public final class Sending {

    private Sending() {
    }

    /** Asks for the file and sends it as a download; a refusal becomes its status. */
    public static void download(HttpServletResponse response, Supplier<Documents.Content> file) throws IOException {
        send(response, file, "attachment");
    }

    /** The same to be shown on the page that asked; what no browser shows safely is a download all the same. */
    public static void show(HttpServletResponse response, Supplier<Documents.Content> file) throws IOException {
        send(response, file, "inline");
    }

    /** The number in an address; what is no number is nothing anybody can see. @throws Refusal NOT_FOUND */
    public static Long id(String written) {
        if (written == null || !written.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.notFound();
        }
        return Long.valueOf(written);
    }

    private static void send(HttpServletResponse response, Supplier<Documents.Content> file, String wanted) throws IOException {
        try {
            Documents.Content content = file.get();
            Document document = content.document();
            String how = document.type().inline() && document.mediaType().startsWith("image/") ? wanted : "attachment";
            response.setContentType(document.mediaType());
            response.setContentLengthLong(content.content().length());
            response.setHeader("Content-Disposition", Attachment.named(how, document.fileName()));
            response.setHeader("Content-Security-Policy", Attachment.POLICY);
            content.writeTo(response.getOutputStream());
        } catch (RuntimeException e) {
            refuse(response, e);
        }
    }

    /** A refusal becomes its status; whoever may try again later is told so, in plain words. @throws RuntimeException where it is none */
    public static void refuse(HttpServletResponse response, RuntimeException thrown) throws IOException {
        Refusal refusal = Refusal.in(thrown);
        if (refusal == null) {
            throw thrown;
        }
        if (refusal instanceof TryAgainLater later) {
            tellLater(response, later);
        } else {
            response.sendError(refusal.kind().status());
        }
    }

    private static void tellLater(HttpServletResponse response, TryAgainLater later) throws IOException {
        Refusal.Problem why = later.problems().get(0);
        response.setStatus(later.kind().status());
        response.setHeader("Retry-After", String.valueOf(later.seconds()));
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(Texts.of(CurrentCaller.get().language(), why.key(), why.args()));
    }
}
