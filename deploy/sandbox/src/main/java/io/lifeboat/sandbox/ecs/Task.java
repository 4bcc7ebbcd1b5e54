package io.lifeboat.sandbox.ecs;

import io.lifeboat.sandbox.elb.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One task.
 *
 * @param id the last part of its ARN
 * @param deploymentId the deployment that started it
 * @param target where it listens
 * @param state how far it has come
 * @param createdAt when it was asked for
 */
record Task(String id, String deploymentId, Target target, State state, Instant createdAt) {

    /** <pre>  Pending --started--> Running --drained--> Draining --stopped--> (gone)</pre> */
    sealed interface State {

        /** @param runningAt when it will have started */
        record Pending(Instant runningAt) implements State {}

        /** @param since when it had started */
        record Running(Instant since, AutoCloseable process) implements State {}

        /** @param stoppedAt when it will be stopped */
        record Draining(Instant stoppedAt, @Nullable AutoCloseable process) implements State {}
    }

    Task in(State next) {
        return new Task(id, deploymentId, target, next, createdAt);
    }

    boolean active() {
        return !(state instanceof State.Draining);
    }

    boolean running() {
        return state instanceof State.Running;
    }

    /** As {@code Task.lastStatus} says it. */
    String lastStatus() {
        return switch (state) {
            case State.Pending pending -> "PENDING";
            case State.Running running -> "RUNNING";
            case State.Draining draining -> "DEACTIVATING";
        };
    }
}
