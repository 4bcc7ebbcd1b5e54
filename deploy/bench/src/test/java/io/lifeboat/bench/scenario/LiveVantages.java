package io.lifeboat.bench.scenario;

import io.lifeboat.bench.flow.Clients;
import io.lifeboat.simulator.scenario.Telling;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The vantages of one scenario: what they say goes to Kafka when it is due, until an execution is opened. */
final class LiveVantages {

    private final LiveScenario live;
    private final LiveHearing hearing;
    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService clock;

    LiveVantages(
            LiveScenario live,
            LiveHearing hearing,
            KafkaProducer<String, byte[]> producer,
            ScheduledExecutorService clock) {
        this.live = live;
        this.hearing = hearing;
        this.producer = producer;
        this.clock = clock;
    }

    /** Begins to speak. */
    void begin(Began began) {
        Telling telling = new Telling(live.plan(), live.scenario(), began.wall());
        clock.execute(() -> speak(telling, began));
    }

    private void speak(Telling telling, Began began) {
        try {
            telling.due(began.elapsed()).forEach(said -> {
                // What is lost is said again, and an outage event that is lost shows as a decision that does not come.
                var unused = producer.send(Clients.record(said.message(), said.clock()));
            });
            if (!hearing.opened()) {
                var unused = clock.schedule(
                        () -> speak(telling, began),
                        began.untilIs(telling.next()).toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException e) {
            hearing.surprise("the vantages fell silent: " + e);
        }
    }
}
