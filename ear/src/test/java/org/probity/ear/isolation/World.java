package org.probity.ear.isolation;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Cases at two boards, made through the REST API by those who may make them. */
final class World {

    static final String BOARD = "chscb";
    static final String OTHER_BOARD = "nscb";

    /** A witness whom nothing but hidden cases tells of. */
    static final String ONLY_THERE = "Gwenllian Unheard";

    private static final Pattern MEMBER = Pattern.compile("/members/(\\d+)\"");
    private static final String BOUNDARY = "a-line-that-is-in-no-file";

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Server server;

    World(Server server) {
        this.server = server;
    }

    /** A case with a referral that was sent, about the first employee. */
    Target sent(String board) {
        return target(board, whole(board).refer().awaitReferral());
    }

    /** A case whose referral waits to be approved: the employer knows nothing of it. */
    Target composed(String board) {
        return target(board, whole(board).find().compose());
    }

    /** A case that waits for triage. */
    Walk fresh() {
        Api here = new Api(server, BOARD);
        Walk fresh = new Walk(here).report();
        here.post("officer", "investigations/" + fresh.reference() + "/gates/urgent", Walk.nothingUrgent());
        here.post("officer", "investigations/" + fresh.reference() + "/evidence",
                Map.of("title", "The post", "sourceAddress", "https://example.org/p"));
        return fresh;
    }

    /** A case whose subject was asked to remove something and has not answered. */
    Walk asked() {
        return new Walk(new Api(server, BOARD)).report().detect().askForRemoval().awaitRemovalRequest();
    }

    /** A case of which a referral is being composed. */
    Walk composing() {
        return whole(BOARD).find();
    }

    /**
     * From now on they are named in the case, by a description that matches an account of theirs, as they never write it; and
     * somebody of whom no other case tells. @param account the log-in before the at sign
     */
    static void name(String account, Guest officer, Target target) {
        witness(officer, target, ONLY_THERE, "");
        witness(officer, target, "Somebody Married Since", account.toUpperCase(Locale.ROOT) + "+home@Example.org");
    }

    private static void witness(Guest officer, Target target, String name, String email) {
        send(officer, target, "parties", Map.of("subjectId", "-1", "name", name, "email", email, "profession", "", "organisationId", "", "jobTitle", "Officer",
                "language", "EN", "kind", "WITNESS"));
    }

    /** From now on nobody but the lead sees the case. */
    static void restrict(Guest lead, Target target) {
        send(lead, target, "team", Map.of("memberId", "", "reasons", "It touches a colleague."));
    }

    /** From now on the lead sees nothing of the case. */
    static void stepAside(Guest lead, Target target) {
        send(lead, target, "stepping-aside", Map.of("reasons", "I know the family."));
    }

    private static void send(Guest guest, Target target, String page, Map<String, String> fields) {
        String address = "/" + BOARD + "/investigations/" + target.id(Kind.INVESTIGATION) + "/" + page;
        Map<String, String> form = new LinkedHashMap<>(Fields.of(guest.page(address)));
        form.putAll(fields);
        Reply done = guest.post(address, form);
        if (done.status() != 302) {
            throw new IllegalStateException("Not done on " + address + ": " + done);
        }
        tell(guest);
    }

    /** What somebody who may reads of a case through the API. */
    Map<String, Reply> everythingOf(Target target, String role) {
        Map<String, Reply> seen = new LinkedHashMap<>();
        String board = target.id(Kind.BOARD);
        for (String below : List.of("", "/notes", "/evidence", "/documents", "/findings", "/removal-requests", "/cooperation-requests", "/referral",
                "/reporter-questions", "/protected-disclosures", "/work", "/gates", "/closures", "/stages")) {
            String path = "/api/boards/" + board + "/investigations/" + target.id(Kind.INVESTIGATION) + below;
            seen.put(path, new Guest(server).get(path, "Authorization", token(board, role)));
        }
        return seen;
    }

    /** The next page says that it was done, and the one after it forgets that. */
    private static void tell(Guest guest) {
        guest.get("/" + BOARD + "/approvals");
        guest.get("/" + BOARD + "/approvals");
    }

    /** Several at once. */
    @SafeVarargs
    static <T> List<T> together(Callable<T>... cases) {
        List<Callable<T>> all = new ArrayList<>();
        for (Callable<T> one : cases) {
            all.add(one);
        }
        return together(all);
    }

    static <T> List<T> together(List<Callable<T>> cases) {
        ExecutorService threads = Executors.newFixedThreadPool(cases.size());
        try {
            List<T> made = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(cases)) {
                made.add(one.get());
            }
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    /** Everything up to the findings. */
    Walk whole(String board) {
        return new Walk(new Api(server, board)).report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement();
    }

    private Target target(String board, Walk walk) {
        return Target.of(board, walk, evidence(board, walk.reference(), "Words."), question(board, walk.reference()), member(board),
                tokens.computeIfAbsent(board, this::made));
    }

    private long question(String board, String reference) {
        return new Api(server, board).post("officer", "investigations/" + reference + "/reporter-questions", Map.of("words", "Is it still there?")).json()
                .get("id").getAsLong();
    }

    /** @return id of the token that the second employee has made for a program of theirs */
    private String made(String board) {
        Guest owner = new Guest(server).signIn(board + "-employee2");
        Map<String, String> form = new LinkedHashMap<>(Fields.of(owner.page("/" + board + "/tokens"), "new"));
        form.putAll(Map.of("name", "A program", "until", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()));
        owner.post("/" + board + "/tokens", form);
        return Walk.objects(new Api(server, board).get("admin", "members/tokens?size=100"), "items")
                .filter(token -> token.get("name").getAsString().equals("A program")).findFirst().orElseThrow().get("id").getAsString();
    }

    private String member(String board) {
        Matcher link = MEMBER.matcher(new Guest(server).signIn(board + "-admin").page("/" + board + "/members"));
        if (!link.find()) {
            throw new IllegalStateException("The list of members leads to none");
        }
        return link.group(1);
    }

    /** @return id of a new piece of evidence with a file that holds the text */
    long evidence(String board, String reference, String text) {
        Reply kept = new Guest(server).send("POST", "/api/boards/" + board + "/investigations/" + reference + "/evidence",
                formType(), BodyPublishers.ofString(form("what-was-seen.txt", text, Map.of("title", "What was seen"))),
                "Authorization", token(board, "officer"));
        return new Gson().fromJson(kept.body(), JsonObject.class).get("id").getAsLong();
    }

    /** A form with a file, as it is sent. */
    static String form(String fileName, String text, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                + value + "\r\n"));
        return form + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + text + "\r\n--" + BOUNDARY + "--\r\n";
    }

    static String formType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    static String token(String board, String role) {
        return "Bearer demo-" + board + "-" + role;
    }
}
