package org.probity.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Signature;
import org.probity.tenancy.Ids;

/** A request for two items, as an officer would make it. */
final class SampleRemoval {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant REPLY_BY = Instant.parse("2026-11-27T17:00:00Z");
    static final Instant NEXT_REPLY_BY = Instant.parse("2026-12-04T17:00:00Z");
    static final Signature OFFICER = new Signature(NOW, 11L, "Olwen Officer");
    static final Signature SUBJECT = new Signature(NOW, 12L, "Sam Subject");
    static final Proportionality WEIGHED = new Proportionality("A photograph with the logo", "Mocking", "412 followers",
            "The board is named", "A parent lost trust", "No earlier case", "A talk was tried", "Nothing milder is enough");

    static final List<ItemCheck> STILL_THERE = List.of(new ItemCheck(1L, RemovalItem.Seen.STILL_THERE, null),
            new ItemCheck(2L, RemovalItem.Seen.STILL_THERE, null));

    private SampleRemoval() {
    }

    static RemovalRequest sending() {
        NewItem content = new NewItem(RemovalItem.Kind.CONTENT, "https://social.example/p/1", "A photograph", "3.5.2");
        NewItem account = new NewItem(RemovalItem.Kind.ACCOUNT, "https://social.example/u/2", null, "3.5.1");
        RemovalRequest request = new RemovalRequest("CHSCB-2026-0042", 5L, LocalDate.of(2026, 11, 2),
                new NewRemoval(List.of(content, account), WEIGHED, null), REPLY_BY, OFFICER);
        Ids.give(request, 100);
        request.items().forEach(item -> Ids.give(item, item.number()));
        return request;
    }

    static RemovalRequest sent() {
        RemovalRequest request = sending();
        request.sent(900L, NOW);
        return request;
    }

    static RemovalRequest overdue() {
        RemovalRequest request = sent();
        request.overdue(REPLY_BY);
        return request;
    }

    static final SiteReport REPORT = new SiteReport("Friends Online", LocalDate.of(2026, 11, 20), "FO-17");

    /** With all that it needs. */
    static Following then(RemovalDecision.AfterCheck next) {
        return new Following(next, null, next == RemovalDecision.AfterCheck.PLATFORM ? REPORT : null,
                next == RemovalDecision.AfterCheck.LEAVE ? "The site will not" : null);
    }

    static RemovalRequest after(RemovalReply.Answer answer) {
        RemovalRequest request = sent();
        request.replied(new RemovalReply(answer, List.of(1L), "In my words", null), SUBJECT);
        return request;
    }

    /** As an officer writes down that it was said on the telephone. */
    static RemovalReply recorded(RemovalReply.Answer answer) {
        return new RemovalReply(answer, List.of(1L), "As they told me", null, RemovalReply.Channel.TELEPHONE);
    }

    static RemovalReply own(RemovalReply.Answer answer) {
        return new RemovalReply(answer, List.of(1L), "In my words", null);
    }

    /** A request in that state, brought there by its own verbs. */
    static RemovalRequest in(RemovalRequest.Status status) {
        return switch (status) {
            case SENDING -> sending();
            case SENT -> sent();
            case OVERDUE -> overdue();
            case REPLIED -> after(RemovalReply.Answer.REMOVED);
            case CHALLENGED -> after(RemovalReply.Answer.DISPUTED);
            case IDENTITY_ASKED -> after(RemovalReply.Answer.NOT_MINE);
            case TIME_ASKED -> after(RemovalReply.Answer.MORE_TIME);
            case COMPLIED -> checked(RemovalItem.Seen.GONE, RemovalDecision.AfterCheck.COMPLIED);
            case PLATFORM_REPORTED -> checked(RemovalItem.Seen.STILL_THERE, RemovalDecision.AfterCheck.PLATFORM);
            case NOT_SEEN_GONE -> {
                RemovalRequest request = in(RemovalRequest.Status.PLATFORM_REPORTED);
                request.checked(STILL_THERE, then(RemovalDecision.AfterCheck.LEAVE), NEXT_REPLY_BY, OFFICER);
                yield request;
            }
            case CHALLENGE_UPHELD -> {
                RemovalRequest request = after(RemovalReply.Answer.DISPUTED);
                request.challengeDecided(RemovalDecision.Challenge.UPHELD, "Right", NEXT_REPLY_BY, OFFICER);
                yield request;
            }
            case NOT_THEIRS -> {
                RemovalRequest request = after(RemovalReply.Answer.NOT_MINE);
                request.identityDecided(STILL_THERE, RemovalDecision.Identity.NOT_THEIRS, "Another of that name", NEXT_REPLY_BY, OFFICER);
                yield request;
            }
            case FURTHER_ACTION -> silent(RemovalDecision.Silence.FURTHER_ACTION);
            case CLOSED -> silent(RemovalDecision.Silence.NO_ACTION);
            case WITHDRAWN -> {
                RemovalRequest request = sent();
                request.end(RemovalRequest.Status.WITHDRAWN, NOW);
                yield request;
            }
        };
    }

    private static RemovalRequest checked(RemovalItem.Seen seen, RemovalDecision.AfterCheck next) {
        RemovalRequest request = after(RemovalReply.Answer.REMOVED);
        request.checked(List.of(new ItemCheck(1L, seen, null), new ItemCheck(2L, seen, null)), then(next), NEXT_REPLY_BY, OFFICER);
        return request;
    }

    private static RemovalRequest silent(RemovalDecision.Silence silence) {
        RemovalRequest request = overdue();
        request.silenceDecided(silence, "Because", null, NEXT_REPLY_BY, OFFICER);
        return request;
    }
}
