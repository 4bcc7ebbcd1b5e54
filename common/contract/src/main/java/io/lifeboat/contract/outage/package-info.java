/**
 * Transitions as one vantage sees them: the messages on the topic {@code outage-events}.
 *
 * <p>In: judged signals. Out: suspected, confirmed or cleared. One vantage is a rumour; what it means is for the
 * coordinator to say.
 */
@NullMarked
package io.lifeboat.contract.outage;

import org.jspecify.annotations.NullMarked;
