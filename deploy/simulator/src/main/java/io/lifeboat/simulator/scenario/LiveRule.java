package io.lifeboat.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scenarios may be told live: in real time and side by side, to one coordinator with a database that was empty. What can
 * only be so of all of them, or of a past, cannot be told there.
 */
final class LiveRule {

    /** Every build waits for the longest of them. */
    static final Duration LONGEST = Duration.ofSeconds(90);

    private LiveRule() {}

    /** What keeps a scenario that is marked live from it, each with its remedy; empty when nothing does. */
    static List<String> problems(Scenario scenario) {
        Duration live = scenario.live();
        if (live == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        Duration most = scenario.lasts().compareTo(LONGEST) < 0 ? scenario.lasts() : LONGEST;
        if (live.compareTo(most) > 0) {
            problems.add("%s is longer than %s; shorten it, or leave it out"
                    .formatted(Words.of(live), most.equals(LONGEST) ? "every build may wait" : "the scenario lasts"));
        }
        last(scenario)
                .filter(last -> last.compareTo(live) >= 0)
                .ifPresent(last -> problems.add(
                        "it is over after %s, and something comes or is expected at %s; lengthen it, or leave it out"
                                .formatted(Words.of(live), Words.of(last))));
        Scenario.History before = scenario.before();
        if (before.stopped() || before.movedAgo() != null || before.others() > 0) {
            problems.add("a running coordinator has no such past as 'before' says; only neverRehearsed may be so");
        }
        if (!scenario.health().isEmpty()) {
            problems.add("what AWS says of a region concerns every scenario told beside it; leave live or health out");
        }
        return problems;
    }

    /** When the last thing comes or is expected. */
    private static Optional<Duration> last(Scenario scenario) {
        return Stream.of(
                        scenario.seen().stream().map(Scenario.Change::at),
                        scenario.people().stream().map(Scenario.Word::at),
                        scenario.deploys().stream().map(Scenario.Deployed::at),
                        Stream.ofNullable(scenario.expect().notAfter()))
                .flatMap(times -> times)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
