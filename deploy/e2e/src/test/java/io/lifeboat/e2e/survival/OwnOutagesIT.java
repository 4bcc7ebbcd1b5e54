package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.Wire;
import io.lifeboat.e2e.stack.Wires;
import io.lifeboat.e2e.stack.Wires.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The control room has an outage of its own in the middle of a disaster: recovery follows when it is back, without a restart. */
@LongOnly
class OwnOutagesIT {

    private static final Duration AWAY = Duration.ofSeconds(90);
    private static final Duration SOON = Duration.ofMinutes(5);

    @Test
    void shouldFailOverOnceWhenPostgresAndThenKafkaWereAway() {
        Trial.Result result = new Trial(List.of(), new Trouble() {
                    @Override
                    public void meanwhile(Stack stack, Story story) {
                        away(stack, Server.POSTGRES);
                        story.await(() -> story.execution().isPresent(), SOON);
                        away(stack, Server.KAFKA);
                    }
                })
                .run();

        WellEnded.assertSo(result);
        waitedOut(result, AWAY.multipliedBy(2));
        assertThat(result.asked()).as("a person was asked").isFalse();
        assertThat(result.deaths()).as("restarts").isEmpty();
    }

    /** A partition: packets vanish on one wire, from the execution's beginning on. */
    record Partition(String process, Server server) {}

    static Stream<Partition> partitions() {
        return Stream.of("coordinator-1", "executor-1", "audit-1")
                .flatMap(process -> Stream.of(Server.values()).map(server -> new Partition(process, server)));
    }

    @ParameterizedTest
    @MethodSource("partitions")
    void shouldFailOverOnceWhenOneServiceLosesOneServer(Partition partition) {
        Trial.Result result = new Trial(List.of(), new Trouble() {
                    @Override
                    public void meanwhile(Stack stack, Story story) {
                        story.await(() -> story.execution().isPresent(), SOON);
                        Wire wire = stack.wires().of(partition.process(), partition.server());
                        wire.silence();
                        rest(AWAY);
                        wire.mend();
                    }
                })
                .run();

        WellEnded.assertSo(result);
        assertThat(result.deaths()).as("restarts").isEqualTo(Map.of());
        if (!partition.process().equals("audit-1")) {
            waitedOut(result, AWAY);
        }
    }

    @Test
    void shouldFailOverOnceWhenTheDetectorsLoseKafkaAtTheWorstMoment() {
        Trial.Result result = new Trial(List.of(), new Trouble() {
                    @Override
                    public void before(Stack stack) {
                        stack.wires().of(Wires.DETECTORS, Server.KAFKA).cut();
                    }

                    @Override
                    public void meanwhile(Stack stack, Story story) {
                        rest(AWAY);
                        stack.wires().of(Wires.DETECTORS, Server.KAFKA).mend();
                    }
                })
                .run();

        WellEnded.assertSo(result);
        waitedOut(result, AWAY);
    }

    /** Else the outage came too late to be one of this disaster. */
    private static void waitedOut(Trial.Result result, Duration outages) {
        assertThat(result.lasted())
                .as("the disaster lasted longer than the outages in it")
                .isGreaterThan(outages);
    }

    private static void away(Stack stack, Server server) {
        stack.wires().all(server, Wire::cut);
        rest(AWAY);
        stack.wires().all(server, Wire::mend);
    }

    /** Being away takes its time: this is what is tested. */
    private static void rest(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during an outage", e);
        }
    }
}
