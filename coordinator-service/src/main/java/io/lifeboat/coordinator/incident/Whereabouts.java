package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.execution.UnfinishedMove;
import io.lifeboat.coordinator.signal.Evidence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an application is, and where it would go. Pure.
 *
 * <p>A move that did not come to its end may have taken the writer along while customers are still sent to the region it was to
 * leave. When that region is in trouble, they are: it counts as the active one until the move is finished, and the way on is the
 * way the move was going, unless the writer's own region is lost.
 *
 * @param active the region that counts as active
 * @param to the region to go to; null when the plan has none
 * @param writerThere whether the writer is there already
 */
public record Whereabouts(String active, @Nullable String to, boolean writerThere) {

    /**
     * Where it is by what the vantages see; empty when nobody sees the writer.
     *
     * @param unfinished the move that was begun last and did not come to its end
     */
    public static Optional<Whereabouts> seen(Plan plan, Evidence evidence, Optional<UnfinishedMove> unfinished) {
        return evidence.writer().map(writer -> unfinished
                .filter(move -> writer.equals(move.to()))
                .filter(move -> troubled(plan, move.from(), evidence) && !lost(plan, move.to(), evidence))
                .map(Whereabouts::between)
                .orElseGet(() -> at(plan, writer)));
    }

    /** In a region, with nothing under way. */
    public static Whereabouts at(Plan plan, String active) {
        String to = plan.regions().all().stream()
                .filter(region -> !region.equals(active))
                .findFirst()
                .orElse(null);
        return new Whereabouts(active, to, false);
    }

    private static Whereabouts between(UnfinishedMove move) {
        return new Whereabouts(move.from(), move.to(), true);
    }

    private static boolean troubled(Plan plan, String region, Evidence evidence) {
        return Classifier.classify(plan, region, region, evidence).troubled();
    }

    private static boolean lost(Plan plan, String region, Evidence evidence) {
        return switch (Classifier.classify(plan, region, region, evidence).disasterClass()) {
            case REGION_OUTAGE, DATABASE_OUTAGE -> true;
            default -> false;
        };
    }
}
