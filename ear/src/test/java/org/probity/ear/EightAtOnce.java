package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Sends every act eight times at the same moment. It happens once; the others are told that somebody was faster, or are
 * answered alike where doing it twice is doing it once.
 */
public final class EightAtOnce extends Api {

    private static final int TIMES = 8;

    /** Of what there may be many, one comes of one key. */
    private static final Pattern MANY = Pattern.compile("concerns|.*/(evidence|notes|removal-requests|cooperation-requests|progress)");

    /** To say it twice is to say it once. */
    private static final Pattern SAME = Pattern.compile(".*/parties");

    private final ExecutorService clients = Executors.newCachedThreadPool(work -> {
        Thread client = new Thread(work);
        client.setDaemon(true);
        return client;
    });

    public EightAtOnce(Server server, String board) {
        super(server, board);
    }

    @Override
    public Answer post(String role, String path, Map<String, ?> body) {
        boolean alike = MANY.matcher(path).matches() || SAME.matcher(path).matches();
        String key = UUID.randomUUID().toString();
        List<Answer> answers = together(() -> MANY.matcher(path).matches() ? post(role, path, body, key) : tryPost(role, path, body));
        if (alike) {
            assertThat(answers).as("%s as %s", path, role).allMatch(Answer::isDone);
            assertThat(answers.stream().map(Answer::body).distinct()).as(path).hasSize(1);
        } else {
            assertOneDone(role + ": " + path, answers);
        }
        return answers.stream().filter(Answer::isDone).findFirst().orElseThrow();
    }

    /** Several at the same moment, of which one may be done. */
    public void delete(String role, String path) {
        assertOneDone(role + ": delete " + path, together(() -> tryDelete(role, path)));
    }

    /** What each of them was answered. */
    public List<Integer> statuses(String role, String path, Map<String, ?> body) {
        return together(() -> tryPost(role, path, body)).stream().map(Answer::status).toList();
    }

    private static void assertOneDone(String what, List<Answer> answers) {
        assertThat(answers).as(what).filteredOn(Answer::isDone).hasSize(1);
        assertThat(answers).as(what).filteredOn(answer -> !answer.isDone()).allMatch(answer -> answer.status() == 409 || answer.status() == 412);
    }

    private List<Answer> together(Callable<Answer> act) {
        try {
            List<Future<Answer>> sent = clients.invokeAll(Collections.nCopies(TIMES, act));
            return sent.stream().map(EightAtOnce::answer).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Future<Answer> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
