package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was answered survives a power cut, happens once, and tells everybody once. */
class RestartIT {

    /** A step or a mail that was in hand when the power went is taken up again within this. */
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int CLIENTS = 8;
    private static final int BEFORE_THE_CUT = 60;

    private static Postbox postbox;
    private static Server server;

    @BeforeAll
    static void start() {
        postbox = new Postbox();
        server = Server.named("restart", 300).withMovableClock().with(postbox.environment()).start();
    }

    @AfterAll
    static void stop() {
        server.close();
        postbox.close();
    }

    @Test
    void aCaseGoesOnWhereItWasAfterEveryPowerCut() {
        Api api = new Api(server, "chscb");
        Walk walk = new Walk(api).report().detect().askForRemoval();
        powerCut(TEN_MINUTES, api, walk);
        walk.awaitRemovalRequest();
        assertThat(walk.waiting()).containsExactly("awaitReply", "recordFindings");
        assertThat(walk.letters()).containsExactly("LETTER");

        Duration untilTheEve = Duration.between(server.now(), walk.replyBy()).minusHours(1);
        api.aDayLater();
        powerCut(untilTheEve, api, walk);
        Api.await("the reminder has struck", () -> !reminder(walk).isBlank());
        String reminded = reminder(walk);
        walk.remove().askForStatement().refer();
        powerCut(TEN_MINUTES, api, walk);
        walk.awaitReferral();
        assertThat(reminder(walk)).isEqualTo(reminded);
        assertThat(walk.waiting()).containsExactly("acknowledgeReferral");
        assertThat(walk.letters()).filteredOn("PACK"::equals).hasSize(1);
        walk.decide().close();
        api.repeatAll();
        assertThat(walk.page().get("stage").getAsString()).isEqualTo("CLOSED");
        assertThat(walk.waiting()).isEmpty();
        assertThat(walk.done()).doesNotHaveDuplicates();
        everyMailOnce();
        mailKeepsTheCaseToItself(walk);
    }

    @Test
    void noConcernIsHalfThereAfterAPowerCut() throws InterruptedException, ExecutionException {
        Api api = new Api(server, "nscb");
        Set<String> begun = ConcurrentHashMap.newKeySet();
        Map<String, String> reported = new ConcurrentHashMap<>();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        long before = cases();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_CUT);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> done = IntStream.range(0, CLIENTS).<Future<?>>mapToObj(client -> clients.submit(() -> {
            for (int n = 0;; n++) {
                String key = "cut-" + client + "-" + n;
                begun.add(key);
                try {
                    String reference = open(api, key);
                    reported.put(key, reference);
                    enough.countDown();
                    assertThat(gate(api, reference, key).status()).isEqualTo(204);
                    answered.add(reference);
                } catch (UncheckedIOException cut) {
                    return;
                }
            }
        })).toList();
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        server.kill();
        for (Future<?> client : done) {
            client.get();
        }
        clients.shutdown();
        server.startAfter(TEN_MINUTES);

        nothingHalf();
        assertThat(cases() - before).isBetween((long) reported.size(), (long) begun.size());
        api.repeatAll();
        for (String key : begun) {
            String reference = open(api, key);
            assertThat(reference).isEqualTo(reported.getOrDefault(key, reference));
            reported.put(key, reference);
            assertThat(gate(api, reference, key).status()).isEqualTo(204);
        }
        assertThat(cases() - before).isEqualTo(begun.size());
        assertThat(reported.values()).doesNotHaveDuplicates();
        assertThat(answered).isSubsetOf(reported.values());
        assertThat(server.rows("task from work_item where board = 'nscb' and is_open and reference in ('"
                + String.join("', '", reported.values()) + "')")).hasSize(begun.size()).containsOnly("preserveEvidence");
        nothingHalf();
        everyMailOnce();
    }

    private static String open(Api api, String key) {
        Api.Answer answer = api.post("officer", "concerns", Walk.concern(), key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("reference").getAsString();
    }

    private static Api.Answer gate(Api api, String reference, String key) {
        return api.post("officer", "investigations/" + reference + "/gates/urgent", Walk.nothingUrgent(), "gate-" + key);
    }

    private static void powerCut(Duration down, Api api, Walk walk) {
        List<String> waiting = walk.waiting();
        List<String> done = walk.done();
        server.kill();
        server.startAfter(down);
        assertThat(walk.waiting()).containsAll(waiting);
        assertThat(walk.done()).containsAll(done).doesNotHaveDuplicates();
        api.repeatAll();
        assertThat(walk.done()).doesNotHaveDuplicates();
        nothingHalf();
    }

    private static String reminder(Walk walk) {
        return Walk.objects(walk.removal(), "rounds").findFirst().map(round -> round.get("remindedAt"))
                .filter(at -> !at.isJsonNull()).map(at -> at.getAsString()).orElse("");
    }

    private static long cases() {
        return Long.parseLong(server.rows("count(*) from investigation where board = 'nscb'").get(0));
    }

    /** Case, mail, process and work item are all there or none is. */
    private static void nothingHalf() {
        assertThat(server.rows("i.reference from investigation i where i.stage not in ('CLOSED', 'WITHDRAWN') and 1 <> (select "
                + "count(*) from act_ru_execution e where e.business_key_ = i.reference and e.parent_id_ is null "
                + "and e.super_exec_ is null)"))
                .as("cases without a process").isEmpty();
        assertThat(server.rows("e.business_key_ from act_ru_execution e where e.parent_id_ is null and e.super_exec_ is null "
                + "and not exists (select 1 from investigation i where i.reference = e.business_key_)"))
                .as("processes without a case").isEmpty();
        assertThat(server.rows("w.task from work_item w where w.is_open and not exists (select 1 from act_ru_task t "
                + "where t.id_ = w.task_id)")).as("work that nobody can do").isEmpty();
        assertThat(server.rows("t.task_def_key_ from act_ru_task t where 1 <> (select count(*) from work_item w "
                + "where w.is_open and w.task_id = t.id_)")).as("steps that nobody sees, or sees twice").isEmpty();
        assertThat(server.rows("i.reference from investigation i where not exists (select 1 from mail m where m.board = i.board "
                + "and m.mail_key = 'concern/' || i.reference)")).as("cases nobody was told of").isEmpty();
        assertThat(server.rows("m.mail_key from mail m where m.mail_key like 'concern/%' and not exists (select 1 from "
                + "investigation i where m.mail_key = 'concern/' || i.reference)")).as("mail about no case").isEmpty();
        assertThat(server.rows("id_ from act_ru_incident")).as("incidents").isEmpty();
    }

    /** Nobody knows of a mail that was on the line when the power went: it is left to the operator, and never sent twice. */
    private static void everyMailOnce() {
        Api.await("all mail is gone", () -> server.rows("id from mail where status in ('QUEUED', 'SENDING')").isEmpty());
        List<String> arrived = postbox.letters().stream().map(Postbox.Letter::id).toList();
        List<String> doubtful = server.rows("message_id from mail where status = 'IN_DOUBT'");
        List<String> sent = server.rows("message_id from mail where status = 'SENT'");
        assertThat(server.rows("mail_key from mail where status not in ('SENT', 'IN_DOUBT')")).isEmpty();
        assertThat(arrived).doesNotHaveDuplicates().containsAll(sent);
        assertThat(arrived).filteredOn(id -> !sent.contains(id)).isSubsetOf(doubtful);
        assertThat(doubtful.size()).as("one mail at most is on the line when the power goes").isLessThanOrEqualTo(CLIENTS);
    }

    private static void mailKeepsTheCaseToItself(Walk walk) {
        List<Postbox.Letter> about = postbox.letters().stream().filter(letter -> letter.subject().contains(walk.reference())).toList();
        List<String> clauses = Walk.objects(walk.removal(), "items").map(item -> item.get("clauseText").getAsString()).toList();
        assertThat(about).filteredOn(letter -> letter.subject().endsWith("a reminder to reply")).hasSizeBetween(1, 2);
        assertThat(about).hasSizeGreaterThan(5).allSatisfy(letter -> {
            assertThat(letter.body()).contains("http://localhost:8080/")
                    .doesNotContain(Walk.TITLE, Walk.WHAT, Walk.ASKED).doesNotContain(clauses);
            assertThat(letter.subject()).doesNotContain(walk.subject());
            assertThat(letter.body().replaceFirst("Dear [^\n\r]*", "")).doesNotContain(walk.subject());
        });
    }
}
