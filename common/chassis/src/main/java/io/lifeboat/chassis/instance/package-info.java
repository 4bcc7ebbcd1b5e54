/**
 * Which instance of which service this is, and what time it has.
 *
 * <p>In: configuration. Out: a name for messages and leases, and the clock that is injected everywhere.
 */
@NullMarked
package io.lifeboat.chassis.instance;

import org.jspecify.annotations.NullMarked;
