package org.probity.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Signature;
import org.probity.cooperation.CooperationDecision.Authority;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.cooperation.CooperationRound.Term;
import org.probity.kernel.Language;
import org.probity.tenancy.Ids;

/** Requests for help, as an officer would make them. */
final class SampleCooperation {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant REPLY_BY = Instant.parse("2026-12-04T17:00:00Z");
    static final Instant MEETING = Instant.parse("2026-12-08T14:00:00Z");
    /** The fifth working day after the meeting. */
    static final Instant OTHER_UNTIL = Instant.parse("2026-12-15T17:00:00Z");
    static final Instant SAY_BY = Instant.parse("2026-12-22T17:00:00Z");
    static final Term NEXT = new Term(Instant.parse("2026-12-11T17:00:00Z"), MEETING, "Town Hall, room 4", OTHER_UNTIL);
    static final Signature OFFICER = new Signature(NOW, 11L, "Olwen Officer");
    static final Signature LEAD = new Signature(NOW, 13L, "Lee Lead");
    static final Signature SUBJECT = new Signature(NOW, 12L, "Sam Subject");

    private SampleCooperation() {
    }

    static CooperationRequest asked(CooperationKind kind) {
        NewCooperation asked = new NewCooperation(kind, "The account named sam_s", "The photograph carries that name", null,
                MEETING, "Town Hall, room 4", "Posts of 2 November only", List.of());
        Term first = kind.meets() ? new Term(REPLY_BY, MEETING, "Town Hall, room 4", OTHER_UNTIL) : new Term(REPLY_BY, null, null, null);
        return Ids.give(new CooperationRequest("CHSCB-2026-0042", 5L, LocalDate.of(2026, 11, 2), asked, first, OFFICER), 200);
    }

    static CooperationRequest sent(CooperationKind kind) {
        CooperationRequest request = asked(kind);
        if (kind.needsAuthority()) {
            request.authorised(Authority.GRANTED, "Necessary", REPLY_BY, LEAD);
        }
        request.sent(900L, NOW);
        return request;
    }

    static CooperationRequest answered(CooperationKind kind, Answer answer) {
        CooperationRequest request = sent(kind);
        request.replied(reply(answer), SUBJECT);
        return request;
    }

    static CooperationReply reply(Answer answer) {
        return new CooperationReply(answer, "In my words", "A colleague", "A hearing loop", Language.CY);
    }

    /** As an officer writes down that it was said on the telephone. */
    static CooperationReply recorded(Answer answer) {
        return new CooperationReply(answer, "As they told me", null, null, null, CooperationReply.Channel.TELEPHONE);
    }

    static CooperationRequest overdue() {
        CooperationRequest request = sent(CooperationKind.STATEMENT);
        request.overdue(REPLY_BY);
        return request;
    }

    /** A request in that state, brought there by its own verbs. */
    static CooperationRequest in(Status status) {
        CooperationRequest request = switch (status) {
            case AUTHORITY_WANTED, NOT_AUTHORISED -> asked(CooperationKind.ACCESS);
            case SENDING -> asked(CooperationKind.STATEMENT);
            case SENT, CLOSED, WITHDRAWN -> sent(CooperationKind.STATEMENT);
            case OVERDUE, PROCEEDED -> overdue();
            case AGREED -> answered(CooperationKind.MEETING, Answer.AGREED);
            case REPLIED, DONE -> answered(CooperationKind.STATEMENT, Answer.ANSWERED);
            case DECLINED -> answered(CooperationKind.STATEMENT, Answer.DECLINED);
        };
        switch (status) {
            case NOT_AUTHORISED -> request.authorised(Authority.REFUSED, "Too much", REPLY_BY, LEAD);
            case CLOSED, WITHDRAWN -> request.end(status, NOW);
            case PROCEEDED -> request.silenceDecided(Silence.PROCEED, "Enough is known", NEXT, OFFICER);
            case DONE, DECLINED -> request.considered(Consideration.ENOUGH, null, NEXT, OFFICER);
            default -> { }
        }
        return request;
    }
}
