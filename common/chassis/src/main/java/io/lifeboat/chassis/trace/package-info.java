/**
 * W3C trace context carried from message to message.
 *
 * <p>In: a traceparent, or none. Out: the traceparent of what it caused.
 */
@NullMarked
package io.lifeboat.chassis.trace;

import org.jspecify.annotations.NullMarked;
