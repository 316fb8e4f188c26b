package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.calendar.ReplyDays;
import org.probity.correspondence.LetterPostings;
import org.probity.investigation.Investigation;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.policy.Clause;
import org.probity.removal.RemovalDecision.AfterCheck;
import org.probity.tenancy.Boards;

/** What input about a removal request must hold. Every problem of one input is named at once. */
@Dependent
class RemovalRules {

    /** Items one letter can still be read with. */
    static final int MOST_ITEMS = 50;

    /** Working days. */
    private static final int TO_SAY_OTHERWISE = 2;

    @Inject
    private RemovalClauses clauses;

    @Inject
    private ReplyDays replyDays;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** Items with known clauses, every factor weighed, a deadline that leaves time. */
    void check(NewRemoval asked, Investigation investigation) {
        requireFew(asked.items());
        Checks checks = new Checks().required("items", asked.items());
        items(checks, asked.items(), breakable(investigation));
        asked.proportionality().check(checks);
        replyDays.check(checks, "deadline", asked.deadline());
        checks.done();
    }

    /** Before any of them is read. */
    static void requireFew(List<NewItem> items) {
        new Checks().that(items.size() <= MOST_ITEMS, "items", "removal.refused.tooManyItems", MOST_ITEMS).done();
    }

    private Set<String> breakable(Investigation investigation) {
        return clauses.named(investigation.reference(), investigation.policyDay()).stream().map(Clause::number).collect(Collectors.toSet());
    }

    static void items(Checks checks, List<NewItem> items, Set<String> clauses) {
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            NewItem item = items.get(i);
            String field = "items[" + i + "].";
            checks.required(field + "kind", item.kind())
                    .text(field + "address", item.address(), 2000)
                    .that(item.address() == null || addresses.add(item.address().strip()), field + "address",
                            "removal.refused.sameAddress")
                    .max(field + "description", item.description(), 1000)
                    .required(field + "clause", item.clause())
                    .that(item.clause() == null || item.clause().isBlank() || clauses.contains(item.clause().strip()),
                            field + "clause", "policy.refused.unknownClause", item.clause());
        }
    }

    /** The subject's answer. */
    static void check(RemovalReply reply, RemovalRequest request, LocalDate today) {
        Set<Long> open = request.openItems().stream().map(RemovalItem::id).collect(Collectors.toSet());
        RemovalReply.Answer answer = reply.answer();
        new Checks().required("answer", answer)
                .max("words", reply.words(), Checks.LONG_TEXT)
                .that(answer != RemovalReply.Answer.DISPUTED || said(reply.words()), "words", "removal.refused.sayWhy")
                .that(answer != RemovalReply.Answer.PARTLY || !reply.itemIds().isEmpty(), "itemIds", "removal.refused.whichItems")
                .that(open.containsAll(reply.itemIds()), "itemIds", "removal.refused.unknownItem")
                .that(reply.askedUntil() == null || reply.askedUntil().isAfter(today), "askedUntil",
                        "calendar.refused.deadlinePast")
                .that(reply.askedUntil() == null || !reply.askedUntil().isAfter(ReplyDays.latest(today)), "askedUntil",
                        "calendar.refused.deadlineFar")
                .done();
    }

    /** Whom their silence has not heard can say otherwise than somebody records for them now, once a letter of now is with them. */
    void leaveTime(RemovalRequest request, RemovalReply reply) {
        if (reply.channel() != RemovalReply.Channel.PORTAL) {
            int inThePost = request.round().answerDays() == null ? 0 : LetterPostings.DAYS_IN_THE_POST;
            request.leaves(replyDays.end(null, TO_SAY_OTHERWISE + inThePost));
        }
    }

    /** What the officer saw: every item that is still asked for was looked at, and what follows fits it. */
    void check(List<ItemCheck> seen, Following then, RemovalRequest request) {
        AfterCheck next = then.next();
        Checks checks = new Checks().required("next", next).max("reasons", then.reasons(), Checks.LONG_TEXT);
        sightings(checks, seen, request);
        boolean left = seen.stream().anyMatch(s -> s.seen() == RemovalItem.Seen.STILL_THERE);
        checks.that(next != AfterCheck.COMPLIED || !left, "next", "removal.refused.stillThere")
                .that(next == null || next == AfterCheck.COMPLIED || left, "next", "removal.refused.nothingLeft")
                .that(next != AfterCheck.LEAVE || request.status() == RemovalRequest.Status.PLATFORM_REPORTED, "next", "removal.refused.siteFirst")
                .that(next != AfterCheck.LEAVE || said(then.reasons()), "reasons", "kernel.refused.required");
        follows(checks, next, then.newDeadline(), then.report());
        checks.done();
    }

    /** Silence is decided on with reasons; a report to the site is on record by then. */
    void silence(RemovalDecision.Silence result, String reasons, LocalDate newDeadline, SiteReport report) {
        Checks checks = new Checks().required("result", result).text("reasons", reasons, Checks.LONG_TEXT);
        follows(checks, result, newDeadline, report);
        checks.done();
    }

    private void follows(Checks checks, RemovalDecision.Choice next, LocalDate newDeadline, SiteReport report) {
        if (next != null && next.asksAgain()) {
            replyDays.check(checks, "newDeadline", newDeadline);
        } else if (next != null && next.leadsTo() == RemovalRequest.Status.PLATFORM_REPORTED) {
            SiteReport.check(checks, report, today());
        }
    }

    static void sightings(Checks checks, List<ItemCheck> seen, RemovalRequest request) {
        List<Long> open = request.openItems().stream().map(RemovalItem::id).toList();
        if (seen.size() > MOST_ITEMS) {
            checks.that(false, "checks", "removal.refused.unknownItem");
            return;
        }
        Set<Long> looked = new HashSet<>();
        for (int i = 0; i < seen.size(); i++) {
            ItemCheck check = seen.get(i);
            String field = "checks[" + i + "].";
            checks.that(open.contains(check.itemId()) && looked.add(check.itemId()), field + "itemId",
                            "removal.refused.unknownItem")
                    .required(field + "seen", check.seen())
                    .max(field + "note", check.note(), 1000)
                    .that(check.seen() != RemovalItem.Seen.CHANGED || said(check.note()), field + "note",
                            "removal.refused.sayWhatChanged");
        }
        checks.that(looked.containsAll(open), "checks", "removal.refused.lookAtAll");
    }

    /** A decision needs its choice, its reasons and, where it asks again, time to answer. */
    void decision(String field, Object result, String reasons, boolean asksAgain, LocalDate newDeadline) {
        Checks checks = new Checks().required(field, result).text("reasons", reasons, Checks.LONG_TEXT);
        if (asksAgain) {
            replyDays.check(checks, "newDeadline", newDeadline);
        }
        checks.done();
    }

    /** Whose an item is, is said by whoever has looked at it; what is gone is not asked for again. */
    void identity(List<ItemCheck> seen, RemovalDecision.Identity result, String reasons, LocalDate newDeadline, RemovalRequest request) {
        Checks checks = new Checks().required("result", result).text("reasons", reasons, Checks.LONG_TEXT);
        sightings(checks, seen, request);
        if (result == RemovalDecision.Identity.THEIRS) {
            checks.that(seen.stream().anyMatch(s -> s.seen() == RemovalItem.Seen.STILL_THERE), "result", "removal.refused.goneAnyway");
            replyDays.check(checks, "newDeadline", newDeadline);
        }
        checks.done();
    }

    /** More time is never less than there was. @param until the end of the time they have */
    void extension(RemovalDecision.Extension result, String reasons, LocalDate newDeadline, Instant until) {
        Checks checks = new Checks().required("granted", result).text("reasons", reasons, Checks.LONG_TEXT)
                .that(newDeadline == null || !Days.close(newDeadline).isBefore(until), "newDeadline", "removal.refused.lessTime", Days.of(until));
        replyDays.check(checks, "newDeadline", newDeadline);
        checks.done();
    }

    /**
     * Time that was given is taken back only to a day that is still to come, earlier than it was, and not before what they had without it.
     *
     * @param before the end of the time they had before it was given
     * @param until the end of it
     * @throws Refusal STATE where it ends too soon for that
     */
    Instant takingBack(String reasons, LocalDate newDeadline, Instant before, Instant until) {
        Checks checks = new Checks().text("reasons", reasons, Checks.LONG_TEXT)
                .that(newDeadline == null || Days.close(newDeadline).isBefore(until), "newDeadline", "removal.refused.noLessTime", Days.of(until))
                .that(newDeadline == null || !Days.close(newDeadline).isBefore(before), "newDeadline", "removal.refused.beforeGiven", Days.of(before));
        replyDays.check(checks, "newDeadline", newDeadline);
        checks.done();
        Instant end = newDeadline == null ? atLeastTomorrow(before) : Days.close(newDeadline);
        Refusal.stateWhere(!end.isBefore(until), "removal.refused.nothingToTakeBack");
        return end;
    }

    /** @param day null for none @return that day, or the next on which the board is open */
    LocalDate openDay(LocalDate day) {
        return day == null ? null : replyDays.open(day);
    }

    /** The end of the day asked for, or of the board's usual time. */
    Instant replyBy(LocalDate deadline) {
        return replyDays.end(deadline, boards.board().deadlines().removalDays());
    }

    /** That end, or where it is too near or past, the end of the next working day. */
    Instant atLeastTomorrow(Instant end) {
        Instant soonest = replyDays.end(null, 1);
        return end.isBefore(soonest) ? soonest : end;
    }

    LocalDate today() {
        return Days.of(clock.instant());
    }

    static List<ItemCheck> known(List<ItemCheck> checks) {
        return checks == null ? List.of() : checks.stream().filter(Objects::nonNull).toList();
    }

    private static boolean said(String words) {
        return words != null && !words.isBlank();
    }
}
