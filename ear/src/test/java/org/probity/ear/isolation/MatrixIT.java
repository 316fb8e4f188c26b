package org.probity.ear.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;

/**
 * Every page and every operation of the API, asked for by every role: open to those that were agreed and to no other. What
 * is asked for does not exist, so that whoever is let in finds nothing, and nothing changes.
 */
class MatrixIT {

    private static final String BOARD = "chscb";
    private static final String NOBODY = "PUBLIC";
    private static final int FORBIDDEN = 403;
    private static final int SIGN_IN = 302;
    private static final int NO_TOKEN = 401;
    private static final int BROKEN = 500;

    /** Who holds that role and no other. */
    private static final Map<String, String> PEOPLE = people();

    private static Server server;
    private static final Map<String, Guest> GUESTS = new LinkedHashMap<>();

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("OFFICER", "officer");
        people.put("LEAD", "lead");
        people.put("HR", "hr");
        people.put("EMPLOYEE", "employee");
        people.put("MANAGER", "manager");
        people.put("ADMINISTRATOR", "admin");
        people.put("AUDITOR", "auditor");
        return people;
    }

    @BeforeAll
    static void start() {
        server = SharedServer.still();
        GUESTS.put(NOBODY, new Guest(server));
        PEOPLE.forEach((role, person) -> GUESTS.put(role, new Guest(server).signIn(BOARD + "-" + person)));
        GUESTS.put("OPERATOR", new Guest(server).signIn("operator"));
    }

    @Test
    void everyPageIsOpenToTheRolesThatWereAgreedAndToNoOther() {
        Archive archive = Archive.open();
        Openings found = new Openings();
        archive.addresses("AT_BOARD").forEach(address -> ask(found, address.isEmpty() ? "." : address, "/" + BOARD + address));
        archive.addresses("WITHOUT_BOARD").stream().filter(address -> !address.equals("/signout"))
                .forEach(address -> ask(found, "/" + address, address));
        found.roles().put("//signout", Openings.approved("pages.txt").roles().get("//signout"));
        assertAgreed("Pages", "pages.txt", found, GUESTS.keySet().stream().toList());
    }

    /** The filter that finds the board, and the server that finds the operation, may read an address differently. */
    @Test
    void anAddressOfTheApiInWhichNoBoardIsFoundLeadsNowhere() {
        Guest nobody = GUESTS.get(NOBODY);
        assertThat(nobody.get("/api/boards/" + BOARD + "/policy").status()).isEqualTo(200);
        for (String way : List.of("/api/boards;x/" + BOARD, "/api;x/boards/" + BOARD, "/api/%62oards/" + BOARD, "/api//boards/" + BOARD,
                "/api/boards//" + BOARD, "/api/boards/" + BOARD + ";x")) {
            assertThat(nobody.get(way + "/policy").status()).as(way).isIn(400, 404);
        }
    }

    /** A guest who asks for the way out is out, so that one is left to the walks. */
    private static void ask(Openings found, String address, String path) {
        String nowhere = path.replace("{reference}", "CHSCB-2026-9999").replace("{slug}", BOARD).replaceAll("\\{\\w+}", "999999999");
        GUESTS.forEach((role, guest) -> {
            Reply reply = guest.get(nowhere);
            assertThat(reply.status()).as("%s as %s", nowhere, role).isLessThan(BROKEN);
            found.note(address, role, isOpen(reply, role, path));
        });
    }

    private static boolean isOpen(Reply reply, String role, String path) {
        boolean toSignIn = reply.status() == SIGN_IN && reply.headers().contains("/signin?next=");
        boolean noMember = role.equals("OPERATOR") && path.startsWith("/" + BOARD) && reply.status() == 404;
        return reply.status() != FORBIDDEN && !toSignIn && !noMember;
    }

    @Test
    void everyOperationIsOpenToTheRolesThatWereAgreedAndToNoOther() {
        JsonObject api = new Gson().fromJson(GUESTS.get(NOBODY).get("/openapi", "Accept", "application/json").body(), JsonObject.class);
        Openings found = new Openings();
        for (Operation operation : Operation.in(api)) {
            String name = operation.method() + " " + operation.path().replace("/api/boards/{board}", "");
            ask(found, name, operation, NOBODY, null);
            PEOPLE.forEach((role, person) -> ask(found, name, operation, role, "demo-" + BOARD + "-" + person));
        }
        List<String> roles = new ArrayList<>(PEOPLE.keySet());
        roles.add(NOBODY);
        assertAgreed("API", "rest.txt", found, roles);
    }

    private static void ask(Openings found, String name, Operation operation, String role, String token) {
        String path = operation.path().replace("{board}", BOARD).replace("{reference}", "CHSCB-2026-9999")
                .replaceAll("\\{\\w+}", "999999999");
        String[] headers = token == null ? new String[0] : new String[] {"Authorization", "Bearer " + token};
        boolean acts = Set.of("POST", "PUT").contains(operation.method());
        Reply reply = new Guest(server).send(operation.method(), path, acts ? "application/json" : null,
                acts ? BodyPublishers.ofString("{}") : BodyPublishers.noBody(), headers);
        assertThat(reply.status()).as("%s as %s", name, role).isLessThan(BROKEN);
        found.note(name, role, reply.status() != FORBIDDEN && reply.status() != NO_TOKEN);
    }

    /** The comparison would find each single cell that is otherwise, which is tried with each. */
    private static void assertAgreed(String what, String file, Openings found, List<String> roles) {
        Openings approved = Openings.approved(file);
        List<String> differences = approved.differences(found);
        assertThat(differences).isEmpty();
        int tried = 0;
        for (String thing : approved.roles().keySet()) {
            for (String role : roles) {
                assertThat(approved.turned(thing, role).differences(found)).as("%s turned for %s", thing, role).hasSize(1);
                tried++;
            }
        }
        System.out.printf("Matrix, %s: %d x %d roles = %d asked, %d open, %d disagreements; %d cells turned, each found%n", what,
                found.roles().size(), roles.size(), found.roles().size() * roles.size(),
                found.roles().values().stream().mapToInt(Set::size).sum(), differences.size(), tried);
    }
}
