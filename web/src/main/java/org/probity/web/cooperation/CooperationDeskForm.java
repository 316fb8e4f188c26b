package org.probity.web.cooperation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.probity.cooperation.CooperationDecision;
import org.probity.cooperation.CooperationReply;

/** What an officer or a lead types about a request for help; each form uses its part. */
public class CooperationDeskForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private CooperationDecision.Authority authority;
    private CooperationDecision.Consideration consideration;
    private CooperationDecision.Silence silence;
    private String reasons;
    private LocalDate newDeadline;
    private Instant newMeetingAt;
    private Instant heldAt;
    private String present;
    private String minutes;
    private Integer minutesLong;
    private Instant endedAt;
    private boolean passwordChanged;
    private CooperationReply.Channel channel;
    private Boolean right;
    private String words;

    public CooperationDecision.Authority getAuthority() {
        return authority;
    }

    public void setAuthority(CooperationDecision.Authority authority) {
        this.authority = authority;
    }

    public CooperationDecision.Consideration getConsideration() {
        return consideration;
    }

    public void setConsideration(CooperationDecision.Consideration consideration) {
        this.consideration = consideration;
    }

    public CooperationDecision.Silence getSilence() {
        return silence;
    }

    public void setSilence(CooperationDecision.Silence silence) {
        this.silence = silence;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public LocalDate getNewDeadline() {
        return newDeadline;
    }

    public void setNewDeadline(LocalDate newDeadline) {
        this.newDeadline = newDeadline;
    }

    public Instant getNewMeetingAt() {
        return newMeetingAt;
    }

    public void setNewMeetingAt(Instant newMeetingAt) {
        this.newMeetingAt = newMeetingAt;
    }

    public Instant getHeldAt() {
        return heldAt;
    }

    public void setHeldAt(Instant heldAt) {
        this.heldAt = heldAt;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes;
    }

    public Integer getMinutesLong() {
        return minutesLong;
    }

    public void setMinutesLong(Integer minutesLong) {
        this.minutesLong = minutesLong;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public void setEndedAt(Instant endedAt) {
        this.endedAt = endedAt;
    }

    public boolean isPasswordChanged() {
        return passwordChanged;
    }

    public void setPasswordChanged(boolean passwordChanged) {
        this.passwordChanged = passwordChanged;
    }

    public CooperationReply.Channel getChannel() {
        return channel;
    }

    public void setChannel(CooperationReply.Channel channel) {
        this.channel = channel;
    }

    public Boolean getRight() {
        return right;
    }

    public void setRight(Boolean right) {
        this.right = right;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
