package org.probity.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.casework.Alleged;
import org.probity.documents.DocumentRow;
import org.probity.kernel.Language;

/** What is shown of requests for help. */
public final class CooperationView {

    private CooperationView() {
    }

    /**
     * One request in a list.
     *
     * @param replyBy the end of the round that runs
     */
    public record Line(Long id, int version, String reference, CooperationKind kind, CooperationRequest.Status status,
            Long subjectId, String subject, String askedBy, Instant askedAt, Instant replyBy, int round) {

        /** Whether the subject is expected to answer now; after the deadline they still may. */
        public boolean awaitsReply() {
            return status.awaitsReply();
        }
    }

    /**
     * @param otherUntil until when the person may name another time to meet, or null
     * @param letterId the document with its letter, null until it is sent
     * @param servedOn when the letter was with its reader; null while it has to be posted
     */
    public record Round(int number, CooperationRound.Why why, String reasons, Instant replyBy, Instant meetingAt,
            String place, Instant otherUntil, Instant sentAt, Long letterId, LocalDate servedOn, int reminders, Instant overdueAt) {

        /** Whether the letter has to be posted, and was not yet. */
        public boolean toPost() {
            return sentAt != null && servedOn == null;
        }
    }

    public record Reply(int round, CooperationReply.Answer answer, CooperationReply.Channel channel, String words,
            String companion, String adjustments, Language language, Instant otherTime, boolean late, Instant at, String by,
            List<DocumentRow> files) {

        /** Whether somebody else wrote it down for the subject. */
        public boolean recorded() {
            return channel != CooperationReply.Channel.PORTAL;
        }
    }

    /** @param result name of the choice, one of the enums in {@link CooperationDecision} */
    public record Decision(int round, CooperationDecision.Kind kind, String result, String reasons, Instant at, String by) {
    }

    /**
     * @param sayBy until when the subject may say that it was not so, or null
     * @param right whether it is what was said, by the subject; null while they have not said
     * @param ownWords what the subject says of it, or null
     * @param letterId the letter with it, where they could not read it in the portal, or null
     * @param recordings what officers recorded that they say of it, the first first
     * @param recordable whether an officer may record that now
     */
    public record Meeting(Instant heldAt, String present, String minutes, Integer minutesLong, Instant at, String by,
            Instant sayBy, Boolean right, String ownWords, Instant saidAt, Long letterId, List<Recorded> recordings, boolean recordable) {

        /** Whether that letter has to be posted, and was not yet. */
        public boolean toPost() {
            return letterId != null && sayBy == null && saidAt == null;
        }
    }

    /** What an officer recorded that the person says of minutes which they had by post: how it came, when, and who wrote it down. */
    public record Recorded(Boolean right, String words, CooperationReply.Channel channel, Instant at, String by) {
    }

    /**
     * What the board wrote down of a meeting with the person, as they read it.
     *
     * @param sayBy until when they may say that it was not so, or null where no time runs
     * @param open whether they may now
     * @param right whether it is what was said, by them; null while they have not said
     * @param recordings what officers recorded for them, the first first; what they say themself counts
     */
    public record Minutes(Instant heldAt, String minutes, Instant sayBy, boolean open, Boolean right, String ownWords, Instant saidAt,
            List<Recorded> recordings) {
    }

    public record Access(Instant givenAt, Instant endedAt, boolean passwordChanged, Instant at, String by) {
    }

    /**
     * Everything about one request, for those who work on it.
     *
     * @param clause number of the clause that expects help, or null
     * @param privacyClause number of the clause that says personal is not private, or null
     * @param ownCase whether the reader investigated the case, and so may not allow access
     * @param allegations what the letter of the round that runs puts to the subject
     * @param answerRecordable whether an officer may write down an answer now
     */
    public record Whole(Line line, String ask, String ground, String scope, String clause, String privacyClause,
            List<Round> rounds, List<Reply> replies, List<Decision> decisions, List<Meeting> meetings,
            List<Access> accesses, boolean ownCase, List<Alleged.AllegedLine> allegations, boolean answerRecordable) {
    }

    /**
     * One request as the person who was asked sees it: what they were sent, what they answered and what was written down of a meeting
     * with them, and nothing else that the desk notes.
     *
     * @param clause number of the clause that expects help, or null
     * @param privacyClause number of the clause that says personal is not private, or null
     * @param mayAnswer now: when they are asked, and after an answer that somebody else recorded for them
     * @param allegations what is put to them, to be answered by the same time
     */
    public record Mine(Line line, String ask, String ground, String scope, String clause, String privacyClause,
            List<Round> rounds, List<Reply> replies, boolean mayAnswer, List<Alleged.AllegedLine> allegations, List<Minutes> minutes) {
    }
}
