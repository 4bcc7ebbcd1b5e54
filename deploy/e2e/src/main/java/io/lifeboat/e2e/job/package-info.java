/**
 * The main job on a running stack, followed and judged: the home region is lost under customers who keep ordering.
 *
 * <p>In: a stack and {@link io.lifeboat.e2e.job.Terms}. Out: a story told line by line as it happens, and a
 * {@link io.lifeboat.e2e.job.Verdict}: whether the shop was saved, and whether what Lifeboat measured agrees with what the customers lived through.
 */
@NullMarked
package io.lifeboat.e2e.job;

import org.jspecify.annotations.NullMarked;
