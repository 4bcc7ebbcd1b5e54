package io.lifeboat.chassis.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private long here = 1_000_000;
    private long brokerAhead = 700_000;
    private int pings;
    private boolean answers = true;
    private final BrokerClock clock = new BrokerClock(() -> here);
    private final Calibration calibration = new Calibration(new Ping(), clock, vertx);

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldBelieveWhatItLearntAboutAMessageThatLooksFresh() {
        believe(appended());
        here += 5_000;

        believe(appended());

        assertThat(pings).isEqualTo(1);
    }

    @Test
    void shouldFindAMessageFreshWhoseBrokersClockWasSetBack() {
        believe(appended());
        here += 5_000;
        brokerAhead -= HOUR.toMillis();
        long fresh = appended();
        assertThat(clock.sinceAppended(fresh)).as("before it is asked").isGreaterThanOrEqualTo(HOUR);

        believe(fresh);

        assertThat(clock.sinceAppended(fresh)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void shouldFindOldWhatIsOldAndAskSeldom() {
        believe(appended());
        long old = appended();
        here += HOUR.toMillis();

        for (int i = 0; i < 100; i++) {
            believe(old);
        }

        assertThat(clock.sinceAppended(old)).isGreaterThanOrEqualTo(HOUR);
        assertThat(pings).isEqualTo(2);
    }

    @Test
    void shouldGoOnWithWhatItKnowsWhereTheBrokerDoesNotAnswer() {
        believe(appended());
        long old = appended();
        here += HOUR.toMillis();
        answers = false;

        believe(old);

        assertThat(clock.sinceAppended(old)).isGreaterThanOrEqualTo(HOUR);
    }

    private void believe(long appended) {
        calibration.sureOf(appended).await().indefinitely();
    }

    private long appended() {
        return here + brokerAhead;
    }

    private final class Ping extends Sender {

        Ping() {
            super(Map.of(), clock);
        }

        @Override
        public Uni<Void> send(String topic, String key, Map<String, String> headers, byte[] body) {
            return Uni.createFrom().voidItem().invoke(() -> {
                pings++;
                if (!answers) {
                    throw new IllegalStateException("no answer");
                }
                clock.acknowledged(clock.sending(), appended());
            });
        }
    }
}
