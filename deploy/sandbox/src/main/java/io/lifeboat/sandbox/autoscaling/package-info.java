/**
 * Application Auto Scaling: the minimum and maximum a service may be scaled between.
 *
 * <p>In: API calls. Out: limits kept, and a service's desired count brought within them.
 */
@NullMarked
package io.lifeboat.sandbox.autoscaling;

import org.jspecify.annotations.NullMarked;
