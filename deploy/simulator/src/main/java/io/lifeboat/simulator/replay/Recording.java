package io.lifeboat.simulator.replay;

import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was recorded of one application, told again in the order in which the broker appended it.
 *
 * @param messages in that order, one at least
 * @param lasts how long it is watched
 * @param people what people would have said
 */
record Recording(List<Recorded> messages, Duration lasts, List<Scenario.Word> people) implements Story {

    /** After the last message: who has trouble to tell of speaks every 5 s, so until then nothing is missed. */
    static final Duration AFTERWARDS = Duration.ofSeconds(5);

    Recording {
        messages = messages.stream()
                .sorted(Comparator.comparing(Recorded::appendedAt))
                .toList();
        people = List.copyOf(people);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a recording of nothing cannot be told");
        }
    }

    /** All of it, and a little longer. */
    static Recording of(List<Recorded> messages, List<Scenario.Word> people) {
        Instant first = messages.stream()
                .map(Recorded::appendedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = messages.stream()
                .map(Recorded::appendedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Recording(messages, Duration.between(first, last).plus(AFTERWARDS), people);
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.of(messages.getFirst().appendedAt());
    }

    @Override
    public void tell(World world, Broker broker) {
        Instant begin = messages.getFirst().appendedAt();
        for (Recorded recorded : messages) {
            Duration after = Duration.between(begin, recorded.appendedAt());
            if (after.isZero()) {
                broker.deliver(recorded.message());
            } else {
                world.after(after, () -> broker.deliver(recorded.message()));
            }
        }
    }
}
