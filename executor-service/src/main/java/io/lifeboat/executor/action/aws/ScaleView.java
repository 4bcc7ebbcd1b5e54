package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/**
 * How far a service is from the capacity that is wanted.
 *
 * @param service as it is
 * @param limits of Application Auto Scaling; empty when it does not scale the service
 * @param wanted the capacity to reach
 * @param share of it that serves
 */
record ScaleView(EcsServiceView service, Optional<Limits> limits, Capacity wanted, double share) {

    static final String MINIMUM = "minimum-capacity";
    static final String DESIRED = "desired-count";

    /** How few and how many tasks Application Auto Scaling may choose. */
    record Limits(int lowest, int highest) {

        static Limits of(ScalableTarget target) {
            return new Limits(target.minCapacity(), target.maxCapacity());
        }
    }

    /** A number of tasks: the least it may shrink to, and to start with. */
    record Capacity(int minimum, int desired) {}

    /** What is so, or the one change that is due next. */
    Observation observe() {
        if (limits.isPresent()
                && (limits.get().lowest() < wanted.minimum() || limits.get().highest() < wanted.desired())) {
            return raiseLimits(limits.get());
        }
        if (service.desired() < wanted.desired()) {
            return raiseDesired();
        }
        if (service.serves(wanted.desired())) {
            return Observation.done(service.summary());
        }
        int least = (int) Math.ceil(share * wanted.desired());
        Done enough = service.healthy() >= least && service.healthy() > 0
                ? new Done(
                        service.healthy() >= wanted.desired() ? Extent.WHOLE : Extent.DEGRADED,
                        "%s; %d of %d suffice".formatted(service.summary(), least, wanted.desired()),
                        null,
                        List.of())
                : null;
        return new Observation.InProgress(service.summary(), enough);
    }

    private Observation raiseLimits(Limits now) {
        int lowest = Math.max(now.lowest(), wanted.minimum());
        int highest = Math.max(now.highest(), wanted.desired());
        ObjectNode memo = memo().put("lowest", lowest).put("highest", highest);
        return new Observation.NotStarted(
                MINIMUM,
                "let it scale between %d and %d instead of %d and %d"
                        .formatted(lowest, highest, now.lowest(), now.highest()),
                memo);
    }

    private Observation raiseDesired() {
        return new Observation.NotStarted(
                DESIRED,
                "raise the desired count from %d to %d".formatted(service.desired(), wanted.desired()),
                memo().put("desired", wanted.desired()));
    }

    private ObjectNode memo() {
        ObjectNode memo = JsonNodeFactory.instance.objectNode();
        memo.putObject("wanted").put("minimum", wanted.minimum()).put("desired", wanted.desired());
        return memo;
    }
}
