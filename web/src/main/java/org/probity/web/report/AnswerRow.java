package org.probity.web.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.probity.concern.Concerns;
import org.probity.kernel.Refusal;

/** A question of the board's, while its answer is typed. */
public class AnswerRow {

    /** The numbers of the questions of a form, as the browser sends them back. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final int MOST = 100;

    private final Long id;
    private final Concerns.Question question;
    private String answer;

    private AnswerRow(Long id, Concerns.Question question, String answer) {
        this.id = id;
        this.question = question;
        this.answer = answer;
    }

    /** The rows of a form that was sent, in its order. @param numbers whatever the browser says they were, or null */
    static List<AnswerRow> sent(String numbers) {
        return numbers == null ? List.of() : Arrays.stream(numbers.split(" ", MOST)).filter(number -> NUMBER.matcher(number).matches())
                .map(number -> new AnswerRow(Long.valueOf(number), null, null)).toList();
    }

    /** Those that can be answered now. @param typed whose answers go on being typed */
    static List<AnswerRow> of(Concerns.Followed followed, List<AnswerRow> typed) {
        return followed.progress() == Concerns.Progress.ENDED ? List.of() : followed.questions().stream().filter(question -> !question.answered())
                .map(question -> new AnswerRow(question.id(), question, typed.stream().filter(row -> row.id.equals(question.id()))
                        .map(row -> row.answer).filter(answer -> answer != null).findFirst().orElse(null))).toList();
    }

    /** Where the row of that question stands; -1 where it cannot be answered any more. */
    static int place(List<AnswerRow> rows, Long id) {
        return rows.stream().map(row -> row.id).toList().indexOf(id);
    }

    /** What is wrong with the answer in that place, at its field. */
    static Refusal at(int place, Refusal refusal) {
        return new Refusal(refusal.kind(), refusal.problems().stream()
                .map(problem -> new Refusal.Problem("answers[" + place + "].answer", problem.key(), problem.args())).toList());
    }

    boolean isTyped() {
        return answer != null && !answer.isBlank();
    }

    public Long getId() {
        return id;
    }

    /** What is asked; null in a form that was sent, as long as nobody has looked. */
    public String getWords() {
        return question == null ? null : question.words();
    }

    public Instant getAskedAt() {
        return question == null ? null : question.askedAt();
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
