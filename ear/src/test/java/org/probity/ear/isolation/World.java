package org.probity.ear.isolation;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

    private static final Pattern MEMBER = Pattern.compile("/members/(\\d+)\"");
    private static final String BOUNDARY = "a-line-that-is-in-no-file";

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

    /** From now on the second officer is named in the case, by a description that matches an account of theirs. */
    static void nameSecondOfficer(Guest officer, Target target) {
        String address = "/" + BOARD + "/investigations/" + target.id(Kind.INVESTIGATION) + "/parties";
        Map<String, String> form = new LinkedHashMap<>(Fields.of(officer.page(address)));
        form.putAll(Map.of("subjectId", "-1", "name", "Somebody Married Since", "email", BOARD + "-officer2@example.org",
                "organisationId", "", "jobTitle", "Officer", "language", "EN", "kind", "WITNESS"));
        Reply named = officer.post(address, form);
        if (named.status() != 302) {
            throw new IllegalStateException("No witness was named: " + named);
        }
    }

    /** Several at once. */
    @SafeVarargs
    static List<Target> together(Callable<Target>... cases) {
        ExecutorService threads = Executors.newFixedThreadPool(cases.length);
        try {
            List<Target> made = new ArrayList<>();
            for (Future<Target> one : threads.invokeAll(List.of(cases))) {
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
        return Target.of(board, walk, evidence(board, walk.reference()), member(board));
    }

    private String member(String board) {
        Matcher link = MEMBER.matcher(new Guest(server).signIn(board + "-admin").page("/" + board + "/members"));
        if (!link.find()) {
            throw new IllegalStateException("The list of members leads to none");
        }
        return link.group(1);
    }

    private long evidence(String board, String reference) {
        Reply kept = new Guest(server).send("POST", "/api/boards/" + board + "/investigations/" + reference + "/evidence",
                formType(), BodyPublishers.ofString(form("what-was-seen.txt", Map.of("title", "What was seen"))),
                "Authorization", token(board, "officer"));
        return new Gson().fromJson(kept.body(), JsonObject.class).get("id").getAsLong();
    }

    /** A form with a file, as it is sent. */
    static String form(String fileName, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                + value + "\r\n"));
        return form + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\nWords.\r\n--" + BOUNDARY + "--\r\n";
    }

    static String formType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    static String token(String board, String role) {
        return "Bearer demo-" + board + "-" + role;
    }
}
