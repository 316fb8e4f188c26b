package org.probity.web.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.probity.token.IdempotencyKeys;

/** Describes what can go wrong, once for all operations, and the headers that have to do with it. */
final class Problems {

    private static final Map<String, String> STATUSES = Map.of(
            "400", "What was sent could not be read.",
            "401", "No token, or none of this board.",
            "403", "Not for the caller's role, or not for somebody who investigated the case.",
            "404", "Not there, or out of the caller's sight: both answer alike.",
            "409", "It does not fit where the case stands, or somebody else was faster.",
            "412", "It has changed since the version named in If-Match.",
            "413", "Larger than can be taken.",
            "415", "Not a media type taken here.",
            "422", "Something has to be put right; every field is named.",
            "503", "The database is away. Ask again after as many seconds as Retry-After says.");

    private static final List<String> OF_READING = List.of("401", "403", "404", "422", "503");
    private static final List<String> OF_ACTING = List.of("400", "401", "403", "404", "409", "412", "413", "415", "422", "503");

    private Problems() {
    }

    /** Adds the schema of a problem, an example, and one response for each status. */
    static void describe(Components components) {
        Schema fieldError = object().addProperty("field", text()).addProperty("message", text());
        Schema problem = object().addProperty("type", text()).addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)).addProperty("detail", text())
                .addProperty("errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref("FieldError")));
        components.addSchema("FieldError", fieldError.description("One field and what is wrong with it."));
        components.addSchema("Problem", problem.description("What the API answers when it does not do what was asked (RFC 9457)."));
        STATUSES.forEach((status, what) -> components.addResponse("Problem" + status, response(status, what)));
    }

    private static APIResponse response(String status, String what) {
        var media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        if (status.equals("422")) {
            media.setExample(Map.of("type", "urn:probity:problem:422", "title", "Something has to be put right", "status", 422,
                    "detail", "Nothing was changed. Each field that has to be put right is named.",
                    "errors", List.of(Map.of("field", "items[0].clause", "message", "There is no clause 9.9 in the policy."))));
        }
        APIResponse response = OASFactory.createAPIResponse().description(what)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
        return status.equals("401") ? response.addHeader("WWW-Authenticate", OASFactory.createHeader()
                .description("Asks for a bearer token.").schema(text())) : response;
    }

    /** Refers to the responses an operation can give. */
    static void answer(String path, PathItem.HttpMethod method, Operation operation) {
        for (String status : method == PathItem.HttpMethod.GET ? OF_READING : OF_ACTING) {
            if (!isOpen(path) || !status.equals("403")) {
                operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
            }
        }
        operation.addParameter(header("Accept-Language", "en or cy: the language of messages and of texts that have both."));
    }

    /** The headers that make an act safe to repeat. */
    static void headers(String path, PathItem.HttpMethod method, Operation operation) {
        operation.addParameter(header("Idempotency-Key", "Any text of up to 200 characters, new for each act. The same act sent "
                + "again under the same key is not done again: it gets the first answer. Without a token it has at least 16. A key "
                + "is remembered for " + IdempotencyKeys.LIFETIME.toHours() + " hours."));
        if (!isOpen(path)) {
            version(operation);
        }
    }

    /** The header that makes an act one on what was seen. */
    static void version(Operation operation) {
        operation.addParameter(header("If-Match", "The entity tag that came with what the caller saw. Refused with 412 where "
                + "that has changed since."));
    }

    /** Whether an operation needs no token. */
    static boolean isOpen(String path) {
        return path.endsWith("/policy") || path.contains("/concerns") || path.endsWith("/contact-details");
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(description).schema(text());
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
