package io.lifeboat.bench.scenario;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.e2e.client.Coordinator;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.ScenarioFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A scenario that is told live, as an application of its own.
 *
 * @param scenario as it is written
 * @param plan the plan beside it, of that application
 * @param yaml its text
 */
record LiveScenario(Scenario scenario, PlanRevision plan, String yaml) {

    /** Those in a folder that are marked live, by name. */
    static List<LiveScenario> in(Path scenarios) throws IOException {
        List<LiveScenario> live = new ArrayList<>();
        try (Stream<Path> inside = Files.list(scenarios)) {
            for (Path folder : inside.filter(Files::isDirectory).sorted().toList()) {
                Scenario scenario = Scenario.read(folder);
                if (scenario.live() != null) {
                    live.add(of(folder, scenario));
                }
            }
        }
        return live;
    }

    private static LiveScenario of(Path folder, Scenario scenario) throws IOException {
        Path file = ScenarioFolder.plan(folder);
        String yaml = Files.readString(file)
                .replaceFirst("(?m)^application: .*$", "application: live-" + folder.getFileName());
        return new LiveScenario(scenario, ScenarioFolder.inForce(file, yaml), yaml);
    }

    String application() {
        return plan.application();
    }

    /** How long it is watched at least. */
    Duration lasts() {
        return Objects.requireNonNull(scenario.live());
    }

    /** Puts its plan in force, and vouches for it unless nobody is to have rehearsed it. */
    void prepare(Coordinator coordinator) {
        Acceptance accepted = Objects.requireNonNull(
                Objects.requireNonNull(plan.plan()).gate().accept());
        Act first = new Act(accepted.by().getFirst(), "as the scenario says");
        Act second = new Act(accepted.by().getLast(), "as the scenario says");
        var inForce = coordinator.putPlan(application(), yaml, first, second);
        if (inForce.path("revision").asInt() != plan.revision()) {
            throw new IllegalStateException("the plan of %s is not in force as revision %d: %s"
                    .formatted(application(), plan.revision(), inForce));
        }
        if (!scenario.before().neverRehearsed()) {
            coordinator.vouch(application(), first, second);
        }
    }
}
