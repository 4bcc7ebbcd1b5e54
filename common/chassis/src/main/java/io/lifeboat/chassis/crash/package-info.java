/**
 * Places where a crash is worth trying, labelled.
 *
 * <p>In: code that passes one. Out: nothing at all; a test attaches an agent ({@code deploy/crash}) that makes a place lethal.
 */
@NullMarked
package io.lifeboat.chassis.crash;

import org.jspecify.annotations.NullMarked;
