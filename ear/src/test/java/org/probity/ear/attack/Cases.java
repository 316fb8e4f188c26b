package org.probity.ear.attack;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Cases at every stage, with payloads in every text they are made of; where an answer is awaited, one for each of two who may give it. */
final class Cases {

    private static final int AT_ONCE = 4;
    private static final Duration UNTIL_MEETING = Duration.ofDays(3);
    private static final Duration UNTIL_MINUTES = Duration.ofMinutes(30);
    private static final List<UnaryOperator<Walk>> STAGES = List.of(walk -> walk, Walk::detect, Cases::asked, Cases::asked, Cases::helping, Cases::helping,
            Cases::answered, walk -> answered(walk).refer().awaitReferral(), walk -> answered(walk).refer().awaitReferral().decide().close());

    private final Server server;
    private final String board;
    private final Outcomes outcomes;
    private final Deck deck = new Deck();

    Cases(Server server, String board, Outcomes outcomes) {
        this.server = server;
        this.board = board;
        this.outcomes = outcomes;
    }

    /** @param apis are added, one a case @return the references, in the order of the stages; then one with a namesake of the officers in it, one that nobody sees,
     *         one whose letter is to be posted, and one whose subject may say that the minutes are wrong */
    List<String> make(List<HostileApi> apis) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> made = new ArrayList<>();
            for (UnaryOperator<Walk> stage : STAGES) {
                HostileApi api = new HostileApi(server, board, outcomes, deck);
                apis.add(api);
                made.add(threads.submit(() -> stage.apply(new Walk(api).report()).reference()));
            }
            List<String> references = new ArrayList<>();
            for (Future<String> one : made) {
                references.add(one.get());
            }
            references.add(withANamesake());
            references.add(unseen());
            references.add(withALetterToPost());
            references.add(withMinutes());
            writeDown(references.get(0));
            return references;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static Walk asked(Walk walk) {
        return walk.detect().askForRemoval().awaitRemovalRequest();
    }

    private static Walk helping(Walk walk) {
        return asked(walk).remove().awaitStatementRequest();
    }

    private static Walk answered(Walk walk) {
        return asked(walk).remove().askForStatement();
    }

    private String withANamesake() {
        String reference = new Walk(new HostileApi(server, board, outcomes, deck)).report().reference();
        Wire officer = new Wire(server, outcomes).signIn(board + "-officer@example.org");
        Wire.Answer named = officer.fill("/" + board + "/investigations/" + reference + "/parties", Map.of("subjectId", "-1", "name", "Wilma Officer",
                "jobTitle", "Neighbour", "kind", "WITNESS", "language", "EN"));
        if (named.status() != 302) {
            outcomes.fault("Nobody could be named in " + reference + ": " + named.status());
        }
        return reference;
    }

    /** As after a board was restored elsewhere: restricted, and nobody has a place on its team. */
    private String unseen() {
        String reference = new Walk(new HostileApi(server, board, outcomes, deck)).report().reference();
        server.change("insert into restriction (id, board, version, reference, reason, since, by_name) values (-4711, '" + board + "', 0, '" + reference
                + "', 'Few', now(), 'Somebody')");
        return reference;
    }

    private String withALetterToPost() {
        return Walk.aboutSomebodyWithoutPortal(new HostileApi(server, board, outcomes, deck)).report().detect().askForRemoval().awaitLetterToPost().reference();
    }

    /** The day of the meeting has to have come. */
    private String withMinutes() {
        Instant day = server.now().plus(UNTIL_MEETING);
        Walk walk = new Walk(new HostileApi(server, board, outcomes, deck)).report().detect().agreeToMeet(day);
        server.advance(UNTIL_MEETING.plus(UNTIL_MINUTES));
        return walk.meet(day.plus(UNTIL_MINUTES)).reference();
    }

    /** Each payload once where nothing but a sign that no text may hold is refused; whether it is kept is looked at later. */
    private void writeDown(String reference) {
        Wire officer = new Wire(server, outcomes).saying("Authorization", "Bearer demo-" + board + "-officer");
        Stream.of(Payload.values()).flatMap(kind -> kind.all().stream()).forEach(payload -> officer.send("POST",
                "/api/boards/" + board + "/investigations/" + reference + "/notes", "application/json",
                new Gson().toJson(Map.of("words", payload)).getBytes(StandardCharsets.UTF_8)));
    }
}
