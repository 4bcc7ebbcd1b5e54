package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.execution.ExecutionSummary.Phase;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what executions there are, inside the caller's transaction. */
@ApplicationScoped
public class ExecutionCatalog {

    private final ExecutionRepository repository;

    ExecutionCatalog(ExecutionRepository repository) {
        this.repository = repository;
    }

    /** The open live or rehearsal execution of an application, if there is one. */
    public Uni<Optional<ExecutionSummary>> open(String application) {
        return repository.open(application).map(open -> open.map(ExecutionCatalog::summary));
    }

    /** Every execution of an incident, the newest first. */
    public Uni<List<ExecutionSummary>> ofIncident(String incidentId) {
        return repository
                .ofIncident(incidentId)
                .map(all -> all.stream().map(ExecutionCatalog::summary).toList());
    }

    /** One execution, as it stands. */
    public Uni<Optional<Execution>> find(String executionId) {
        return repository.find(executionId).map(found -> found.map(StoredExecution::execution));
    }

    /** The region that the newest completed execution left an application in; empty when there was none. */
    public Uni<Optional<String>> servedFrom(String application) {
        return repository.newest(application).map(newest -> newest.stream()
                .map(StoredExecution::execution)
                .filter(execution -> execution.state() instanceof ExecutionState.Completed)
                .map(execution -> execution.ref().to())
                .findFirst());
    }

    /** The move of an application that was begun and has not come to its end; empty when there is none. */
    public Uni<Optional<UnfinishedMove>> unfinished(String application) {
        return repository
                .newest(application)
                .map(newest -> UnfinishedMove.of(
                        newest.stream().map(StoredExecution::execution).toList()));
    }

    private static ExecutionSummary summary(StoredExecution stored) {
        Execution execution = stored.execution();
        ExecutionRef ref = execution.ref();
        return new ExecutionSummary(
                ref.executionId(),
                ref.incidentId(),
                ref.application(),
                ref.procedure(),
                ref.mode(),
                execution.procedure().form(),
                ref.from(),
                ref.to(),
                phase(execution.state()),
                execution.inFlight(),
                supersededBy(execution.state()),
                execution.isPastNoReturn(),
                stored.openedAt(),
                stored.endedAt());
    }

    private static @Nullable Act supersededBy(ExecutionState state) {
        return switch (state) {
            case ExecutionState.Aborting aborting when aborting.ending() == Ending.SUPERSEDED -> aborting.act();
            case ExecutionState.Aborted aborted when aborted.ending() == Ending.SUPERSEDED -> aborted.act();
            default -> null;
        };
    }

    private static Phase phase(ExecutionState state) {
        return switch (state) {
            case ExecutionState.Running running -> Phase.RUNNING;
            case ExecutionState.Paused paused -> Phase.PAUSED;
            case ExecutionState.Aborting aborting -> Phase.ABORTING;
            case ExecutionState.Completed completed -> Phase.COMPLETED;
            case ExecutionState.Aborted aborted -> Phase.ABORTED;
        };
    }
}
