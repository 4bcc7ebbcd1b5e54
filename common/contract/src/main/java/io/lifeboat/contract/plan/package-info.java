/**
 * An application's recovery plan, as people write it in YAML and as it travels on the topic {@code plans}.
 *
 * <p>In: YAML text. Out: a {@link io.lifeboat.contract.plan.Plan}, or the list of
 * {@link io.lifeboat.contract.plan.PlanProblem}s that name file, line and field. The YAML is the public interface; the
 * records are not.
 */
@NullMarked
package io.lifeboat.contract.plan;

import org.jspecify.annotations.NullMarked;
