/**
 * Errors at the REST edge, as RFC 9457 problem details that name the field and the remedy.
 *
 * <p>In: exceptions. Out: application/problem+json.
 */
@NullMarked
package io.lifeboat.chassis.problem;

import org.jspecify.annotations.NullMarked;
