package io.lifeboat.coordinator.outage;

import io.lifeboat.chassis.intake.Delivery;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.coordinator.incident.Lookout;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the topic {@code outage-events}, each message once, however often and late it is delivered. */
@ApplicationScoped
public class OutageIntake {

    private static final String CONSUMER = "coordinator.outage-events";

    private final Intake intake;
    private final SuspectedHandler suspected;
    private final ConfirmedHandler confirmed;
    private final ClearedHandler cleared;
    private final LongAgo longAgo;
    private final Lookout lookout;
    private final Duration within;

    OutageIntake(
            Intake intake,
            SuspectedHandler suspected,
            ConfirmedHandler confirmed,
            ClearedHandler cleared,
            LongAgo longAgo,
            Lookout lookout,
            @ConfigProperty(name = "lifeboat.incident.sighting-within", defaultValue = "1h") Duration within) {
        this.intake = intake;
        this.suspected = suspected;
        this.confirmed = confirmed;
        this.cleared = cleared;
        this.longAgo = longAgo;
        this.lookout = lookout;
        this.within = within;
    }

    /** One vantage's transition. */
    @Incoming("outage-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return intake.take(CONSUMER, message, this::handle).invoke(() -> lookout.soon(message.key()));
    }

    private Uni<Void> handle(Delivery delivery) {
        Duration since = delivery.age();
        boolean old = since.compareTo(within) > 0;
        return switch (delivery.message().body()) {
            case OutageSuspected event when old -> longAgo.trouble("suspected", event.sighting(), since);
            case OutageSuspected event -> suspected.handle(event, since);
            case OutageConfirmed event when old -> longAgo.trouble("confirmed", event.sighting(), since);
            case OutageConfirmed event -> confirmed.handle(event, since);
            case OutageCleared event when old -> Uni.createFrom().voidItem();
            case OutageCleared event -> cleared.handle(event, since);
            default ->
                throw new UnreadableMessageException("header ce_type: "
                        + delivery.message().type().wireName() + " does not belong on the topic outage-events");
        };
    }
}
