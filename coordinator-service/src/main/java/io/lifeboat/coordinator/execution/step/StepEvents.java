package io.lifeboat.coordinator.execution.step;

import io.lifeboat.chassis.intake.Delivery;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.coordinator.execution.ExecutionEnded;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.LastHeartbeats;
import io.lifeboat.coordinator.obligation.Course;
import io.lifeboat.coordinator.obligation.ObligationKeeping;
import io.lifeboat.coordinator.obligation.ObligationPolicy;
import io.lifeboat.coordinator.obligation.step.OwedRunHandlers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes step events in. */
@ApplicationScoped
public class StepEvents {

    private static final Logger LOG = Logger.getLogger(StepEvents.class);

    private final Intake intake;
    private final Executions executions;
    private final LastHeartbeats lastHeartbeats;
    private final ObligationKeeping obligations;
    private final StepHandlers handlers;
    private final OwedRunHandlers owed;
    private final Event<ExecutionEnded> over;

    StepEvents(
            Intake intake,
            Executions executions,
            LastHeartbeats lastHeartbeats,
            ObligationKeeping obligations,
            ExecutionPolicy policy,
            ObligationPolicy patience,
            Event<ExecutionEnded> over) {
        this.intake = intake;
        this.executions = executions;
        this.lastHeartbeats = lastHeartbeats;
        this.obligations = obligations;
        this.handlers = new StepHandlers(policy);
        this.owed = new OwedRunHandlers(new Course(patience));
        this.over = over;
    }

    @Incoming("step-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        AtomicBoolean ended = new AtomicBoolean();
        return intake.take("coordinator.step-events", message, delivery -> take(delivery, ended))
                .invoke(() -> {
                    if (ended.get()) {
                        over.fire(new ExecutionEnded(message.key()));
                    }
                });
    }

    private Uni<Void> take(Delivery delivery, AtomicBoolean ended) {
        if (!(delivery.message().body() instanceof StepEvent event)) {
            throw new UnreadableMessageException("header ce_type: "
                    + delivery.message().type().wireName() + " does not belong on the topic step-events");
        }
        return lastAccepted(event)
                .chain(accepted -> executions.take(
                        event.ref().executionId(), (execution, now) -> handlers.on(execution, event, accepted, now)))
                .invoke(after -> ended.set(after.filter(execution -> execution.state() instanceof ExecutionState.Closed)
                        .isPresent()))
                .chain(after -> after.isPresent() ? Uni.createFrom().voidItem() : takeOwed(event));
    }

    /** An obligation's runs are an execution of their own, under the obligation's id. */
    private Uni<Void> takeOwed(StepEvent event) {
        return obligations
                .take(event.ref().executionId(), given -> owed.on(given, event))
                .invoke(after -> tellIfUnknown(event, after))
                .replaceWithVoid();
    }

    private Uni<Map<String, Heartbeat>> lastAccepted(StepEvent event) {
        return LossStatement.follows(event.ref().action())
                ? lastHeartbeats.of(event.ref().incidentId())
                : Uni.createFrom().item(Map.of());
    }

    /** A replay into an empty database, or another control room's: nothing of ours is lost by it. */
    private static void tellIfUnknown(StepEvent event, Optional<?> after) {
        if (after.isEmpty()) {
            LOG.infof(
                    "step %s: execution %s is not known here",
                    event.ref().stepId(), event.ref().executionId());
        }
    }
}
