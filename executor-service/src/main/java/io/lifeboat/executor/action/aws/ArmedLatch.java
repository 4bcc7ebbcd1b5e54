package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** {@code traffic.latch.armed}: the latch that was pending. It looks until the region left answers. */
@ApplicationScoped
class ArmedLatch implements Action<TrafficLatch.Latch> {

    private final TrafficLatch latch;

    ArmedLatch(TrafficLatch latch) {
        this.latch = latch;
    }

    @Override
    public String name() {
        return "traffic.latch.armed";
    }

    @Override
    public TrafficLatch.Latch read(Parameters with) {
        return latch.read(with);
    }

    @Override
    public Repeat repeat(TrafficLatch.Latch parameters) {
        return latch.repeat(parameters);
    }

    @Override
    public Tempo tempo() {
        return Tempo.PATIENT;
    }

    @Override
    public Observation observe(Assignment<TrafficLatch.Latch> assignment, @Nullable Sent sent) {
        Observation seen = latch.observe(assignment, sent);
        return seen instanceof Done done && done.extent() == Extent.PENDING
                ? new Observation.NotSo(done.detail(), "nothing: it is told as soon as it answers")
                : seen;
    }

    @Override
    public JsonNode apply(Assignment<TrafficLatch.Latch> assignment, Observation.NotStarted next, Permit permit) {
        return latch.apply(assignment, next, permit);
    }
}
