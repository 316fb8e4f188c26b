package org.probity.ear.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/**
 * What belongs to another board, another organisation, another employee or a case behind a wall is answered exactly like
 * what does not exist: at every address, through every operation of the API, in every way of asking.
 */
class IsolationIT {

    /** What is said of a page or list, and names no object, or narrows what a board's auditor sees of their own chain. */
    private static final Set<String> HARMLESS = Set.of("q", "stage", "page", "size", "kind", "view", "due", "on", "tab", "next", "answer",
            "status", "why", "role", "act", "who", "from", "to", "before", "allegation");

    private static final Set<String> IDS_IN_BODIES = Set.of("accountId", "allegationId", "allegationIds", "itemId", "itemIds", "memberId", "organisationId",
            "personId", "questionId", "referralId", "sourceId", "subjectId");

    /** The board of those who lose something; nobody else is tried there. */
    private static final String LEAVING = "lscb";

    private static Server server;
    private static Archive archive;
    private static List<Operation> operations;
    private static World world;
    private static Stages stages;
    private static Strangers people;
    private static String link;
    private static Guest opener;
    private static KeptAnswers kept;
    private static Target ours;
    private static Target unsent;
    private static Target elsewhere;
    private static Target walled;
    private static Target restricted;
    private static final Map<String, Map<String, Reply>> BEFORE = new LinkedHashMap<>();
    private static final Map<String, Map<String, Reply>> AFTER = new LinkedHashMap<>();
    private static final Map<String, Map<String, String>> OPENED = new LinkedHashMap<>();

    @BeforeAll
    static void makeCases() {
        server = Server.named("isolation", 1600).with(Links.LEFT_BY_THE_START).start();
        archive = Archive.open();
        operations = Operation.in(new Gson().fromJson(new Guest(server).get("/openapi", "Accept", "application/json").body(), JsonObject.class));
        world = new World(server);
        List<Target> made = World.together(() -> world.sent(World.BOARD), () -> world.composed(World.BOARD), () -> world.sent(World.OTHER_BOARD));
        ours = made.get(0);
        unsent = made.get(1);
        elsewhere = made.get(2);
        stages = Stages.of(world);
        link = Links.use(server);
        people = new Strangers(server);
        World.name("chscb-auditor", people.guest("chscb-officer"), unsent);
        makeTheWalledCase();
    }

    /** Once there is something to compare: what everybody sees before, and what the second officer has open while they may. */
    private static void makeTheWalledCase() {
        people.onlookers(ours, elsewhere).forEach(onlooker -> BEFORE.put(onlooker.who(), new Lists(archive, operations).seenBy(onlooker)));
        List<Target> made = World.together(() -> world.sent(World.BOARD), () -> world.sent(World.BOARD));
        walled = made.get(0);
        restricted = made.get(1);
        opener = new Guest(server).signIn("chscb-officer2");
        for (String address : archive.ofCases()) {
            if (address.startsWith("/investigations/{") && !address.matches(".*(file|preview|documents/.*)")) {
                String path = path(address, walled);
                OPENED.put(address, Fields.of(opener.page(path)));
            }
        }
        kept = new KeptAnswers(server);
        assertThat(kept.post(World.token(World.BOARD, "officer2"), notes(walled), KeptAnswers.NOTE).status() / 100).isEqualTo(2);
        World.name("chscb-officer2", people.guest("chscb-officer"), walled);
        World.restrict(people.guest("chscb-lead"), restricted);
        World.stepAside(people.guest("chscb-lead"), unsent);
        people.onlookers(ours, elsewhere).forEach(onlooker -> AFTER.put(onlooker.who(), new Lists(archive, operations).seenBy(onlooker)));
    }

    private static String notes(Target target) {
        return World.BOARD + "/investigations/" + target.id(Kind.INVESTIGATION) + "/notes";
    }

    private static String path(String address, Target target) {
        return "/" + World.BOARD + Kind.fill(address, target.ids(Kind.in(address), target, 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyIdThereIsIsOfAKindThatIsTried() {
        archive.addresses("AT_BOARD").forEach(Kind::in);
        archive.addresses("WITHOUT_BOARD").forEach(Kind::in);
        operations.forEach(operation -> Kind.in(operation.path()));
        Set<String> names = new TreeSet<>(archive.viewParameters());
        operations.forEach(operation -> names.addAll(operation.query()));
        names.removeAll(HARMLESS);
        assertThat(names).isSubsetOf("reference", "id", "slug", "board", "token", "case");
        Set<String> fields = new TreeSet<>();
        operations.forEach(operation -> fields.addAll(operation.idFields()));
        assertThat(fields).isEqualTo(IDS_IN_BODIES);
    }

    @Test
    void whatIsHiddenIsAnsweredLikeWhatDoesNotExist() {
        Tried tried = new Tried();
        Attempts attempts = new Attempts(tried, archive.ofCases(), operations);
        List<Target> targets = List.of(ours, unsent, elsewhere, walled, restricted);
        List<Map<String, Reply>> before = targets.stream().map(target -> world.everythingOf(target, target == restricted ? "lead" : "officer")).toList();
        people.strangers(ours, unsent, elsewhere, walled, restricted).forEach(attempts::by);
        tried.write(Path.of(System.getProperty("probity.servers")).resolveSibling("isolation.txt"));
        System.out.println("Isolation: " + tried.requests() + " requests for what is hidden, each beside one for what does not exist.");
        System.out.println("  by " + tried.by("who") + "\n  in these ways " + tried.by("way") + "\n  for " + tried.by("kinds"));
        assertThat(tried.differences()).isEmpty();
        assertThat(tried.requests()).isGreaterThan(300);
        for (int i = 0; i < before.size(); i++) {
            Map<String, Reply> then = before.get(i);
            assertThat(then).allSatisfy((path, reply) -> assertThat(reply.status()).as(path).isEqualTo(200));
            world.everythingOf(targets.get(i), targets.get(i) == restricted ? "lead" : "officer").forEach((path, now) -> assertThat(now.difference(then.get(path))).as("%s afterwards", path).isEmpty());
        }
    }

    @Test
    void noActReachesWhatBelongsToAnotherBoardOrCaseByAnIdInItsBody() {
        Tried tried = new Tried();
        Set<String> fields = new NamedInBodies(server, tried).of(stages, ours, elsewhere, walled);
        System.out.println("Isolation: " + tried.requests() + " ids in bodies: " + tried.by("kinds"));
        assertThat(tried.differences()).isEmpty();
        assertThat(fields).isEqualTo(IDS_IN_BODIES).hasSameSizeAs(tried.by("kinds").keySet());
    }

    @Test
    void aLinkThatWasUsedAndAFileOfTheInstallationAreAnsweredLikeWhatDoesNotExist() throws IOException {
        assertThat(new Outside(archive, people, ours.with(Kind.LINK, link)).tried().differences()).isEmpty();
    }

    @Test
    void noFormTakesTheIdOfSomethingThatItDidNotOffer() {
        Tried tried = new Tried();
        Choices choices = new Choices(archive, tried);
        Set<String> foreign = new TreeSet<>(List.of(elsewhere.id(Kind.EVIDENCE), elsewhere.id(Kind.DOCUMENT)));
        for (String page : List.of("/parties", "/team")) {
            String address = "/nscb/investigations/" + elsewhere.id(Kind.INVESTIGATION) + page;
            Fields.choices(people.guest("nscb-officer").page(address)).values().forEach(ids -> foreign.add(ids.iterator().next()));
        }
        Set<String> names = new TreeSet<>(choices.by(people.stranger("officer", "chscb-officer", World.BOARD, elsewhere, null), stages.references(), foreign));
        names.addAll(choices.by(people.stranger("administrator", "chscb-admin", World.BOARD, elsewhere, null), List.of(), foreign));
        System.out.println("Isolation: " + tried.requests() + " ids in fields of pages: " + tried.by("kinds"));
        assertThat(tried.differences()).isEmpty();
        assertThat(names).contains("subjectId", "organisationId", "memberId");
        assertThat(foreign).hasSizeGreaterThan(3);
    }

    @Test
    void nobodyIsAnsweredUnderTheKeyOfSomebodyElseNorUnderTheirOwnFromBefore() {
        Stranger named = people.stranger("named", "chscb-officer2", World.BOARD, walled, null);
        Tried tried = new Tried();
        Attempts attempts = new Attempts(tried, List.of(), List.of());
        attempts.compare(named, List.of(Kind.INVESTIGATION), "own key from before", "POST notes", target ->
                kept.post(named.authorization(), notes(target), KeptAnswers.NOTE));
        KeptAnswers officers = new KeptAnswers(server);
        assertThat(officers.post(World.token(World.BOARD, "officer"), notes(walled), KeptAnswers.NOTE).status() / 100).isEqualTo(2);
        attempts.compare(named, List.of(Kind.INVESTIGATION), "key of an officer", "POST notes", target ->
                officers.post(named.authorization(), notes(target), KeptAnswers.NOTE));
        Stranger there = people.stranger("officer of another board", "nscb-officer", World.OTHER_BOARD, walled, null);
        attempts.compare(there, List.of(Kind.INVESTIGATION), "key of an officer", "POST notes", target ->
                officers.post(there.authorization(), notes(target).replaceFirst(World.BOARD, World.OTHER_BOARD), KeptAnswers.NOTE));
        assertThat(tried.requests()).isEqualTo(3);
        assertThat(tried.differences()).isEmpty();
    }

    @Test
    void aReceiptCodeIsGivenToNobodyWhoOnlyKnowsTheKeyAndOpensNothingAtAnotherBoard() {
        KeptAnswers reporter = new KeptAnswers(server);
        String code = reporter.receipt(World.BOARD, "A post about a child.");
        assertThat(reporter.receipt(World.BOARD, "A post about a child.")).isEqualTo(code);
        assertThat(reporter.receipt(World.BOARD, "Anything at all.")).isNotEqualTo(code);
        assertThat(reporter.receipt(World.OTHER_BOARD, "A post about a child.")).isNotEqualTo(code);
        assertThat(reporter.post(null, World.BOARD + "/concerns", Walk.concern(), "1").status()).isEqualTo(422);
        Stranger nobody = new Stranger("nobody", people.nobody(), null, World.OTHER_BOARD, ours, null);
        Tried tried = new Tried();
        new Attempts(tried, List.of(), List.of()).compare(nobody, List.of(Kind.RECEIPT), "form of an own page", "POST /report/follow", target -> {
            Map<String, String> form = new LinkedHashMap<>(Fields.of(nobody.guest().page("/nscb/report/follow")));
            form.put("code", target.id(Kind.RECEIPT));
            return nobody.guest().post("/nscb/report/follow", form);
        });
        assertThat(tried.differences()).isEmpty();
    }

    @Test
    void aFormThatCannotBeReadIsRefusedInPlainWords() {
        String evidence = path("/investigations/{reference}/evidence/new", ours);
        Guest officer = people.guest("chscb-officer");
        Map<String, String> form = Fields.of(officer.page(evidence));
        Reply page = officer.post(evidence, form);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>").doesNotContain("Exception", "UT0");
        String resource = "/api/boards/" + World.BOARD + "/investigations/" + ours.id(Kind.INVESTIGATION) + "/evidence";
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x")) {
            Reply reply = new Guest(server).send("POST", resource, type, BodyPublishers.ofString("title=A+file"), "Authorization",
                    World.token(World.BOARD, "officer"));
            assertThat(reply.status()).as(type + reply).isIn(400, 415, 422);
            assertThat(reply.headers()).contains("application/problem+json");
        }
    }

    @Test
    void listsCountsSearchAndEarlierCasesAreAsBefore() {
        assertThat(AFTER).hasSize(4).allSatisfy((who, after) -> {
            assertThat(after.keySet()).isEqualTo(BEFORE.get(who).keySet()).hasSizeGreaterThan(5);
            after.forEach((path, reply) -> assertThat(reply.difference(BEFORE.get(who).get(path))).as("%s for %s", path, who).isEmpty());
        });
    }

    @Test
    void whoIsNamedLosesThePagesTheyHaveOpen() {
        assertThat(OPENED.values().stream().filter(form -> form.containsKey("jakarta.faces.ViewState"))).hasSizeGreaterThan(5);
        Set<String> refused = new TreeSet<>();
        OPENED.forEach((address, form) -> {
            Stranger named = people.stranger("named", "chscb-officer2", World.BOARD, walled, null);
            Tried tried = new Tried();
            Attempts attempts = new Attempts(tried, List.of(), List.of());
            attempts.compare(named, Kind.in(address), "page opened before", address, target -> opener.post(path(address, target), form));
            if (form.containsKey("jakarta.faces.ViewState")) {
                attempts.compare(named, Kind.in(address), "Ajax of an own page", address, target -> opener.ajax(path(address, target), form));
                assertThat(tried.by("status").keySet()).as(address).containsOnly("404");
                refused.add(address);
            }
            assertThat(tried.differences()).isEmpty();
        });
        System.out.println("Isolation: pages that stood open when somebody was named, and what they were refused: " + refused);
        assertThat(refused).hasSizeGreaterThan(5);
    }

    @Test
    void aStolenSessionEndsWithItsOwnerAndOpensNoOtherBoard() {
        Guest owner = new Guest(server).signIn("chscb-lead");
        Guest thief = owner.thief();
        String path = path("/investigations/{reference}", ours);
        assertThat(thief.get(path).status()).isEqualTo(200);
        assertThat(thief.get(path.replace("/chscb/", "/nscb/")).status()).isEqualTo(404);
        assertThat(owner.leave(8, path)).extracting(Reply::status).allMatch(status -> status < 500);
        Guest nobody = new Guest(server);
        assertThat(thief.get(path).difference(nobody.get(path))).isEmpty();
        assertThat(owner.get(path).status()).isEqualTo(302);
    }

    @Test
    void whatIsWithdrawnIsGoneAtTheNextRequest() {
        String board = "/" + LEAVING;
        String reference = new Walk(new Api(server, LEAVING)).report().reference();
        String notes = board + "/investigations/" + reference + "/notes";
        Withdrawal withdrawal = new Withdrawal(new Guest(server).signIn(LEAVING + "-admin"), LEAVING);
        Guest officer2 = new Guest(server).signIn(LEAVING + "-officer2");
        Guest officer = new Guest(server).signIn(LEAVING + "-officer");
        Guest lead = new Guest(server).signIn(LEAVING + "-lead");
        Map<String, String> ofOfficer2 = Withdrawal.note(officer2, notes);
        Map<String, String> ofOfficer = Withdrawal.note(officer, notes);
        assertThat(List.of(rest("officer2", reference), rest("officer", reference), rest("lead", reference))).containsOnly(200);

        withdrawal.leaveOnly(LEAVING + "-officer2", "AUDITOR", new Guest(server).signIn("operator", Links.PASSPHRASE));
        assertThat(officer2.post(notes, ofOfficer2).status()).as("a form that was open, without the role").isEqualTo(403);
        assertThat(officer2.get(notes).status()).as("a page without the role").isEqualTo(403);
        assertThat(rest("officer2", reference)).as("the token made with the role").isEqualTo(401);
        assertThat(officer2.get(board + "/audit").status()).as("a page of the new role").isEqualTo(200);

        withdrawal.end(LEAVING + "-officer");
        assertThat(officer.post(notes, ofOfficer).status()).as("a form that was open, after the membership").isEqualTo(404);
        assertThat(officer.get(notes).status()).as("a page after the membership").isEqualTo(404);
        assertThat(rest("officer", reference)).as("the token after the membership").isEqualTo(401);

        withdrawal.revoke("demo-" + LEAVING + "-lead");
        assertThat(rest("lead", reference)).as("the token that was revoked").isEqualTo(401);
        assertThat(lead.get(board + "/investigations/" + reference).status()).as("the session beside it").isEqualTo(200);
        assertThat(lead.get(board + "/investigations/" + reference + "?tab=notes").body()).doesNotContain("Typed while I still could.");
        System.out.println("Isolation: a role, a membership and a token withdrawn: 7 requests right afterwards refused, 2 others not.");
    }

    private static int rest(String role, String reference) {
        return new Guest(server).get("/api/boards/" + LEAVING + "/investigations/" + reference, "Authorization", World.token(LEAVING, role)).status();
    }
}
