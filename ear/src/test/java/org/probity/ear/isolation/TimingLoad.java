package org.probity.ear.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Server;

/**
 * Nobody learns from a clock what is hidden from them: refusing it takes as long as refusing what does not exist. The file of
 * the case is so large that loading it would show. What else the machine does decides as well, so it is no part of {@code verify};
 * it is run by name on a quiet one:
 *
 * <pre>./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=TimingLoad</pre>
 */
class TimingLoad {

    private static final int FILE = 8 * 1024 * 1024;

    private static Server server;
    private static Archive archive;
    private static List<Operation> operations;
    private static Target walled;
    private static Target elsewhere;

    @BeforeAll
    static void makeCases() {
        server = Server.named("isolation-timing", 1610).with(Links.LEFT_BY_THE_START).start();
        archive = Archive.open();
        operations = Operation.in(new Gson().fromJson(new Guest(server).get("/openapi", "Accept", "application/json").body(), JsonObject.class));
        World world = new World(server);
        List<Target> made = World.together(() -> world.sent(World.BOARD), () -> world.sent(World.OTHER_BOARD));
        walled = made.get(0).with(Kind.EVIDENCE, String.valueOf(world.evidence(World.BOARD, made.get(0).id(Kind.INVESTIGATION), "words ".repeat(FILE / 6))));
        elsewhere = made.get(1);
        World.name("chscb-officer2", new Guest(server).signIn("chscb-officer"), walled);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itTakesAsLongToRefuseWhatIsHiddenAsWhatDoesNotExist() {
        Timing timing = new Timing();
        Set<Kind> measured = EnumSet.noneOf(Kind.class);
        for (Stranger stranger : strangers()) {
            for (Kind kind : Kind.values()) {
                if (stranger.hidden().id(kind) != null && kind != Kind.BOARD && Stream.of(page(stranger, kind), rest(stranger, kind)).filter(way -> way != null)
                        .filter(way -> isMeasured(timing, stranger, kind, way)).count() > 0) {
                    measured.add(kind);
                }
            }
        }
        measureLink(timing);
        measureAudit(timing);
        timing.figures().forEach(System.out::println);
        assertThat(timing.figures()).allMatch(Timing.Figure::isAlike);
        assertThat(measured).isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.BOARD, Kind.LINK, Kind.ARCHIVE)));
    }

    /** A link that was used says so on a page of its own, like one that never was. */
    private static void measureLink(Timing timing) {
        Target used = walled.with(Kind.LINK, Links.use(server));
        Guest nobody = new Guest(server);
        timing.measure("LINK, page, nobody", () -> nobody.page("/link/" + used.id(Kind.LINK)), () -> nobody.page("/link/" + used.absent().id(Kind.LINK)));
    }

    /** An auditor is answered that there is nothing, and as fast for a case they are named in as for none. */
    private static void measureAudit(Timing timing) {
        World.name("chscb-auditor", new Guest(server).signIn("chscb-officer"), walled);
        Guest auditor = new Guest(server).signIn("chscb-auditor");
        String search = "/chscb/audit?case=";
        timing.measure("INVESTIGATION, search of the audit, auditor who is named", () -> auditor.page(search + walled.id(Kind.INVESTIGATION)),
                () -> auditor.page(search + walled.absent().id(Kind.INVESTIGATION)));
    }

    @Test
    void whatDoesMoreThanToRefuseIsSeenByTheClock() {
        Timing timing = new Timing();
        Stranger officer = stranger("officer", "chscb-officer", World.BOARD, walled);
        Way file = page(officer, Kind.EVIDENCE);
        Timing.Figure loaded = timing.measure("a file is loaded", () -> file.ask(walled), () -> file.ask(walled.absent()));
        Guest nobody = new Guest(server);
        Timing.Figure hashed = timing.measure("a password is hashed", () -> nobody.tryToSignIn("chscb-officer@example.org", "wrong"),
                () -> nobody.page("/signin"));
        System.out.println(loaded + "\n" + hashed);
        assertThat(loaded.isAlike()).isFalse();
        assertThat(hashed.isAlike()).isFalse();
    }

    /** One way to ask for a thing of a case. */
    private record Way(String name, Function<Target, Reply> send) {

        Reply ask(Target target) {
            return send.apply(target);
        }
    }

    /** Only where the stranger may ask for such a thing at all, and does not find this one. */
    private static boolean isMeasured(Timing timing, Stranger stranger, Kind kind, Way way) {
        Target hidden = stranger.hidden();
        Target absent = hidden.absent();
        if (way.ask(hidden).status() != 404) {
            return false;
        }
        timing.measure(kind + ", " + way.name() + ", " + stranger.who(), () -> way.ask(hidden), () -> way.ask(absent));
        return true;
    }

    private static Way page(Stranger stranger, Kind kind) {
        return archive.addresses("AT_BOARD").stream().filter(address -> ends(Kind.in(address), kind)).findFirst().map(address ->
                new Way("page", target -> stranger.guest().get("/" + stranger.board() + fill(address, target)))).orElse(null);
    }

    private static Way rest(Stranger stranger, Kind kind) {
        return operations.stream().filter(operation -> Set.of("GET", "DELETE").contains(operation.method()) && ends(Kind.in(operation.path()), kind)).findFirst()
                .map(operation -> new Way("REST", target -> stranger.guest().send(operation.method(), fill(operation.path().replace("{board}", stranger.board()), target),
                        null, BodyPublishers.noBody(), stranger.authorization() == null ? new String[0] : new String[] {"Authorization", stranger.authorization()}))).orElse(null);
    }

    private static boolean ends(List<Kind> kinds, Kind kind) {
        return !kinds.isEmpty() && kinds.get(kinds.size() - 1) == kind;
    }

    private static String fill(String address, Target target) {
        return Kind.fill(address, target.ids(Kind.in(address), target, 0));
    }

    private static List<Stranger> strangers() {
        List<Stranger> strangers = new ArrayList<>();
        strangers.add(stranger("officer who is named", "chscb-officer2", World.BOARD, walled));
        strangers.add(stranger("officer of another board", "nscb-officer", World.OTHER_BOARD, walled));
        strangers.add(stranger("another employee", "chscb-employee2", World.BOARD, walled));
        strangers.add(stranger("HR of another organisation", "chscb-hr2", World.BOARD, walled));
        strangers.add(stranger("HR, referral of another board", "chscb-hr", World.BOARD, elsewhere));
        strangers.add(stranger("administrator, member of another board", "chscb-admin", World.BOARD, elsewhere));
        strangers.add(new Stranger("nobody", new Guest(server), null, World.OTHER_BOARD, walled, null));
        return strangers;
    }

    private static Stranger stranger(String who, String account, String board, Target hidden) {
        String token = account.matches("chscb-(employee2|hr2)") ? "" : World.token(account.replaceFirst("-.*", ""), account.replaceFirst(".*-", ""));
        return new Stranger(who, new Guest(server).signIn(account), token, board, hidden, null);
    }
}
