package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.plan.PlanRevision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The plans, as the rest of the coordinator sees them. Reads only, in the caller's transaction where there is one. */
@ApplicationScoped
public class Plans {

    private final PlanRepository repository;

    Plans(PlanRepository repository) {
        this.repository = repository;
    }

    /** The revision of an application's plan that is in force; empty when there never was one or it was withdrawn. */
    public Uni<Optional<PlanRevision>> inForce(String application) {
        return repository.newest(application).map(newest -> newest.filter(PlanRevisionRow::inForce)
                .map(PlanRevisionRow::message));
    }

    /** One revision, whether or not it is still in force; executions run the one they were opened with. */
    public Uni<Optional<PlanRevision>> revision(String application, int revision) {
        return repository.find(application, revision).map(row -> row.map(PlanRevisionRow::message));
    }

    /** Every plan in force, by application. */
    public Uni<List<PlanRevision>> inForce() {
        return repository.newestOfEach().map(rows -> rows.stream()
                .filter(PlanRevisionRow::inForce)
                .map(PlanRevisionRow::message)
                .toList());
    }
}
