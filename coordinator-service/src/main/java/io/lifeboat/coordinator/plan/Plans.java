package io.lifeboat.coordinator.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lifeboat.contract.plan.PlanRevision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The plans, as the rest of the coordinator sees them. Reads only, in the caller's transaction where there is one. A revision
 * never changes, so each is read once; which one is in force is asked every time.
 */
@ApplicationScoped
public class Plans {

    private static final int KEPT = 2_000;

    private final PlanRepository repository;
    private final Cache<PlanStamp, PlanRevision> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Plans(PlanRepository repository) {
        this.repository = repository;
    }

    /** The revision of an application's plan that is in force; empty when there never was one or it was withdrawn. */
    public Uni<Optional<PlanRevision>> inForce(String application) {
        return repository.newestStamp(application).chain(newest -> newest.filter(PlanStamp::inForce)
                .map(this::read)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** One revision, whether or not it is still in force; executions run the one they were opened with. */
    public Uni<Optional<PlanRevision>> revision(String application, int revision) {
        return repository.stamp(application, revision).chain(found -> found.map(this::read)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The applications with a plan in force, by name. */
    public Uni<List<String>> applications() {
        return repository.applications();
    }

    private Uni<Optional<PlanRevision>> read(PlanStamp stamp) {
        PlanRevision revision = known.getIfPresent(stamp);
        return revision == null
                ? repository
                        .find(stamp.application(), stamp.revision())
                        .map(row -> row.map(PlanRevisionRow::message))
                        .invoke(read -> read.ifPresent(message -> known.put(stamp, message)))
                : Uni.createFrom().item(Optional.of(revision));
    }
}
