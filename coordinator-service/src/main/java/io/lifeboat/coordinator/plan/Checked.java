package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.plan.PlanProblem;
import java.util.List;

/**
 * A plan that could be submitted.
 *
 * @param application the application
 * @param hash the plan's hash
 * @param warnings what the linter would have otherwise
 */
public record Checked(String application, String hash, List<PlanProblem> warnings) {}
