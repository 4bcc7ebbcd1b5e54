package io.lifeboat.detector.plan;

import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.detector.watch.Detector;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes plan revisions from their topic and hands them to the detector. */
@ApplicationScoped
public class PlanIntake {

    private static final Logger LOG = Logger.getLogger(PlanIntake.class);

    private final Detector detector;

    @Inject
    PlanIntake(Detector detector) {
        this.detector = detector;
    }

    /** One record of {@code plans}; one that cannot be read fails, and so goes to the dead letters. */
    @Incoming("plans")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        try {
            take(record);
            return Uni.createFrom().voidItem();
        } catch (UnreadableMessageException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            // A compacted topic's tombstone; withdrawing a plan is a revision of its own.
            return;
        }
        Received received = Unpack.unpack(record);
        if (!(received.body() instanceof PlanRevision revision)) {
            throw new UnreadableMessageException(
                    "header ce_type: " + received.type().wireName() + " does not belong on the topic plans");
        }
        if (!revision.application().equals(received.application())) {
            throw new UnreadableMessageException(
                    "/application: " + revision.application() + " is not the record's key " + received.application());
        }
        var watchable = Watchable.of(revision, detector.vantage());
        if (watchable.isEmpty() && revision.state() == PlanRevision.State.IN_FORCE) {
            LOG.infof(
                    "application=%s revision=%d does not name vantage %s and is not watched from here",
                    revision.application(), revision.revision(), detector.vantage());
        }
        detector.revised(revision, watchable);
    }
}
