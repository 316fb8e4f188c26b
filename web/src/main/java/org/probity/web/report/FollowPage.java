package org.probity.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.access.CurrentCaller;
import org.probity.access.Limit;
import org.probity.concern.Concerns;
import org.probity.concern.ReporterQuestions;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.SentOnce;
import org.probity.web.faces.Texts;
import org.probity.web.http.RateLimiter;

/** Coming back with the receipt code. The code is sent in the form, never in an address, and kept nowhere here. */
@Named
@RequestScoped
public class FollowPage {

    /** Sent along by the form for more words. */
    private static final String ADDING = "adding";

    /** Sent along by the form for answers: to which questions. */
    private static final String ANSWERING = "answering";

    @Inject
    private Concerns concerns;

    @Inject
    private ReporterQuestions questions;

    @Inject
    private RateLimiter rateLimiter;

    @Inject
    private SentOnce sentOnce;

    private boolean adding;
    private String code;
    private String words;
    private Concerns.Followed followed;
    private List<AnswerRow> rows;

    @PostConstruct
    void read() {
        Map<String, String> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        adding = sent.containsKey(ADDING);
        rows = AnswerRow.sent(sent.get(ANSWERING));
    }

    public void follow() {
        try {
            look();
        } catch (Refusal refusal) {
            PageActions.show(refusal.kind() == Refusal.Kind.NOT_FOUND ? Refusal.invalid("code", "report.follow.unknown") : refusal);
        }
    }

    /** The same words sent twice, as by a double click, are added once. */
    public void add() {
        try {
            adding = false;
            look();
            sentOnce.run(this::added);
            words = null;
            tell("report.follow.added");
        } catch (Refusal refusal) {
            PageActions.show(refusal);
        }
    }

    private boolean added() {
        rateLimiter.visitor(Limit.CONCERN_ADDRESS);
        concerns.add(code, words);
        return true;
    }

    /** Each for itself: a question that was answered or withdrawn meanwhile keeps no other answer back. The same form sent twice answers once. */
    public void answer() {
        List<AnswerRow> typed = rows.stream().filter(AnswerRow::isTyped).toList();
        try {
            look();
            if (typed.isEmpty()) {
                throw Refusal.invalid("answers[0].answer", "kernel.refused.required");
            }
            Map<Long, Refusal> refused = sentOnce.run(() -> refused(typed));
            look();
            tell(typed, refused);
        } catch (Refusal refusal) {
            rows = isFound() ? rows : List.of();
            PageActions.show(refusal);
        }
    }

    private Map<Long, Refusal> refused(List<AnswerRow> typed) {
        rateLimiter.visitor(Limit.CONCERN_ADDRESS);
        Map<Long, Refusal> refused = new LinkedHashMap<>();
        for (AnswerRow row : typed) {
            try {
                questions.answer(code, row.getId(), row.getAnswer());
            } catch (Refusal refusal) {
                refused.put(row.getId(), refusal);
            }
        }
        return refused;
    }

    private void tell(List<AnswerRow> typed, Map<Long, Refusal> refused) {
        if (refused.size() < typed.size()) {
            tell("report.follow.answered");
        }
        Map<String, Refusal> shown = new LinkedHashMap<>();
        refused.forEach((id, refusal) -> {
            int place = AnswerRow.place(rows, id);
            Refusal one = place < 0 || refusal.kind() != Refusal.Kind.INVALID ? refusal : AnswerRow.at(place, refusal);
            shown.putIfAbsent(one.getMessage(), one);
        });
        shown.values().forEach(PageActions::show);
        keep(typed.stream().filter(row -> refused.containsKey(row.getId()) && AnswerRow.place(rows, row.getId()) < 0).toList());
    }

    /** What was typed for a question that cannot be answered any more can be added instead. */
    private void keep(List<AnswerRow> typed) {
        if (!typed.isEmpty() && isOpen()) {
            words = typed.stream().map(AnswerRow::getAnswer).collect(Collectors.joining("\n\n"));
            tell("report.follow.kept");
        }
    }

    private static void tell(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(CurrentCaller.get().language(), key)));
    }

    private void look() {
        followed = rateLimiter.guess(Limit.RECEIPT_ADDRESS, () -> concerns.follow(code));
        rows = AnswerRow.of(followed, rows);
    }

    public boolean isFound() {
        return followed != null;
    }

    /** Whether more words may be written. */
    public boolean isOpen() {
        return adding || isFound() && !isEnded();
    }

    private boolean isEnded() {
        return followed.progress() == Concerns.Progress.ENDED;
    }

    public Concerns.Progress getProgress() {
        return followed == null ? null : followed.progress();
    }

    public Instant getReceivedAt() {
        return followed == null ? null : followed.receivedAt();
    }

    /** The questions that can be answered. */
    public List<AnswerRow> getRows() {
        return rows;
    }

    /** The same, by number, for the form to send along. */
    public String getAnswering() {
        return rows.stream().map(row -> row.getId().toString()).collect(Collectors.joining(" "));
    }

    /** The questions that cannot be answered any more, or again. */
    public List<Concerns.Question> getSettled() {
        return followed == null ? List.of() : followed.questions().stream().filter(question -> question.answered() || isEnded()).toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
