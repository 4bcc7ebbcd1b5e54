package io.lifeboat.sandbox.elb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetGroupTest {

    private static final Target ONE = new Target("127.0.0.6", 80);
    private static final Target TWO = new Target("127.0.0.7", 80);

    private final TargetGroup group = new TargetGroup("arn");

    @Test
    void shouldSendNothingToATargetBeforeItWasSeenHealthy() {
        group.register(ONE);
        assertThat(group.next()).isEmpty();

        group.look(target -> true);

        assertThat(group.next()).contains(ONE);
    }

    @Test
    void shouldSendInTurnToTheHealthyOnes() {
        group.register(ONE);
        group.register(TWO);
        group.look(target -> true);

        assertThat(List.of(group.next().orElseThrow(), group.next().orElseThrow()))
                .containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void shouldGiveUpATargetAfterTwoFailedLooksAndTakeItBackAfterTwoGoodOnes() {
        group.register(ONE);
        group.look(target -> true);

        group.look(target -> false);
        assertThat(group.healthy(ONE)).isTrue();
        group.look(target -> false);
        assertThat(group.healthy(ONE)).isFalse();
        group.look(target -> true);
        assertThat(group.healthy(ONE)).isFalse();
        group.look(target -> true);
        assertThat(group.healthy(ONE)).isTrue();
    }

    @Test
    void shouldSendNothingNewToADrainingTargetHoweverHealthy() {
        group.register(ONE);
        group.look(target -> true);

        group.drain(ONE);
        group.look(target -> true);

        assertThat(group.next()).isEmpty();
    }
}
