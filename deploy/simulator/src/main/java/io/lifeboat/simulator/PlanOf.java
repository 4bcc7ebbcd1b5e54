package io.lifeboat.simulator;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanHash;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.contract.plan.PlanRevision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of the simulated applications, read once. */
final class PlanOf {

    private static final Map<String, PlanRevision> READ = new ConcurrentHashMap<>();
    private static final String ACCEPTED =
            "accept: { loss: 10m, unreachableOldWriter: true, by: [a, b], reason: a lost region answers nobody }";

    private PlanOf() {}

    /**
     * A plan in force.
     *
     * @param automatic whether the machine may act by itself
     * @param accepted whether an old writer out of reach was accepted in advance
     */
    static PlanRevision application(String application, boolean automatic, boolean accepted) {
        return READ.computeIfAbsent(application + automatic + accepted, missing -> {
            String yaml = template()
                    .replace("${application}", application)
                    .replace("${automation}", automatic ? "automatic" : "approve")
                    .replace("${accept}", accepted ? ACCEPTED : "");
            return switch (new PlanReader().read(yaml)) {
                case PlanReading.Readable readable -> inForce(application, readable.plan());
                case PlanReading.Refused refused ->
                    throw new IllegalStateException("the simulator's plan: " + refused.problems());
            };
        });
    }

    private static PlanRevision inForce(String application, Plan plan) {
        return new PlanRevision(
                application,
                1,
                PlanHash.of(plan),
                PlanRevision.State.IN_FORCE,
                plan,
                new Act("a", "the simulator's plan"),
                new Act("b", "the simulator's plan"));
    }

    private static String template() {
        try (InputStream plan = PlanOf.class.getResourceAsStream("plan.yaml")) {
            return new String(Objects.requireNonNull(plan).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("plan.yaml", e);
        }
    }
}
