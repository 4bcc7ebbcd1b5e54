/**
 * The main job survives: crashes, calls that fail, outages of the control room's own, a past told again, and the region
 * that comes back.
 *
 * <p>In: a stack, and what is to go wrong in it. Out: what was really changed, counted by the sandbox, and what was said on the topics. A
 * {@link io.lifeboat.e2e.survival.Trial} is one disaster with one trouble.
 */
@NullMarked
package io.lifeboat.e2e.survival;

import org.jspecify.annotations.NullMarked;
