package org.probity.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.probity.documents.ContentBytes;
import org.probity.documents.Documents;
import org.probity.web.faces.Attachment;

/** Answers that several resources give. */
public final class Answers {

    /** What was made: its id, to be used in addresses. */
    public record Made(Long id) {
    }

    private Answers() {
    }

    /** 201 with the id and the address: the id below {@code collection}, or below the address posted to for null. */
    public static Response made(UriInfo uri, String collection, Long id) {
        String below = collection == null ? uri.getPath().replaceFirst("/$", "") : collection;
        return Response.created(uri.getBaseUriBuilder().path(below).path(String.valueOf(id)).build()).entity(new Made(id)).build();
    }

    /** 204: it is done, and there is nothing to add. */
    public static Response done() {
        return Response.noContent().build();
    }

    /** 200 with an entity tag to send back as {@code If-Match}. */
    public static Response versioned(Object entity, int version) {
        return Response.ok(entity).tag(String.valueOf(version)).build();
    }

    /** A file of a case. See {@link #file(String, String, ContentBytes)}. */
    public static Response file(Documents.Content content) {
        return file(content.document().fileName(), content.document().mediaType(), content.content());
    }

    /** A file to be kept, never to be shown by a browser in place. */
    public static Response file(String fileName, String mediaType, ContentBytes content) {
        StreamingOutput bytes = content::writeTo;
        return Response.ok(bytes, mediaType).header("Content-Disposition", Attachment.named("attachment", fileName))
                .header("Content-Security-Policy", Attachment.POLICY).header("Content-Length", content.length()).build();
    }

}
