/**
 * The ground the sandbox stands on: regions with addresses of their own, who can reach whom now, names that move, and
 * the count of what was changed.
 *
 * <p>In come faults, as calls of {@link io.lifeboat.sandbox.cloud.Region} and {@link io.lifeboat.sandbox.cloud.Reach};
 * out goes the answer to the one question every listener asks: may these bytes go on now?
 */
@NullMarked
package io.lifeboat.sandbox.cloud;

import org.jspecify.annotations.NullMarked;
