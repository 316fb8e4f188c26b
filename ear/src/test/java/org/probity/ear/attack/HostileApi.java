package org.probity.ear.attack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/**
 * Does what a walk asks for, with every text in it made of payloads: as many as the field takes, and the honest text only
 * where it takes none.
 */
final class HostileApi extends Api {

    private static final int[] ROOM = {3500, 900, 280, 180, 60};
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_TRIES = 12;

    /** A word of it that is like a name hides the case from whoever bears that, and the walk goes on no more; it is attacked by itself. */
    private static final String NAMED = "subjectName";

    private final Outcomes outcomes;
    private final Map<String, String> stored = new HashMap<>();
    private final Deck deck;

    HostileApi(Server server, String board, Outcomes outcomes, Deck deck) {
        super(server, board);
        this.outcomes = outcomes;
        this.deck = deck;
    }

    /** The texts that were taken in, by path and field, as they were sent. */
    Map<String, String> stored() {
        return stored;
    }

    @Override
    public Answer post(String role, String path, Map<String, ?> body) {
        Map<String, Integer> room = new LinkedHashMap<>();
        for (int n = 0; n < MOST_TRIES; n++) {
            Map<String, String> sent = new LinkedHashMap<>();
            Answer answer = post(role, path, poisoned("", body, room, sent), UUID.randomUUID().toString());
            outcomes.answered("POST " + path, "stored field", answer.status(), answer.body());
            if (answer.status() / 100 == 2) {
                sent.forEach((field, text) -> stored.put(path + " " + field, text));
                outcomes.count("fields that took payloads" );
                return answer;
            }
            if (answer.status() != UNPROCESSABLE || !lessRoom(answer.json(), sent, room)) {
                break;
            }
        }
        return super.post(role, path, body);
    }

    /** Next time the fields named get less. */
    private static boolean lessRoom(JsonObject problem, Map<String, String> sent, Map<String, Integer> room) {
        List<String> named = Walk.objects(problem, "errors").map(error -> error.get("field").getAsString()).toList();
        named.stream().filter(sent::containsKey).forEach(field -> room.merge(field, 1, Integer::sum));
        return named.stream().anyMatch(sent::containsKey);
    }

    private Map<String, Object> poisoned(String at, Map<String, ?> body, Map<String, Integer> room, Map<String, String> sent) {
        Map<String, Object> poisoned = new LinkedHashMap<>();
        body.forEach((name, value) -> poisoned.put(name, value(at + name, value, room, sent)));
        return poisoned;
    }

    private Object value(String at, Object value, Map<String, Integer> room, Map<String, String> sent) {
        if (value instanceof Map<?, ?> map) {
            return poisoned(at + ".", map.entrySet().stream().collect(Collectors.toMap(e -> (String) e.getKey(), Map.Entry::getValue)),
                    room, sent);
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(one -> all.add(value(at + "[" + all.size() + "]", one, room, sent)));
            return all;
        }
        boolean text = value instanceof String || value instanceof JsonElement json && json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
        int step = room.getOrDefault(at, 0);
        if (!text || step >= ROOM.length || at.equals(NAMED)) {
            return value;
        }
        String pack = deck.pack(ROOM[step]);
        sent.put(at, pack);
        return pack;
    }
}
