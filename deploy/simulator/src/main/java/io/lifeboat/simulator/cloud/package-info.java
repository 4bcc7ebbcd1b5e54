/**
 * The cloud: an application's resources in two regions, and calls that fail in every way a call can.
 *
 * <p>In: looks and changes. Out: descriptions, sometimes stale, and effects, each of them counted. A change lands within its
 * time-out or never, whatever becomes of whoever sent it.
 */
@NullMarked
package io.lifeboat.simulator.cloud;

import org.jspecify.annotations.NullMarked;
