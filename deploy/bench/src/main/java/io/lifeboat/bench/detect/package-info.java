/**
 * B3, failure to decision.
 *
 * <p>In: a target that begins to answer 503. Out: how long until the incident is open and until the gate has a quorum, beside a
 * tuned Prometheus and Alertmanager that watch the same target at the same time.
 */
@NullMarked
package io.lifeboat.bench.detect;

import org.jspecify.annotations.NullMarked;
