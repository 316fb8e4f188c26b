package org.probity.ear.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Server;

/**
 * What belongs to another board, another organisation, another employee or a case behind a wall is answered exactly like
 * what does not exist: at every address, through every operation of the API, in every way of asking.
 */
class IsolationIT {

    /** What is said of a page or list, and names no object, or narrows what a board's auditor sees of their own chain. */
    private static final Set<String> HARMLESS = Set.of("q", "stage", "page", "size", "kind", "view", "due", "on", "tab", "next", "answer",
            "status", "why", "role", "act", "who", "from", "to", "before", "case");

    private static final Set<String> IDS_IN_BODIES = Set.of("allegationId", "itemId", "itemIds", "organisationId", "personId", "sourceId", "subjectId");

    private static Server server;
    private static Archive archive;
    private static List<Operation> operations;
    private static World world;
    private static Target ours;
    private static Target unsent;
    private static Target elsewhere;
    private static Target walled;
    private static final Map<String, Guest> GUESTS = new LinkedHashMap<>();
    private static final Map<String, Map<String, Reply>> BEFORE = new LinkedHashMap<>();
    private static final Map<String, Map<String, Reply>> AFTER = new LinkedHashMap<>();
    private static final Map<String, Map<String, String>> OPENED = new LinkedHashMap<>();

    @BeforeAll
    static void makeCases() {
        server = Server.named("isolation", 1600).start();
        archive = Archive.open();
        operations = Operation.in(new Gson().fromJson(new Guest(server).get("/openapi", "Accept", "application/json").body(), JsonObject.class));
        world = new World(server);
        List<Target> made = World.together(() -> world.sent(World.BOARD), () -> world.composed(World.BOARD), () -> world.sent(World.OTHER_BOARD));
        ours = made.get(0);
        unsent = made.get(1);
        elsewhere = made.get(2);
        for (String account : List.of("chscb-officer", "chscb-officer2", "chscb-lead", "chscb-hr", "chscb-hr2", "chscb-employee", "chscb-employee2",
                "chscb-manager", "chscb-admin", "chscb-auditor", "nscb-officer", "hospital-hr", "roles", "operator")) {
            GUESTS.put(account, new Guest(server).signIn(account));
        }
        makeTheWalledCase();
    }

    /** Once there is something to compare: what everybody sees before, and what the second officer has open while they may. */
    private static void makeTheWalledCase() {
        onlookers().forEach(onlooker -> BEFORE.put(onlooker.who(), new Lists(archive, operations).seenBy(onlooker)));
        walled = World.together(() -> world.sent(World.BOARD)).get(0);
        for (String address : archive.addresses("AT_BOARD")) {
            if (address.startsWith("/investigations/{") && !address.matches(".*(file|preview|documents/.*)")) {
                String path = path(address, walled);
                OPENED.put(address, Fields.of(GUESTS.get("chscb-officer2").page(path)));
            }
        }
        World.nameSecondOfficer(GUESTS.get("chscb-officer"), walled);
        onlookers().forEach(onlooker -> AFTER.put(onlooker.who(), new Lists(archive, operations).seenBy(onlooker)));
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
        assertThat(names).isSubsetOf("reference", "id", "slug", "board", "token");
        Set<String> fields = new TreeSet<>();
        operations.forEach(operation -> fields.addAll(operation.idFields()));
        assertThat(fields).isEqualTo(IDS_IN_BODIES);
    }

    @Test
    void whatIsHiddenIsAnsweredLikeWhatDoesNotExist() {
        Tried tried = new Tried();
        Attempts attempts = new Attempts(tried, archive.addresses("AT_BOARD"), operations);
        strangers().forEach(attempts::by);
        tried.write(Path.of(System.getProperty("probity.servers")).resolveSibling("isolation.txt"));
        System.out.println("Isolation: " + tried.requests() + " requests for what is hidden, each beside one for what does not exist.");
        System.out.println("  by " + tried.by("who") + "\n  in these ways " + tried.by("way") + "\n  for " + tried.by("kinds"));
        tried.differences().forEach(System.out::println);
        assertThat(tried.differences()).isEmpty();
        assertThat(tried.requests()).isGreaterThan(300);
    }

    @Test
    void noActReachesWhatBelongsToAnotherBoardOrCaseByAnIdInItsBody() {
        Tried tried = new Tried();
        Set<String> fields = new NamedInBodies(server, tried).of(world.whole(World.BOARD), ours, elsewhere);
        System.out.println("Isolation: " + tried.requests() + " ids in bodies: " + tried.by("kinds"));
        assertThat(tried.differences()).isEmpty();
        assertThat(fields).isEqualTo(IDS_IN_BODIES).hasSameSizeAs(tried.by("kinds").keySet());
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
        Guest officer2 = GUESTS.get("chscb-officer2");
        assertThat(OPENED.values().stream().filter(form -> form.containsKey("jakarta.faces.ViewState"))).hasSizeGreaterThan(5);
        OPENED.forEach((address, form) -> {
            Stranger named = stranger("named", "chscb-officer2", World.BOARD, walled, null);
            Tried tried = new Tried();
            Attempts attempts = new Attempts(tried, List.of(), List.of());
            attempts.compare(named, Kind.in(address), "page opened before", address, target -> officer2.post(path(address, target), form));
            attempts.compare(named, Kind.in(address), "Ajax", address, target -> officer2.post(path(address, target), form,
                    "Faces-Request", "partial/ajax"));
            assertThat(tried.differences()).isEmpty();
        });
    }

    @Test
    void aStolenSessionEndsWithItsOwnerAndOpensNoOtherBoard() {
        Guest owner = new Guest(server).signIn("chscb-lead");
        Guest thief = owner.thief();
        String path = path("/investigations/{reference}", ours);
        assertThat(thief.get(path).status()).isEqualTo(200);
        assertThat(thief.get(path.replace("/chscb/", "/nscb/")).status()).isEqualTo(404);
        owner.post("/signout", Map.of());
        Guest nobody = new Guest(server);
        assertThat(thief.get(path).difference(nobody.get(path))).isEmpty();
        assertThat(owner.get(path).status()).isEqualTo(302);
    }

    private static List<Stranger> onlookers() {
        return List.of(stranger("officer who is named", "chscb-officer2", World.BOARD, ours, ours),
                stranger("officer of another board", "nscb-officer", World.OTHER_BOARD, elsewhere, elsewhere),
                stranger("another employee", "chscb-employee2", World.BOARD, ours, null),
                stranger("HR of another organisation", "chscb-hr2", World.BOARD, ours, null));
    }

    private static List<Stranger> strangers() {
        List<Stranger> strangers = new ArrayList<>();
        strangers.add(stranger("officer who is named", "chscb-officer2", World.BOARD, walled, ours));
        strangers.add(stranger("officer of another board, there", "nscb-officer", World.OTHER_BOARD, ours, elsewhere));
        strangers.add(stranger("officer of another board, here", "nscb-officer", World.BOARD, ours, null));
        strangers.add(stranger("officer of this board, elsewhere", "chscb-officer", World.OTHER_BOARD, elsewhere, null));
        strangers.add(stranger("lead, case of another board", "chscb-lead", World.BOARD, elsewhere, ours));
        strangers.add(stranger("another employee", "chscb-employee2", World.BOARD, ours, null));
        strangers.add(stranger("employee, case of another board", "chscb-employee", World.BOARD, elsewhere, ours));
        strangers.add(stranger("HR of another organisation", "chscb-hr2", World.BOARD, ours, null));
        strangers.add(stranger("HR before it is sent", "chscb-hr", World.BOARD, unsent, ours));
        strangers.add(stranger("HR, referral of another board", "chscb-hr", World.BOARD, elsewhere, ours));
        strangers.add(stranger("manager", "chscb-manager", World.BOARD, ours, null));
        strangers.add(stranger("administrator", "chscb-admin", World.BOARD, ours, null));
        strangers.add(stranger("administrator, member of another board", "chscb-admin", World.BOARD, elsewhere, ours));
        strangers.add(stranger("auditor, case of another board", "chscb-auditor", World.BOARD, elsewhere, ours));
        strangers.add(stranger("officer here who is auditor there", "roles", World.BOARD, elsewhere, ours));
        strangers.add(stranger("operator", "operator", World.BOARD, ours, null));
        strangers.add(new Stranger("nobody", nobody(), null, World.BOARD, ours, null));
        return strangers;
    }

    /** With the session that anybody gets who sends a form. */
    private static Guest nobody() {
        Guest nobody = new Guest(server);
        nobody.post("/" + World.BOARD + "/worklist", Map.of("form", "form"));
        return nobody;
    }

    private static Stranger stranger(String who, String account, String board, Target hidden, Target own) {
        boolean token = account.matches("(chscb|nscb)-[a-z]+|chscb-officer2");
        String authorization = token ? World.token(account.replaceFirst("-.*", ""), account.replaceFirst(".*-", "")) : "";
        return new Stranger(who, GUESTS.get(account), authorization, board, hidden, own);
    }
}
