/**
 * What AWS says of its own health.
 *
 * <p>In: AWS Health events, as an EventBridge rule posts them. Out: the public issues that are open in the regions of a plan,
 * with their ages on PostgreSQL's clock. They corroborate what the vantages see: none opens an incident or decides anything.
 */
@NullMarked
package io.lifeboat.coordinator.health;

import org.jspecify.annotations.NullMarked;
