/**
 * Route 53's health checkers: they really connect and really ask.
 *
 * <p>In: a health check's configuration. Out: whether it counts as healthy, and what was seen last.
 */
@NullMarked
package io.lifeboat.sandbox.healthcheck;

import org.jspecify.annotations.NullMarked;
