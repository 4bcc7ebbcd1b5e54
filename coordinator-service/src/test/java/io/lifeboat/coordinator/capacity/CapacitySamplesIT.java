package io.lifeboat.coordinator.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Capacity;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class CapacitySamplesIT {

    private static final String HOME = "eu-west-1";

    @Inject
    CapacitySamples samples;

    @Inject
    Transactions transactions;

    private final String application = "shop-" + UUID.randomUUID();

    @Test
    void shouldRememberTheMostOfTheLastDayThatWasSampled() {
        sampled(HOME, 9, Duration.ofHours(40));
        sampled(HOME, 5, Duration.ofHours(20));
        sampled(HOME, 3, Duration.ofHours(10));

        Baseline baseline = baseline(HOME);

        assertThat(baseline.desired())
                .as("the nine are older than a day before the latest")
                .isEqualTo(5);
        assertThat(baseline.minimum()).isEqualTo(4);
        assertThat(baseline.sampleAge()).isBetween(Duration.ofHours(10), Duration.ofHours(11));
    }

    @Test
    void shouldGiveTheSameAnswerHoweverOftenAndInWhateverOrderItIsTold() {
        sampled(HOME, 3, Duration.ofMinutes(1));
        sampled(HOME, 6, Duration.ofMinutes(90));
        sampled(HOME, 3, Duration.ofMinutes(1));
        sampled(HOME, 2, Duration.ofMinutes(2));

        assertThat(baseline(HOME).desired()).isEqualTo(6);
        assertThat(baseline(HOME).sampleAge()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void shouldKeepRegionsApart() {
        sampled(HOME, 3, Duration.ZERO);
        sampled("eu-central-1", 1, Duration.ZERO);

        assertThat(baseline(HOME).desired()).isEqualTo(3);
        assertThat(baseline("eu-central-1").desired()).isEqualTo(1);
        assertThat(known("us-east-1")).isEmpty();
    }

    private Baseline baseline(String region) {
        List<Baseline> known = known(region);
        assertThat(known).hasSize(1);
        return known.getFirst();
    }

    private List<Baseline> known(String region) {
        return transactions
                .run(() -> samples.of(application, region))
                .await()
                .indefinitely()
                .known();
    }

    private void sampled(String region, int desired, Duration ago) {
        Capacity capacity = new Capacity("shop", "api", desired - 1, desired, Duration.ZERO);
        Signal signal = new Signal(
                "capacity",
                Tier.CAPACITY,
                region,
                SignalState.UP,
                "test",
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                null,
                capacity,
                null);
        SignalSnapshot snapshot = new SignalSnapshot(
                application,
                1,
                "office",
                null,
                "office-1",
                "boot",
                1,
                Instant.EPOCH,
                Sight.CLEAR,
                null,
                List.of(signal));
        transactions.run(() -> samples.keep(snapshot, ago)).await().indefinitely();
    }
}
