package org.probity.ear.isolation;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Acts on a case of one's own that name an object of another board or of another case by its id. */
final class NamedInBodies {

    private static final Gson JSON = new Gson();
    private static final long ABSENT = 98_760_099;

    /**
     * One field of one act.
     *
     * @param body what is sent, with the id in its place
     * @param ids of objects that the act may not reach
     */
    private record Field(String name, String role, String path, Function<Object, Map<String, ?>> body, List<Long> ids) {
    }

    private final Server server;
    private final Api here;
    private final Tried tried;

    NamedInBodies(Server server, Tried tried) {
        this.server = server;
        this.here = new Api(server, World.BOARD);
        this.tried = tried;
    }

    /** @return the names of the fields that were tried */
    Set<String> of(Stages stages, Target ours, Target elsewhere, Target walled) {
        Api there = new Api(server, World.OTHER_BOARD);
        Walk own = stages.whole();
        List<Field> fields = new ArrayList<>();
        String page = "investigations/" + own.reference();
        fields.add(new Field("personId", "officer", page + "/parties", id -> Map.of("personId", id, "kind", "WITNESS"), first(there, "people")));
        fields.add(new Field("personId", "officer2", page + "/parties", id -> Map.of("personId", id, "kind", "WITNESS"), onlyIn(walled)));
        fields.add(new Field("subjectId", "officer", "investigations/" + stages.fresh().reference() + "/triage", this::triage, first(there, "people")));
        List<Long> organisations = first(there, "organisations");
        List<Long> allegations = Stream.of(page(there, elsewhere), page(here, ours)).flatMap(p -> ids(p, "allegations", "id")).toList();
        fields.add(new Field("allegationId", "officer", page + "/findings", id -> findings(id, 1L, own), allegations));
        fields.add(new Field("allegationIds", "officer", "investigations/" + stages.asked().reference() + "/cooperation-requests", id -> Map.of(
                "kind", "STATEMENT", "ask", "What happened?", "ground", "We need your side.", "allegationIds", List.of(id)), allegations));
        fields.add(new Field("organisationId", "officer", page + "/findings", id -> findings(null, id, own), organisations));
        fields.add(new Field("memberId", "officer", page + "/restriction", id -> Map.of("memberId", id, "reasons", "A colleague is involved."),
                colleagues(there, elsewhere)));
        fields.add(new Field("accountId", "lead", page + "/recusals/return", id -> Map.of("accountId", id, "why", "It was a mistake."),
                aside(there, elsewhere)));
        fields.add(new Field("questionId", "officer", "concerns/receipts/" + own.receipt() + "/answers",
                id -> Map.of("questionId", id, "words", "It is gone."),
                Stream.of(ours, elsewhere, walled).map(target -> Long.valueOf(target.id(Kind.REPORTER_QUESTION))).toList()));
        fields.add(new Field("referralId", "lead", "investigations/" + stages.composing().reference() + "/referral/approval",
                id -> Map.of("approved", true, "reasons", "Complete.", "referralId", id, "round", 1),
                Stream.of(ours, elsewhere).map(target -> Long.valueOf(target.id(Kind.REFERRAL))).toList()));
        fields.forEach(this::run);
        return Stream.concat(fields.stream(), requests(stages, ours, elsewhere, there).stream()).map(Field::name).collect(Collectors.toSet());
    }

    private List<Field> requests(Stages stages, Target ours, Target elsewhere, Api there) {
        String path = "removal-requests/" + stages.asked().removal().getAsJsonObject("line").get("id").getAsLong();
        List<Long> items = Stream.of(removal(there, elsewhere), removal(here, ours)).flatMap(r -> ids(r, "items", "id")).toList();
        Field itemIds = new Field("itemIds", "employee", path + "/reply", id -> Map.of("answer", "PARTLY", "words", "Some.", "itemIds", List.of(id)), items);
        run(itemIds);
        here.post("employee", path + "/reply", Map.of("answer", "REMOVED", "words", "It is gone."));
        Field itemId = new Field("itemId", "officer", path + "/checks", id -> Map.of("checks", List.of(Map.of("itemId", id, "seen", "GONE")),
                "next", "COMPLIED"), items);
        run(itemId);
        return List.of(itemIds, itemId, sources(stages.composing(), ours, elsewhere, there));
    }

    private Field sources(Walk composing, Target ours, Target elsewhere, Api there) {
        List<Long> sources = Stream.of(referral(there, elsewhere), referral(here, ours)).flatMap(r -> ids(r, "items", "sourceId")).toList();
        Field sourceId = new Field("sourceId", "officer", "investigations/" + composing.reference() + "/referral", id -> Map.of("summary",
                "What happened.", "items", List.of(Map.of("kind", "EVIDENCE", "sourceId", id, "included", true))), sources);
        run(sourceId);
        return sourceId;
    }

    private void run(Field field) {
        Reply absent = send(field, ABSENT);
        for (Long id : field.ids()) {
            Set<String> asked = Set.of(String.valueOf(id), String.valueOf(ABSENT));
            Reply hidden = send(field, id);
            String difference = hidden.status() / 100 == 4 ? hidden.without(asked).difference(absent.without(asked)) : "It was done.";
            tried.add(field.name(), "id in a body", field.role(), "POST " + field.path(), hidden.status(), difference);
        }
    }

    private Reply send(Field field, Object id) {
        return new Guest(server).send("POST", "/api/boards/" + World.BOARD + "/" + field.path(), "application/json",
                BodyPublishers.ofString(JSON.toJson(field.body().apply(id))), "Authorization", World.token(World.BOARD, field.role()));
    }

    private static List<Long> colleagues(Api api, Target target) {
        return ids(api.get("officer", "investigations/" + target.id(Kind.INVESTIGATION) + "/restriction/colleagues"), "items", "memberId").limit(2).toList();
    }

    /** Somebody steps aside from it, whom a lead there could let back. */
    private static List<Long> aside(Api api, Target target) {
        String page = "investigations/" + target.id(Kind.INVESTIGATION);
        api.post("officer2", page + "/conflict", Map.of("conflict", true, "reasons", "We are neighbours."));
        return ids(api.get("lead", page + "/recusals"), "items", "accountId").toList();
    }

    private Map<String, ?> findings(Object allegation, Object organisation, Walk own) {
        List<Map<String, Object>> findings = Walk.objects(own.page(), "allegations").map(one -> Map.<String, Object>of("allegationId",
                allegation == null ? one.get("id") : allegation, "result", "PROVEN", "reasons", "The post shows it.")).toList();
        return Map.of("findings", findings, "refer", true, "organisationId", organisation,
                "reasonsForReferral", "The employer has to know.", "weighing", "Private life was weighed.");
    }

    private Map<String, ?> triage(Object subject) {
        String clause = Walk.objects(Walk.objects(here.get("officer", "policy"), "items").findFirst().orElseThrow(), "clauses")
                .filter(one -> one.get("canBeBroken").getAsBoolean()).findFirst().orElseThrow().get("number").getAsString();
        return Map.of("title", "A post", "clauses", List.of(clause), "inScope", true, "subjectId", subject,
                "postedOn", LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(), "audience", "PUBLIC", "impact", "LOW",
                "inPost", "YES", "decision", "INVESTIGATE", "reasons", "A clause may be broken.");
    }

    /** Whoever is named there and in no case that the second officer sees. */
    private List<Long> onlyIn(Target walled) {
        return Walk.objects(here.get("officer", "investigations/" + walled.id(Kind.INVESTIGATION) + "/parties"), "items")
                .filter(party -> party.get("name").getAsString().equals(World.ONLY_THERE)).map(party -> party.get("personId").getAsLong()).toList();
    }

    private static List<Long> first(Api api, String list) {
        return ids(api.get("officer", list), "items", "id").limit(2).toList();
    }

    private static JsonObject page(Api api, Target target) {
        return api.get("officer", "investigations/" + target.id(Kind.INVESTIGATION));
    }

    private static JsonObject removal(Api api, Target target) {
        return api.get("officer", "removal-requests/" + target.id(Kind.REMOVAL));
    }

    private static JsonObject referral(Api api, Target target) {
        return api.get("officer", "investigations/" + target.id(Kind.INVESTIGATION) + "/referral");
    }

    private static Stream<Long> ids(JsonObject of, String list, String name) {
        return Walk.objects(of, list).filter(one -> one.has(name) && !one.get(name).isJsonNull()).map(one -> one.get(name).getAsLong());
    }
}
