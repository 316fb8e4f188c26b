package org.probity.web.cooperation;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.probity.cooperation.CooperationReply;
import org.probity.kernel.Language;

/** A reply while it is typed, by the person asked or by an officer who writes down what came another way. */
public class CooperationReplyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private CooperationReply.Answer answer;
    private CooperationReply.Channel channel;
    private String words;
    private String companion;
    private String adjustments;
    private Language language;
    private Instant otherTime;
    private transient List<Part> files;

    CooperationReply reply() {
        return new CooperationReply(answer, words, companion, adjustments, language, channel, otherTime);
    }

    public CooperationReply.Answer getAnswer() {
        return answer;
    }

    public void setAnswer(CooperationReply.Answer answer) {
        this.answer = answer;
    }

    public CooperationReply.Channel getChannel() {
        return channel;
    }

    public void setChannel(CooperationReply.Channel channel) {
        this.channel = channel;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getCompanion() {
        return companion;
    }

    public void setCompanion(String companion) {
        this.companion = companion;
    }

    public String getAdjustments() {
        return adjustments;
    }

    public void setAdjustments(String adjustments) {
        this.adjustments = adjustments;
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }

    public Instant getOtherTime() {
        return otherTime;
    }

    public void setOtherTime(Instant otherTime) {
        this.otherTime = otherTime;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }
}
