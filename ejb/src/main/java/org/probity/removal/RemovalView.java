package org.probity.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.casework.Alleged;
import org.probity.documents.DocumentRow;

/** What is shown of removal requests. */
public final class RemovalView {

    private RemovalView() {
    }

    /**
     * One request in a list.
     *
     * @param replyBy the end of the round that runs
     * @param items how many were asked for
     * @param open how many of them nobody has seen gone yet
     */
    public record Line(Long id, int version, String reference, RemovalRequest.Status status, Long subjectId,
            String subject, String askedBy, Instant askedAt, Instant replyBy, int round, long items, long open) {

        /** Whether the subject is expected to answer now; after the deadline they still may. */
        public boolean awaitsReply() {
            return status.awaitsReply();
        }
    }

    /**
     * @param clauseText our words for the clause, in the reader's language
     * @param noLongerAsked the request for it was taken back, whether it is there or not
     */
    public record Item(Long id, int number, RemovalItem.Kind kind, String address, String description, String clause,
            String clauseText, boolean saidRemoved, RemovalItem.Seen lastSeen, boolean open, boolean noLongerAsked) {
    }

    /**
     * @param letterId the document with its letter, null until it is sent
     * @param servedOn when the letter was with its reader; null while it has to be posted
     */
    public record Round(int number, RemovalRound.Why why, String reasons, Instant replyBy, Instant sentAt,
            Long letterId, LocalDate servedOn, Instant remindedAt, Instant overdueAt) {

        /** Whether the letter has to be posted, and was not yet. */
        public boolean toPost() {
            return sentAt != null && servedOn == null;
        }
    }

    public record Reply(int round, RemovalReply.Answer answer, RemovalReply.Channel channel, String words,
            LocalDate askedUntil, boolean late, Instant at, String by, List<DocumentRow> files) {

        /** Whether somebody else wrote it down for the subject. */
        public boolean recorded() {
            return channel != RemovalReply.Channel.PORTAL;
        }
    }

    public record Sighting(int item, int round, RemovalItem.Seen seen, String note, Instant at, String by) {
    }

    /**
     * @param result name of the choice, one of the enums in {@link RemovalDecision}
     * @param report to the site itself, or null
     * @param letterId the document with the letter that tells the subject how the request ended, or null
     */
    public record Decision(int round, RemovalDecision.Kind kind, String result, String reasons, Instant at, String by,
            SiteReport report, Long letterId) {
    }

    /**
     * Everything about one request, for those who work on it.
     *
     * @param ownCase whether the reader investigated the case, and so may not decide a challenge
     * @param allegations what the letter of the round that runs puts to the subject
     * @param answerRecordable whether an officer may write down an answer now
     */
    public record Desk(Line line, Proportionality proportionality, LocalDate policyDay, List<Item> items,
            List<Round> rounds, List<Reply> replies, List<Sighting> sightings, List<Decision> decisions, boolean ownCase,
            List<Alleged.AllegedLine> allegations, boolean answerRecordable) {
    }

    /**
     * What is asked for, as the person who was asked sees it: without what the desk noted at each look.
     *
     * @param clauseText our words for the clause, in the reader's language
     */
    public record Asked(Long id, int number, RemovalItem.Kind kind, String address, String description, String clause,
            String clauseText, boolean saidRemoved, boolean open) {
    }

    /**
     * What was decided, as the person who was asked is told it: not by whom.
     *
     * @param result name of the choice, one of the enums in {@link RemovalDecision}
     * @param site to which it was reported, or null
     * @param reportedOn the day of that report, or null
     * @param letterId the document with the letter that tells how the request ended, or null
     */
    public record Decided(int round, RemovalDecision.Kind kind, String result, String reasons, Instant at, String site,
            LocalDate reportedOn, Long letterId) {
    }

    /**
     * One request as the person who was asked sees it: nothing about anybody else.
     *
     * @param policy title and version of the policy that counts
     * @param privacyClause number of the clause that says personal is not private, or null
     * @param failureClause number of the clause about not complying, or null
     * @param mayAnswer now: when they are asked, and after an answer that somebody else recorded for them
     * @param allegations what is put to them, to be answered by the same time
     */
    public record Mine(Line line, String policy, String privacyClause, String failureClause, List<Asked> items,
            List<Round> rounds, List<Reply> replies, List<Decided> decisions, boolean mayAnswer, List<Alleged.AllegedLine> allegations) {
    }
}
