/**
 * Services of tasks that run, are scaled and are redeployed.
 *
 * <p>In: API calls that set the desired count or force a deployment. Out: tasks started and stopped over time, each at an
 * address of its own and registered with its target group.
 */
@NullMarked
package io.lifeboat.sandbox.ecs;

import org.jspecify.annotations.NullMarked;
