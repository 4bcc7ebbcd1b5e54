package io.lifeboat.chassis;

import io.lifeboat.chassis.intake.Delivery;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest service: answers every suspicion with a clearance of the same sighting. */
@ApplicationScoped
public class Echo {

    private final Intake intake;
    private final Outbox outbox;
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final List<Duration> ages = new CopyOnWriteArrayList<>();

    @Inject
    public Echo(Intake intake, Outbox outbox) {
        this.intake = intake;
        this.outbox = outbox;
    }

    @Incoming("outage-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.take("coordinator.outage-events", record, this::handle);
    }

    /** The sequences of the sightings whose handling was begun. */
    public List<Long> handled() {
        return handled;
    }

    /** How long before its handling each was appended. */
    public List<Duration> ages() {
        return ages;
    }

    private Uni<Void> handle(Delivery delivery) {
        OutageEvent event = (OutageEvent) delivery.message().body();
        handled.add(event.sighting().sequence());
        ages.add(delivery.age());
        return event instanceof OutageCleared
                ? Uni.createFrom().voidItem()
                : outbox.add(
                        new OutageCleared(event.sighting()), delivery.message().application());
    }
}
