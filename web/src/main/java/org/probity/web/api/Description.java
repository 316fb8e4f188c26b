package org.probity.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes what the server finds in the resources: what each field means, what can go wrong, which headers there are.
 * The meanings are in {@code openapi/fields.properties}, since most fields belong to records of the services.
 */
public class Description implements OASFilter {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    private final Properties meanings = read();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Problems.describe(api.getComponents());
        api.getComponents().getSchemas().forEach(this::describe);
        api.getPaths().getPathItems().forEach(this::complete);
    }

    private void describe(String name, Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((field, property) -> property.setDescription(meaning(name, field)));
        }
    }

    /** Schemas of the same simple name are told apart by a number that means nothing. */
    private String meaning(String schema, String field) {
        String own = meanings.getProperty(schema.replaceFirst("(?<!\\d)\\d++$", "") + "." + field);
        return own != null ? own : meanings.getProperty(field);
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> complete(path, method, operation));
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        declarePathParameters(path, operation);
        Problems.answer(path, method, operation);
        if (method == PathItem.HttpMethod.POST) {
            Problems.headers(path, method, operation);
            describeForm(path, operation);
        }
        if (Problems.isOpen(path)) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
    }

    /** Where files are taken, the same fields may come as a form. */
    private void describeForm(String path, Operation operation) {
        String files = path.endsWith("/evidence") ? "file" : path.endsWith("/reply") ? "files" : null;
        if (files != null) {
            var content = operation.getRequestBody().getContent();
            Schema file = Problems.text().format("binary").description("A file of up to 25 MB; it must be what its name says.");
            Schema form = OASFactory.createSchema().addAllOf(content.getMediaType("application/json").getSchema())
                    .addAllOf(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).addProperty(files, file));
            content.addMediaType("multipart/form-data", OASFactory.createMediaType().schema(form));
        }
    }

    private void declarePathParameters(String path, Operation operation) {
        Set<String> declared = operation.getParameters() == null ? new HashSet<>()
                : operation.getParameters().stream().filter(p -> p.getIn() == Parameter.In.PATH)
                        .map(Parameter::getName).collect(Collectors.toSet());
        Matcher names = IN_PATH.matcher(path);
        while (names.find()) {
            if (!declared.contains(names.group(1))) {
                operation.addParameter(OASFactory.createParameter().name(names.group(1)).in(Parameter.In.PATH).required(true)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            }
        }
        operation.getParameters().stream().filter(p -> p.getIn() == Parameter.In.PATH)
                .forEach(p -> p.setDescription(meanings.getProperty("path." + p.getName())));
    }

    private static Properties read() {
        try (InputStream in = Description.class.getResourceAsStream("/openapi/fields.properties")) {
            Properties read = new Properties();
            read.load(in);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
