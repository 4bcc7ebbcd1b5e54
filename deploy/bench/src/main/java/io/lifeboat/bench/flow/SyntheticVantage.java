package io.lifeboat.bench.flow;

import io.lifeboat.bench.room.Vantages;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A vantage that sees the home region lost and the other one well, as a detector would tell it; without a detector. */
public final class SyntheticVantage {

    private static final Duration YOUNG = Duration.ofMillis(200);
    private static final Duration SINCE = Duration.ofSeconds(3);

    private final String vantage;
    private final String boot = UUID.randomUUID().toString();
    private long sequence;

    public SyntheticVantage(String vantage) {
        this.vantage = vantage;
    }

    /** All its signals of an application. */
    public ProducerRecord<String, byte[]> snapshot(String application) {
        return packed(
                application,
                new SignalSnapshot(
                        application,
                        1,
                        vantage,
                        null,
                        "bench-" + vantage,
                        boot,
                        ++sequence,
                        Instant.now(),
                        Sight.CLEAR,
                        null,
                        signals()));
    }

    /** That it confirmed the outage. */
    public ProducerRecord<String, byte[]> confirmed(String application) {
        return packed(
                application,
                new OutageConfirmed(new Sighting(
                        application,
                        1,
                        vantage,
                        null,
                        "bench-" + vantage,
                        boot,
                        ++sequence,
                        Vantages.HOME,
                        SINCE,
                        signals())));
    }

    private ProducerRecord<String, byte[]> packed(String application, Record body) {
        Instant now = Instant.now();
        return Clients.record(Envelope.pack("/lifeboat/detector/bench-" + vantage, application, now, body), now);
    }

    private static List<Signal> signals() {
        return List.of(
                signal("api", Tier.COMPUTE, Vantages.HOME, SignalState.DOWN, null),
                signal("database", Tier.DATABASE, Vantages.HOME, SignalState.DOWN, null),
                signal("api", Tier.COMPUTE, Vantages.OTHER, SignalState.UP, null),
                signal("database", Tier.DATABASE, Vantages.OTHER, SignalState.UP, null),
                signal(
                        "lag",
                        Tier.DATA,
                        null,
                        SignalState.UP,
                        new Lag(YOUNG, YOUNG, Vantages.HOME, Vantages.OTHER, "connected")));
    }

    private static Signal signal(
            String watch, Tier tier, @Nullable String region, SignalState state, @Nullable Lag lag) {
        boolean up = state == SignalState.UP;
        return new Signal(
                watch,
                tier,
                region,
                state,
                up ? "status 200" : "status 503 instead of 200",
                YOUNG,
                SINCE,
                up ? YOUNG : SINCE,
                YOUNG,
                null,
                lag,
                null,
                null);
    }
}
