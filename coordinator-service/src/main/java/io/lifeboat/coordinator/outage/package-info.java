/**
 * Outage events on their way in.
 *
 * <p>In: messages of the topic {@code outage-events}, one handler class for each. Out: incidents opened or added to, each
 * message once, and the gate asked anew.
 */
@NullMarked
package io.lifeboat.coordinator.outage;

import org.jspecify.annotations.NullMarked;
