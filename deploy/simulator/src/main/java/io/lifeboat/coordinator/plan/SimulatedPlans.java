package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.plan.PlanRevision;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** Plans that were put before the world began. */
public final class SimulatedPlans extends Plans {

    private final Map<String, PlanRevision> byApplication;

    public SimulatedPlans(Map<String, PlanRevision> byApplication) {
        super(null);
        this.byApplication = byApplication;
    }

    @Override
    public Uni<Optional<PlanRevision>> inForce(String application) {
        return Uni.createFrom().item(Optional.ofNullable(byApplication.get(application)));
    }

    @Override
    public Uni<Optional<PlanRevision>> revision(String application, int revision) {
        return inForce(application);
    }
}
