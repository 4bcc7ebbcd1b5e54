package io.lifeboat.coordinator.execution;

import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What happens to a running execution when the outage it answers is over, or the region it leads to is lost. */
@ApplicationScoped
public class ExecutionHolds {

    private final Executions executions;
    private final ExecutionRepository repository;

    ExecutionHolds(Executions executions, ExecutionRepository repository) {
        this.executions = executions;
        this.repository = repository;
    }

    /**
     * The vantages see the lost region again. Before the point of no return the open execution of the incident pauses and
     * a person is asked; past it the execution goes on, for turning back would cost more than finishing. Runs inside the
     * caller's transaction, and may be called as often as one likes: a person is asked once.
     */
    public Uni<Void> onCleared(String incidentId) {
        return repository
                .ofIncident(incidentId)
                .map(all ->
                        all.stream().filter(stored -> stored.endedAt() == null).findFirst())
                .chain(this::clear);
    }

    /**
     * The vantages agree that the region an execution leads to is lost. One that leaves a region which serves pauses before the
     * point of no return, and a person is asked once. Runs inside the caller's transaction, and may be called as often as one likes.
     */
    public Uni<Void> onOtherSideDown(String executionId) {
        return executions
                .take(executionId, (execution, now) -> OtherSideDown.on(execution))
                .replaceWithVoid();
    }

    private Uni<Void> clear(Optional<StoredExecution> open) {
        return open.map(stored -> executions
                        .take(stored.execution().ref().executionId(), (execution, now) -> Cleared.on(execution))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
