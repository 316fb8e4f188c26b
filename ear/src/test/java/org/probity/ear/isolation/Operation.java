package org.probity.ear.isolation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One operation of the REST API as {@code /openapi} describes it.
 *
 * @param path from {@code /api} on, with its parameters in braces
 * @param body an example of what it takes, made from its schema; null where it takes none
 * @param form whether it takes files as well
 */
public record Operation(String method, String path, Set<String> query, JsonObject body, boolean form) {

    private static final int DEEP_ENOUGH = 6;

    public static List<Operation> in(JsonObject api) {
        List<Operation> operations = new ArrayList<>();
        JsonObject schemas = api.getAsJsonObject("components").getAsJsonObject("schemas");
        api.getAsJsonObject("paths").entrySet().forEach(path -> path.getValue().getAsJsonObject().entrySet().stream()
                .filter(entry -> Set.of("get", "post", "put", "patch", "delete").contains(entry.getKey()))
                .forEach(entry -> operations.add(of(entry.getKey(), path.getKey(), entry.getValue().getAsJsonObject(), schemas))));
        return operations;
    }

    private static Operation of(String method, String path, JsonObject operation, JsonObject schemas) {
        Set<String> query = new TreeSet<>();
        operation.getAsJsonArray("parameters").forEach(parameter -> {
            if (parameter.getAsJsonObject().get("in").getAsString().equals("query")) {
                query.add(parameter.getAsJsonObject().get("name").getAsString());
            }
        });
        JsonObject content = operation.has("requestBody")
                ? operation.getAsJsonObject("requestBody").getAsJsonObject("content") : new JsonObject();
        JsonObject body = content.has("application/json")
                ? example(content.getAsJsonObject("application/json").getAsJsonObject("schema"), schemas, 0).getAsJsonObject() : null;
        return new Operation(method.toUpperCase(Locale.ROOT), path, query, body, content.has("multipart/form-data"));
    }

    private static JsonElement example(JsonObject schema, JsonObject schemas, int depth) {
        if (schema == null || depth > DEEP_ENOUGH) {
            return JsonNull.INSTANCE;
        }
        if (schema.has("$ref")) {
            return example(schemas.getAsJsonObject(schema.get("$ref").getAsString().replaceFirst(".*/", "")), schemas, depth + 1);
        }
        if (schema.has("enum")) {
            return schema.getAsJsonArray("enum").get(0);
        }
        return switch (schema.has("type") ? type(schema.get("type")) : "object") {
            case "string" -> new JsonPrimitive(text(schema));
            case "integer", "number" -> new JsonPrimitive(1);
            case "boolean" -> new JsonPrimitive(true);
            case "array" -> list(example(schema.getAsJsonObject("items"), schemas, depth + 1));
            default -> object(schema, schemas, depth);
        };
    }

    private static String type(JsonElement type) {
        return type.isJsonArray() ? type.getAsJsonArray().get(0).getAsString() : type.getAsString();
    }

    private static String text(JsonObject schema) {
        return switch (schema.has("format") ? schema.get("format").getAsString() : "") {
            case "date" -> "2026-01-05";
            case "date-time" -> "2026-01-05T10:00:00Z";
            default -> "Words.";
        };
    }

    private static JsonArray list(JsonElement one) {
        JsonArray list = new JsonArray();
        list.add(one);
        return list;
    }

    private static JsonObject object(JsonObject schema, JsonObject schemas, int depth) {
        JsonObject object = new JsonObject();
        if (schema.has("properties")) {
            schema.getAsJsonObject("properties").entrySet().forEach(field ->
                    object.add(field.getKey(), example(field.getValue().getAsJsonObject(), schemas, depth + 1)));
        }
        return object;
    }

    /** The fields of its body that hold an id, at any depth. */
    Set<String> idFields() {
        Set<String> names = new TreeSet<>();
        ids(body, names);
        return names;
    }

    private static void ids(JsonElement in, Set<String> names) {
        if (in instanceof JsonArray list) {
            list.forEach(one -> ids(one, names));
        } else if (in instanceof JsonObject object) {
            object.entrySet().forEach(field -> {
                if (field.getKey().matches("id|ids|\\w+Ids?|reference|slug|code|token")) {
                    names.add(field.getKey());
                }
                ids(field.getValue(), names);
            });
        }
    }
}
