package org.probity.workflows.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.probity.kernel.Refusal;

/**
 * Counts a failed try of a step as the engine does, but keeps only which kinds of exception there were and where. Their
 * words may quote a file, as PostgreSQL does in {@code Key (email)=(…) already exists}, and the engine holds nothing about
 * people; the words are in the server's log.
 */
final class DiscreetRetry extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    private static final String OURS = "org.probity.";
    private static final int DEEPEST = 20;

    DiscreetRetry(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    protected void logException(JobEntity job) {
        if (exception != null) {
            job.setExceptionMessage(chain().stream().map(DiscreetRetry::kind).collect(Collectors.joining(" < ")) + place());
            job.setExceptionStacktrace(getExceptionStacktrace());
        }
    }

    @Override
    protected String getExceptionStacktrace() {
        return chain().stream().map(each -> kind(each) + Arrays.stream(each.getStackTrace()).map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining())).collect(Collectors.joining("\nCaused by: "));
    }

    private List<Throwable> chain() {
        return Stream.iterate(exception, each -> each != null, Throwable::getCause).limit(DEEPEST).toList();
    }

    /** A refusal names keys of texts and nothing else. */
    private static String kind(Throwable each) {
        String name = each.getClass().getSimpleName();
        if (each instanceof Refusal refusal) {
            return name + " " + refusal.getMessage();
        }
        return each instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private String place() {
        List<Throwable> chain = chain();
        return Arrays.stream(chain.get(chain.size() - 1).getStackTrace()).filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst().map(frame -> ", at " + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1)
                        + "." + frame.getMethodName() + ":" + frame.getLineNumber()).orElse("");
    }
}
