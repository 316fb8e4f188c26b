package org.probity.workflows.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.probity.tenancy.CurrentBoard;

/** Runs each job at the board of its process, and counts its failure there: the database lets through no rows of another. */
final class BoardJobs extends ExecuteJobsRunnable {

    BoardJobs(List<String> jobIds, ProcessEngineImpl engine) {
        super(jobIds, engine);
    }

    @Override
    protected void executeJob(String jobId, CommandExecutor executor, JobFailureCollector failure) {
        String board = executor.execute(context -> {
            JobEntity job = context.getJobManager().findJobById(jobId);
            return job == null ? null : job.getTenantId();
        });
        if (board == null) {
            super.executeJob(jobId, executor, failure);
        } else {
            CurrentBoard.run(board, () -> super.executeJob(jobId, executor, failure));
        }
    }
}
