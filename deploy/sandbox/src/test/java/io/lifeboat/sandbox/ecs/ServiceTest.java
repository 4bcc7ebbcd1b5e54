package io.lifeboat.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.sandbox.elb.Target;
import io.lifeboat.sandbox.elb.TargetGroup;
import io.lifeboat.testkit.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final Duration START = Duration.ofSeconds(2);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final Set<String> running = new TreeSet<>();
    private final List<Integer> healthyOverTime = new ArrayList<>();
    private final TargetGroup group = new TargetGroup("arn");
    private final Service service = new Service(
            new ServiceName("eu-central-1", "111111111111", "shop", "api"),
            address -> {
                running.add(address);
                return () -> running.remove(address);
            },
            group,
            new Timing(START, DRAIN),
            slot -> new Target("127.0.0." + (6 + slot), 80),
            20,
            clock);

    @Test
    void shouldStartTasksOverTimeAndCompleteItsFirstDeployment() {
        service.desire(3);
        pass(Duration.ofSeconds(1));
        assertThat(running).isEmpty();

        pass(START);

        assertThat(running).hasSize(3);
        assertThat(service.steady()).isTrue();
        assertThat(service.deployments())
                .singleElement()
                .extracting(Deployment::rollout)
                .isEqualTo(Deployment.Rollout.COMPLETED);
    }

    @Test
    void shouldStartNoDeploymentForANewDesiredCount() {
        given(1);
        var before = service.deployments().getFirst().id();

        service.desire(3);
        pass(START.plusSeconds(1));

        assertThat(service.deployments()).extracting(Deployment::id).containsExactly(before);
        assertThat(running).hasSize(3);
    }

    @Test
    void shouldReplaceEveryTaskInAForcedDeploymentWithoutServingLessMeanwhile() {
        given(3);
        var before = tasks();
        healthyOverTime.clear();

        service.forceDeployment();
        pass(START.plus(DRAIN).plusSeconds(2));

        assertThat(tasks()).hasSize(3).doesNotContainAnyElementsOf(before);
        assertThat(service.deployments()).hasSize(1);
        assertThat(service.steady()).isTrue();
        assertThat(healthyOverTime).allMatch(healthy -> healthy >= 3);
    }

    @Test
    void shouldStayInProgressWhileNewTasksAreNotHealthy() {
        given(2);

        service.forceDeployment();
        clock.turn(START.plusSeconds(5));
        service.reconcile();

        assertThat(service.deployments())
                .hasSize(2)
                .first()
                .extracting(Deployment::rollout)
                .isEqualTo(Deployment.Rollout.IN_PROGRESS);
    }

    @Test
    void shouldStopTheSurplusAfterItWasDrained() {
        given(3);

        service.desire(1);
        pass(DRAIN.plusSeconds(1));

        assertThat(running).hasSize(1);
        assertThat(group.healthyCount()).isEqualTo(1);
    }

    private void given(int tasks) {
        service.desire(tasks);
        pass(START.plusSeconds(1));
    }

    private Set<String> tasks() {
        return service.tasks().stream().map(Task::id).collect(Collectors.toSet());
    }

    /** Time passes in small steps, as the service's own loop and the load balancer's looks see it. */
    private void pass(Duration time) {
        var step = Duration.ofMillis(100);
        for (var left = time; left.isPositive(); left = left.minus(step)) {
            clock.turn(step);
            service.reconcile();
            group.look(target -> running.contains(target.address()));
            healthyOverTime.add(group.healthyCount());
        }
        service.reconcile();
    }
}
