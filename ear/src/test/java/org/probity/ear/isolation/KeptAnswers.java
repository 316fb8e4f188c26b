package org.probity.ear.isolation;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Sends again what was sent before, under the same {@code Idempotency-Key}. */
final class KeptAnswers {

    static final Map<String, ?> NOTE = Map.of("words", "Seen under a key.");

    private static final Gson JSON = new Gson();

    private final Guest guest;
    private final String key = UUID.randomUUID().toString();

    KeptAnswers(Server server) {
        this.guest = new Guest(server);
    }

    /** @param authorization null for somebody without a token */
    Reply post(String authorization, String path, Map<String, ?> body) {
        return post(authorization, path, body, key);
    }

    Reply post(String authorization, String path, Map<String, ?> body, String underKey) {
        String[] headers = authorization == null ? new String[] {"Idempotency-Key", underKey}
                : new String[] {"Idempotency-Key", underKey, "Authorization", authorization};
        return guest.send("POST", "/api/boards/" + path, "application/json", BodyPublishers.ofString(JSON.toJson(body)), headers);
    }

    /** The receipt code that somebody without a token gets for a report in these words. */
    String receipt(String board, String words) {
        Map<String, Object> concern = new HashMap<>(Walk.concern());
        concern.put("what", words);
        return JSON.fromJson(post(null, board + "/concerns", concern).body(), JsonObject.class).get("receipt").getAsString();
    }
}
