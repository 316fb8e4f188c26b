package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One concern on its way through the main job, a step a method, each step done by who has to do it. */
public final class Walk {

    /** Words that are case content: no mail may carry them. */
    public static final String TITLE = "Photograph of a family at the duck pond";
    public static final String WHAT = "A photograph of a family we work with was posted.";
    public static final String ASKED = "Tell us how the photograph came to be taken.";

    private static final LocalDate POSTED = LocalDate.now(ZoneOffset.UTC).minusDays(9);
    private static final String ADDRESS = "https://example.org/p/1";

    private final Api api;
    private final JsonObject subject;
    private final List<String> clauses;
    private String reference;
    private String receipt;
    private long removalId;
    private long cooperationId;
    private long referralId;

    public Walk(Api api) {
        this(api, "");
    }

    /** @param subject whose name ends like this: the first such person who has a way into the portal */
    public Walk(Api api, String subject) {
        this(api, person -> person.get("hasPortal").getAsBoolean() && person.get("name").getAsString().endsWith(subject));
    }

    /** About somebody to whom every letter has to be posted. */
    public static Walk aboutSomebodyWithoutPortal(Api api) {
        return new Walk(api, person -> !person.get("hasPortal").getAsBoolean());
    }

    private Walk(Api api, Predicate<JsonObject> subject) {
        this.api = api;
        this.subject = objects(api.get("officer", "people?size=100"), "items").filter(subject).findFirst().orElseThrow();
        this.clauses = objects(api.get("officer", "policy"), "items").flatMap(policy -> objects(policy, "clauses"))
                .filter(clause -> clause.get("canBeBroken").getAsBoolean()).map(clause -> clause.get("number").getAsString())
                .limit(2).toList();
    }

    /** The same case as another installation shows it. */
    public Walk at(Api elsewhere) {
        Walk walk = new Walk(elsewhere);
        walk.reference = reference;
        walk.removalId = removalId;
        walk.cooperationId = cooperationId;
        walk.referralId = referralId;
        return walk;
    }

    /** By an officer, who is told the reference. */
    public Walk report() {
        return reportAbout("Somebody");
    }

    /** The same, where the reporter names somebody. */
    public Walk reportAbout(String name) {
        Map<String, Object> concern = new HashMap<>(concern());
        concern.put("subjectName", name);
        JsonObject reported = api.post("officer", "concerns", concern).json();
        reference = reported.get("reference").getAsString();
        receipt = reported.get("receipt").getAsString();
        return this;
    }

    /** A concern as the public reports it. */
    public static Map<String, Object> concern() {
        return Map.of("what", WHAT, "platform", "A network", "address", ADDRESS, "postedOn", POSTED.toString(), "subjectName", "Somebody");
    }

    public static Map<String, Object> nothingUrgent() {
        return Map.of("danger", false, "indecentImage", false, "grooming", false, "reasons", "Nothing urgent was found.");
    }

    /** From the urgent gate until somebody may ask the subject. */
    public Walk detect() {
        onCase("officer", "gates/urgent", nothingUrgent());
        return detectFurther();
    }

    /** The same where an indecent image is suspected, so that the case takes no file. */
    public Walk detectImage() {
        onCase("officer", "gates/urgent", Map.of("indecentImage", true, "reasons", "Looked at."));
        onCase("officer", "gates/danger-report", Map.of("route", "IWF", "externalReference", "I-1"));
        return detectFurther();
    }

    private Walk detectFurther() {
        triage();
        onCase("officer", "gates/safeguarding", Map.of("mustTell", true, "riskToChildren", true, "mayContactSubject", false,
                "reasons", "A child can be recognised."));
        onCase("officer", "gates/designated-officer", Map.of("name", "D. Officer", "externalReference", "L-1",
                "toldAt", Instant.now().minusSeconds(3600).toString(), "mayContactSubject", true, "imageTold", true, "advice", "Go on."));
        return this;
    }

    /** Something is kept, and it is decided to investigate. */
    public Walk triage() {
        onCase("officer", "evidence", Map.of("kind", "ADDRESS", "title", "The post", "sourceAddress", ADDRESS, "how", "Seen."));
        onCase("officer", "triage", Map.of("title", TITLE, "clauses", clauses, "inScope", true, "subjectId", subject.get("id"), "audience", "PUBLIC",
                "postedOn", POSTED.toString(), "impact", "MEDIUM", "childInvolved", true, "decision", "INVESTIGATE",
                "reasons", "A clause may be broken."));
        return this;
    }

    public Walk askForRemoval() {
        Map<String, String> weighed = Stream.of("whatWasSaid", "tone", "audience", "workMentioned", "effect", "record", "lessIntrusive", "conclusion")
                .collect(Collectors.toMap(Function.identity(), factor -> "Weighed."));
        removalId = id(onCase("officer", "removal-requests", Map.of("proportionality", weighed, "items", List.of(Map.of(
                "kind", "CONTENT", "address", ADDRESS, "description", "The post", "clause", clauses.get(0))))));
        return this;
    }

    public Walk awaitRemovalRequest() {
        Api.await("the removal request is sent", () -> "SENT".equals(line(removal()).get("status").getAsString()));
        return this;
    }

    /** The subject has removed it, and the officer has seen so. */
    public Walk remove() {
        api.post("employee", "removal-requests/" + removalId + "/reply", Map.of("answer", "REMOVED", "words", "It is gone."));
        return check();
    }

    /** The letter of the removal request waits until somebody has posted it. */
    public Walk awaitLetterToPost() {
        Api.await("there is a letter to post", () -> waiting().contains("postLetter"));
        return this;
    }

    public Walk check() {
        api.post("officer", "removal-requests/" + removalId + "/checks", Map.of("checks", seen("GONE"), "next", "COMPLIED"));
        return this;
    }

    /** That of each item. @param what GONE or STILL_THERE */
    public List<?> seen(String what) {
        return objects(removal(), "items").map(item -> Map.of("itemId", item.get("id"), "seen", what)).toList();
    }

    public Walk askForStatement() {
        String path = "cooperation-requests/" + awaitStatementRequest().cooperationId;
        api.post("employee", path + "/reply", Map.of("answer", "ANSWERED", "words", "I took it on my way home."));
        api.post("officer", path + "/decision", Map.of("result", "ENOUGH", "reasons", "It answers everything."));
        return this;
    }

    /** The subject is asked for a statement on everything that is alleged, and has not answered. */
    public Walk awaitStatementRequest() {
        cooperationId = id(onCase("officer", "cooperation-requests", Map.of("kind", "STATEMENT", "ask", ASKED, "ground", "We need your side.",
                "allegationIds", objects(page(), "allegations").map(allegation -> allegation.get("id")).toList())));
        Api.await("the request for help is sent", () -> "SENT".equals(line(cooperation()).get("status").getAsString()));
        return this;
    }

    /** The subject agrees to come to a meeting. */
    public Walk agreeToMeet(Instant at) {
        cooperationId = id(onCase("officer", "cooperation-requests", Map.of("kind", "MEETING", "ask", ASKED, "ground", "We need your side.",
                "meetingAt", at.toString(), "place", "Town Hall")));
        Api.await("the request to come is sent", () -> "SENT".equals(line(cooperation()).get("status").getAsString()));
        api.post("employee", "cooperation-requests/" + cooperationId + "/reply", Map.of("answer", "AGREED", "words", "I shall come."));
        return this;
    }

    /** What was said there is written down; the subject has not said yet whether it was so. */
    public Walk meet(Instant at) {
        api.post("officer", "cooperation-requests/" + cooperationId + "/meeting", Map.of("heldAt", at.toString(), "present", "A friend", "minutes", "It was a mistake."));
        return this;
    }

    /** Until the lead has approved the pack. */
    public Walk refer() {
        find().compose();
        onCase("lead", "referral/approval", read(api.get("lead", "investigations/" + reference + "/referral"), true, "Complete."));
        return this;
    }

    /** What a lead says to the pack that they read. @param referral as the desk reads it */
    public static Map<String, Object> read(JsonObject referral, boolean approved, String reasons) {
        return Map.of("approved", approved, "reasons", reasons, "referralId", referral.get("id").getAsLong(), "round", referral.get("round").getAsInt());
    }

    /** Findings that somebody else agrees to, and a referral is to follow. */
    public Walk find() {
        onCase("officer", "findings", proven());
        onCase("officer2", "findings/review", Map.of("agree", true, "reasons", "The evidence carries it."));
        return this;
    }

    /** Findings with which the case is to be referred. */
    public Map<String, Object> proven() {
        List<Map<String, Object>> findings = objects(page(), "allegations").map(allegation -> Map.<String, Object>of(
                "allegationId", allegation.get("id"), "result", "PROVEN", "reasons", "The post shows it.")).toList();
        return Map.of("findings", findings, "refer", true, "organisationId", organisation(),
                "reasonsForReferral", "The employer has to know.", "weighing", "Private life was weighed.");
    }

    /** A pack with everything in it, for a lead to approve. */
    public Walk compose() {
        JsonObject read = api.get("officer", path("referral/sources"));
        List<Map<String, Object>> sources = objects(read, "sources")
                .map(source -> Map.<String, Object>of("kind", source.get("kind"), "sourceId", source.get("id"), "included", true)).toList();
        onCase("officer", "referral", Map.of("summary", "What happened, for somebody who was not there.", "items", sources,
                "fingerprint", read.get("fingerprint").getAsString()));
        return this;
    }

    public Walk awaitReferral() {
        Api.await("the referral is sent", () -> "SENT".equals(referral().get("status").getAsString()));
        referralId = referral().get("id").getAsLong();
        return this;
    }

    /** The employer accepts it and decides. */
    public Walk decide() {
        api.post("hr", "referrals/" + referralId + "/acknowledgement", Map.of("answer", "ACCEPTED"));
        api.post("hr", "referrals/" + referralId + "/outcome", Map.of("result", "DISMISSAL", "decidedOn", LocalDate.now(ZoneOffset.UTC).toString(), "appeal", "NONE"));
        return this;
    }

    public Walk close() {
        if (waiting().contains("checkDuties")) {
            api.post("officer", "referrals/" + referralId + "/duties", Map.of("dbsConsidered", true, "dbsWhyNot", "The harm test is not met.",
                    "regulatorWhyNot", "It is for the employer.", "note", "Nothing is due."));
        }
        onCase("officer", "closure", Map.of("summary", "The employer has decided.", "learning", "Teach early.", "tellSubject", true));
        return this;
    }

    public String reference() {
        return reference;
    }

    /** The code that the reporter comes back with. */
    public String receipt() {
        return receipt;
    }

    public String subject() {
        return subject.get("name").getAsString();
    }

    public JsonObject page() {
        return api.get("officer", "investigations/" + reference);
    }

    public JsonObject removal() {
        return api.get("officer", "removal-requests/" + removalId);
    }

    public JsonObject cooperation() {
        return api.get("officer", "cooperation-requests/" + cooperationId);
    }

    public JsonObject referral() {
        return api.get("officer", path("referral"));
    }

    /** Everything that can be seen of it, for comparing. */
    public List<JsonObject> everything() {
        return List.of(page(), removal(), api.get("officer", "cooperation-requests/" + cooperationId), referral(),
                api.get("officer", path("timeline?size=100")), api.get("officer", path("documents?size=100")), work());
    }

    /** The steps that wait for somebody. */
    public List<String> waiting() {
        return objects(work(), "items").map(item -> item.get("task").getAsString()).sorted().toList();
    }

    /** What was done so far, in order; each act as often as it was done. */
    public List<String> done() {
        JsonObject timeline = api.get("officer", path("timeline?size=100"));
        assertThat(timeline.get("total").getAsInt()).isLessThanOrEqualTo(100);
        return objects(timeline, "items").map(entry -> entry.get("act").getAsString() + " " + entry.get("subjectId") + " " + entry.get("after")).toList();
    }

    /** Titles of the letters and packs there are. */
    public List<String> letters() {
        return objects(api.get("officer", path("documents?size=100")), "items").map(letter -> letter.get("kind").getAsString()).sorted().toList();
    }

    /** When the subject has to have answered the removal request. */
    public Instant replyBy() {
        return Instant.parse(line(removal()).get("replyBy").getAsString());
    }

    public static Stream<JsonObject> objects(JsonObject of, String name) {
        return StreamSupport.stream(of.getAsJsonArray(name).spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private JsonElement organisation() {
        return objects(api.get("officer", "organisations?size=100"), "items")
                .filter(organisation -> organisation.get("name").equals(subject.get("organisation"))).findFirst().orElseThrow().get("id");
    }

    private JsonObject work() {
        return api.get("officer", path("work"));
    }

    private Api.Answer onCase(String role, String step, Map<String, ?> body) {
        return api.post(role, path(step), body);
    }

    private String path(String below) {
        return "investigations/" + reference + "/" + below;
    }

    private static JsonObject line(JsonObject request) {
        return request.getAsJsonObject("line");
    }

    private static long id(Api.Answer made) {
        return made.json().get("id").getAsLong();
    }
}
