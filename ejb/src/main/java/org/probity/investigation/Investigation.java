package org.probity.investigation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.member.Person;
import org.probity.names.PersonName;
import org.probity.tenancy.BoardOwned;
import org.probity.worklist.Urgency;

/**
 * One case, from the concern to its end.
 *
 * <p>It begins in DETECTION when a concern comes in. Triage names the subject and what is alleged, the gates say
 * whether danger must be reported and whether the subject may be contacted yet. An INVESTIGATION gathers replies to
 * removal and co-operation requests until findings go to REVIEW by somebody who did not investigate; from there it
 * goes back, on to REFERRAL to the parent organisation, or straight to CLOSING. It is CLOSED with what was learnt, or
 * WITHDRAWN at any point before, and either can be reopened: at its findings, or where detection never came to the decision
 * to investigate, at its DETECTION.
 */
@Entity
@Table(name = "investigation")
public class Investigation extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(length = 200, nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Stage stage;

    @Column(name = "opened_at", nullable = false)
    private Instant openedAt;

    @Column(name = "posted_on")
    private LocalDate postedOn;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Severity severity;

    @Embedded
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Decision decision;

    @Column(name = "officer_id")
    private Long officerId;

    @Column(name = "subject_id")
    private Long subjectId;

    @Column(name = "subject_name", length = 200)
    private String subjectName;

    /** The name as it is compared: {@link PersonName#key}. */
    @Column(name = "subject_key", length = 420)
    private String subjectKey;

    /** {@link Person#surnamesOf}: until somebody has said who the subject is, nothing else tells who shares it. */
    @Column(name = "subject_surname", length = 200)
    private String subjectSurname;

    /** By which rules of comparing names its walls were raised; null before there were any. */
    @Column(name = "names_checked")
    private Integer namesChecked;

    @Column(name = "hard_stop", nullable = false)
    private boolean hardStop;

    @Embedded
    private Contact contact = new Contact();

    @Column(name = "evidence_preserved_at")
    private Instant evidencePreservedAt;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "retain_until")
    private LocalDate retainUntil;

    /** By which it is found. */
    @OneToMany(mappedBy = "investigation", cascade = CascadeType.ALL, orphanRemoval = true)
    private Set<CaseWord> words = new HashSet<>();

    protected Investigation() {
    }

    public Investigation(String reference, String title, Concern concern) {
        this.reference = reference;
        this.title = title;
        this.stage = Stage.DETECTION;
        this.openedAt = concern.receivedAt();
        this.postedOn = concern.postedOn();
        this.urgency = concern.urgency();
        foundBy(CaseWord.Source.REFERENCE, CaseWord.inReference(reference));
        reported(concern);
        concerns(null, concern.subjectName());
    }

    /** It is found by what was reported, whatever is made of that; its first title is of the reporter's words. */
    private void reported(Concern concern) {
        foundBy(CaseWord.Source.REPORT, CaseWord.in(concern.sought() + (decision == null ? " / " + title : "")));
    }

    /** By these and no others, as far as they come from there. */
    private void foundBy(CaseWord.Source source, Set<String> found) {
        words.removeIf(word -> word.source() == source && !found.contains(word.word()));
        Set<String> there = words.stream().filter(word -> word.source() == source).map(CaseWord::word).collect(Collectors.toSet());
        found.stream().filter(word -> !there.contains(word)).forEach(word -> words.add(new CaseWord(this, word, source)));
    }

    /** Where a board was brought here without them. */
    public void foundAgain(Concern concern) {
        foundBy(CaseWord.Source.REFERENCE, CaseWord.inReference(reference));
        reported(concern);
        foundBy(CaseWord.Source.TITLE, decision == null ? Set.of() : CaseWord.in(title));
        foundBy(CaseWord.Source.SUBJECT, CaseWord.in(subjectName));
    }

    /** An indecent image of a child is suspected: from now on no file is taken into this case. */
    public void stopFiles() {
        this.hardStop = true;
    }

    /** What makes it urgent, as the last who was asked said: its reporter, then the officer at each urgent gate. */
    public void urgent(Urgency found) {
        this.urgency = found;
    }

    /** Something was preserved, or it was recorded that nothing could be. */
    public void evidencePreserved(Instant now) {
        if (evidencePreservedAt == null) {
            this.evidencePreservedAt = now;
        }
    }

    /** What triage made of the concern. */
    public void triaged(String newTitle, LocalDate dayOfPost, Decision decided, Long officer) {
        this.title = newTitle;
        this.postedOn = dayOfPost;
        this.decision = decided;
        this.officerId = officer;
        foundBy(CaseWord.Source.TITLE, CaseWord.in(newTitle));
    }

    /** Nobody in particular leads the case any more. */
    void released() {
        this.officerId = null;
    }

    /** Who the case is about. */
    public void concerns(Long person, String name) {
        this.subjectId = person;
        this.subjectName = name;
        this.subjectKey = PersonName.of(name).key();
        this.subjectSurname = Person.surnamesOf(name);
        foundBy(CaseWord.Source.SUBJECT, CaseWord.in(name));
    }

    /** Everybody whom its names may mean has been looked for, by those rules. */
    public void namesChecked(int rules) {
        this.namesChecked = rules;
    }

    public void rated(Severity rating) {
        this.severity = rating;
    }

    /** The case moves on; one that is paused stays so, up to its end. @throws Refusal STATE where {@link Stage} does not allow it */
    public void moveTo(Stage next, Instant now) {
        Refusal.stateWhere(!stage.mayBecome(next), "investigation.refused.stage");
        contact.ended(!next.ended() ? endedAt : pausedAt == null ? now : pausedAt);
        this.stage = next;
        this.endedAt = next.ended() ? now : null;
        this.pausedAt = next.ended() ? null : pausedAt;
    }

    /** @throws Refusal STATE where the case has ended */
    public void requireOpen() {
        Refusal.stateWhere(stage.ended(), "investigation.refused.ended");
    }

    /** @throws Refusal STATE where the case has ended or is paused */
    public void requireRunning() {
        requireOpen();
        Refusal.stateWhere(pausedAt != null, "investigation.refused.paused");
    }

    /** @throws Refusal STATE where the subject may not be contacted yet, or nothing was preserved before */
    public void requireContactAllowed() {
        requireRunning();
        Refusal.stateWhere(evidencePreservedAt == null, "investigation.refused.evidenceFirst");
        Refusal.stateWhere(!contact.allowed(), "investigation.refused.contact");
        Refusal.stateWhere(subjectId == null, "investigation.refused.noSubject");
    }

    /** Whether a letter may go out to the subject now: they may be contacted, and the case is not paused. */
    public boolean lettersGo() {
        return contact.allowed() && pausedAt == null;
    }

    /** @throws Refusal STATE as {@link #requireContactAllowed}, or where nothing is asked of the subject at this stage or ever */
    public void requireAsking() {
        requireContactAllowed();
        Refusal.stateWhere(decision != Decision.INVESTIGATE || !stage.asks(), "investigation.refused.nothingAsked");
    }

    /** @throws Refusal STATE where triage did not decide to investigate: a protected disclosure never comes to discipline (000 cl. 3.7) */
    public void requireInvestigated() {
        Refusal.stateWhere(decision != Decision.INVESTIGATE, "investigation.refused.notInvestigated");
    }

    /** Its clocks stand still from now on. */
    public void pause(Instant now) {
        requireRunning();
        this.pausedAt = now;
    }

    /** Its clocks run again. @param contactStopped since when they would stand for want of contact alone; not looked at where nobody forbids it */
    public void resume(Instant contactStopped) {
        Refusal.stateWhere(pausedAt == null, "investigation.refused.notPaused");
        contact.resume(contactStopped);
        this.pausedAt = null;
    }

    /** It ends, and is paused no more; what stood still until then stands still. */
    public void endPause() {
        contact.ended(pausedAt);
        this.pausedAt = null;
    }

    public void retain(LocalDate until) {
        this.retainUntil = until;
    }

    public String reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    public Stage stage() {
        return stage;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Day of the post, or of the report where that is not known: it says which policy version counts. */
    public LocalDate policyDay() {
        return postedOn != null ? postedOn : Days.of(openedAt);
    }

    public LocalDate postedOn() {
        return postedOn;
    }

    public Severity severity() {
        return severity;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Decision decision() {
        return decision;
    }

    public Long officerId() {
        return officerId;
    }

    public Long subjectId() {
        return subjectId;
    }

    public String subjectName() {
        return subjectName;
    }

    public boolean hardStop() {
        return hardStop;
    }

    public Contact contact() {
        return contact;
    }

    public boolean contactAllowed() {
        return contact.allowed();
    }

    public Instant evidencePreservedAt() {
        return evidencePreservedAt;
    }

    public Instant pausedAt() {
        return pausedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public LocalDate retainUntil() {
        return retainUntil;
    }
}
