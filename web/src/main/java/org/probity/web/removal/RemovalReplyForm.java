package org.probity.web.removal;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.probity.removal.RemovalReply;

/** A reply while it is typed, by the person asked or by an officer who writes down what came another way. */
public class RemovalReplyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private RemovalReply.Answer answer;
    private RemovalReply.Channel channel;
    private Long[] itemIds = {};
    private String words;
    private LocalDate askedUntil;
    private transient List<Part> files;

    /** What was typed, without what does not belong to the answer given. */
    RemovalReply reply() {
        List<Long> removed = answer == RemovalReply.Answer.PARTLY ? Stream.of(itemIds).toList() : List.of();
        LocalDate until = answer == RemovalReply.Answer.MORE_TIME ? askedUntil : null;
        return new RemovalReply(answer, removed, words, until, channel);
    }

    public RemovalReply.Answer getAnswer() {
        return answer;
    }

    public void setAnswer(RemovalReply.Answer answer) {
        this.answer = answer;
    }

    public RemovalReply.Channel getChannel() {
        return channel;
    }

    public void setChannel(RemovalReply.Channel channel) {
        this.channel = channel;
    }

    public Long[] getItemIds() {
        return itemIds;
    }

    public void setItemIds(Long[] itemIds) {
        this.itemIds = itemIds == null ? new Long[0] : itemIds;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public LocalDate getAskedUntil() {
        return askedUntil;
    }

    public void setAskedUntil(LocalDate askedUntil) {
        this.askedUntil = askedUntil;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }
}
