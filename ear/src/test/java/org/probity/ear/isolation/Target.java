package org.probity.ear.isolation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.ear.Walk;

/** The ids of one case and of everything in it. */
final class Target {

    private final Map<Kind, String> ids = new EnumMap<>(Kind.class);

    /**
     * @param evidence id of a piece of evidence with a file
     * @param question id of a question to the reporter
     * @param member id of somebody at the board
     * @param token id of an API token at the board
     */
    static Target of(String board, Walk walk, long evidence, long question, String member, String token) {
        Target target = new Target();
        target.ids.put(Kind.BOARD, board);
        target.ids.put(Kind.INVESTIGATION, walk.reference());
        target.ids.put(Kind.RECEIPT, walk.receipt());
        target.ids.put(Kind.MEMBER, member);
        target.ids.put(Kind.TOKEN, token);
        target.ids.put(Kind.EVIDENCE, String.valueOf(evidence));
        target.ids.put(Kind.REPORTER_QUESTION, String.valueOf(question));
        target.request(Kind.REMOVAL, Kind.REMOVAL_DOCUMENT, walk.removal());
        target.request(Kind.COOPERATION, Kind.COOPERATION_DOCUMENT, walk.cooperation());
        target.ids.put(Kind.DOCUMENT, target.ids.get(Kind.REMOVAL_DOCUMENT));
        target.ids.put(Kind.LETTER, target.ids.get(Kind.REMOVAL_DOCUMENT));
        target.ids.put(Kind.REFERRAL, walk.referral().get("id").getAsString());
        return target;
    }

    private void request(Kind request, Kind letter, JsonObject desk) {
        ids.put(request, desk.getAsJsonObject("line").get("id").getAsString());
        JsonElement id = Walk.objects(desk, "rounds").findFirst().orElseThrow().get("letterId");
        ids.put(letter, id.getAsString());
    }

    /** The same with another thing of that kind. */
    Target with(Kind kind, String id) {
        Target target = new Target();
        target.ids.putAll(ids);
        target.ids.put(kind, id);
        return target;
    }

    /** The same where every id stands for nothing. */
    Target absent() {
        Target target = new Target();
        ids.forEach((kind, id) -> target.ids.put(kind, kind.absent(id)));
        return target;
    }

    /** Its ids for the places of an address, or those of {@code own} where {@code mine} says so. */
    List<String> ids(List<Kind> kinds, Target own, int mine) {
        List<String> chosen = new ArrayList<>();
        for (int place = 0; place < kinds.size(); place++) {
            chosen.add(((mine >> place & 1) == 1 ? own : this).id(kinds.get(place)));
        }
        return chosen;
    }

    String id(Kind kind) {
        return ids.get(kind);
    }

    /** What an answer may echo of it. */
    Set<String> echoes() {
        return new HashSet<>(ids.values());
    }
}
