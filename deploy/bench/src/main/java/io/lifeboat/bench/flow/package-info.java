/**
 * The topics as the harness sees and feeds them.
 *
 * <p>In: records of the flow, with the monotonic time at which they were here. Out: signals and outage events of vantages that
 * exist only as messages, packed as detectors pack them.
 */
@NullMarked
package io.lifeboat.bench.flow;

import org.jspecify.annotations.NullMarked;
