/**
 * Load balancers that end TLS, and the target groups behind them.
 *
 * <p>In: customers' HTTPS requests at the region's address. Out: the same requests at a healthy target, and how healthy
 * the targets are.
 */
@NullMarked
package io.lifeboat.sandbox.elb;

import org.jspecify.annotations.NullMarked;
