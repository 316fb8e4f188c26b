package org.probity.workflows.engine;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Looks for due timers and runs them on the container's threads. */
final class ManagedJobExecutor extends JobExecutor {

    private static final int FIRST_WAIT_MILLIS = 1_000;
    private static final int LONGEST_WAIT_MILLIS = 5_000;

    /** A step that was running when its server died is taken up again after this. */
    private static final int LOCK_MILLIS = 60_000;

    private final Executor threads;

    ManagedJobExecutor(Executor threads) {
        this.threads = threads;
        setWaitTimeInMillis(FIRST_WAIT_MILLIS);
        setMaxWait(LONGEST_WAIT_MILLIS);
        setLockTimeInMillis(LOCK_MILLIS);
    }

    @Override
    protected void startExecutingJobs() {
        threads.execute(acquireJobsRunnable);
    }

    @Override
    protected void stopExecutingJobs() {
        jobWasAdded();
    }

    /** Looked for across boards, but run at its own. */
    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new BoardJobs(jobIds, engine);
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        try {
            threads.execute(getExecuteJobsRunnable(jobIds, engine));
        } catch (RejectedExecutionException busy) {
            logRejectedExecution(engine, jobIds.size());
            rejectedJobsHandler.jobsRejected(jobIds, engine, this);
        }
    }
}
