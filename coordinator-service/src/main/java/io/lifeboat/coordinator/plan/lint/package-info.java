/**
 * Whether a plan is a wise one: what the schema cannot see.
 *
 * <p>In: a plan that was read, who submits it, and the plans of the other applications. Out: problems with field, line
 * and remedy; an error refuses the plan, a warning is told. {@link io.lifeboat.coordinator.plan.lint.PlanLint} lists the
 * rules. Plain Java, no server.
 */
@NullMarked
package io.lifeboat.coordinator.plan.lint;

import org.jspecify.annotations.NullMarked;
