package io.lifeboat.sandbox;

import io.lifeboat.sandbox.rds.Timing;
import java.nio.file.Path;

/**
 * What can be set when the sandbox starts.
 *
 * @param state folder for everything the sandbox writes
 * @param plan the plan's template
 * @param aurora how long the database takes
 * @param edge how long everything before it takes, and how much the shop can take
 */
public record Settings(Path state, Path plan, Timing aurora, EdgeSettings edge) {

    /** The defaults, over a state folder. */
    public static Settings in(Path state) {
        return new Settings(state, Path.of("deploy", "plans", "shop.yaml"), Timing.DEFAULT, EdgeSettings.DEFAULT);
    }

    public Settings withPlan(Path value) {
        return new Settings(state, value, aurora, edge);
    }

    public Settings withAurora(Timing value) {
        return new Settings(state, plan, value, edge);
    }

    public Settings withEdge(EdgeSettings value) {
        return new Settings(state, plan, aurora, value);
    }
}
