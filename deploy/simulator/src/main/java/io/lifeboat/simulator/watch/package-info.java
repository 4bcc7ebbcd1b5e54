/**
 * A detector: the service's own windows, transitions, publication and dispatch over looks at the simulated cloud.
 *
 * <p>In: how the regions stand. Out: messages on {@code signals} and {@code outage-events}.
 */
@NullMarked
package io.lifeboat.simulator.watch;

import org.jspecify.annotations.NullMarked;
