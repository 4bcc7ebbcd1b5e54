/**
 * Obligations over REST.
 *
 * <p>In: what people ask and say. Out: how an obligation stands and which verbs are legal now, or a problem that names the
 * field and the remedy.
 */
@NullMarked
package io.lifeboat.coordinator.obligation.rest;

import org.jspecify.annotations.NullMarked;
