/**
 * Relays of TCP connections that stand at a region's addresses and ask {@link io.lifeboat.sandbox.cloud.Reach} before
 * anything passes: connections come in, bytes go on to the real server, or to nobody at all.
 */
@NullMarked
package io.lifeboat.sandbox.relay;

import org.jspecify.annotations.NullMarked;
