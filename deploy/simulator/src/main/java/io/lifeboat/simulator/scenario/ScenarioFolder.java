package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanHash;
import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.contract.plan.PlanRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What belongs to a scenario, or a recording, beside what is told: the gate's configuration to be tried. */
public final class ScenarioFolder {

    private static final String PLAN = "plan.yaml";

    private ScenarioFolder() {}

    /**
     * The file of the plan: beside what is told, or in the folder above.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Path plan(Path path) {
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        Path here = folder.resolve(PLAN);
        Path file =
                Files.exists(here) ? here : folder.toAbsolutePath().getParent().resolve(PLAN);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no %s in %s or above it".formatted(PLAN, folder));
        }
        return file;
    }

    /** That plan, as if it were in force. */
    public static PlanRevision inForce(Path path) throws IOException {
        Path file = plan(path);
        return inForce(file, Files.readString(file));
    }

    /**
     * A plan as if it were in force.
     *
     * @param file where the text is from, for what is said of it
     * @throws IllegalArgumentException when it is no plan
     */
    public static PlanRevision inForce(Path file, String text) {
        return switch (new PlanReader().read(text)) {
            case PlanReading.Readable readable -> inForce(readable.plan());
            case PlanReading.Refused refused ->
                throw new IllegalArgumentException(refused.problems().stream()
                        .map(problem -> "%s: %s".formatted(file, words(problem)))
                        .collect(Collectors.joining("\n")));
        };
    }

    private static String words(PlanProblem problem) {
        return "line %s, %s: %s".formatted(problem.line(), problem.field(), problem.message());
    }

    private static PlanRevision inForce(Plan plan) {
        Act act = new Act("replay", "the gate's configuration to try");
        return new PlanRevision(plan.application(), 1, PlanHash.of(plan), PlanRevision.State.IN_FORCE, plan, act, act);
    }
}
