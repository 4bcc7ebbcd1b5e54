/**
 * Everything at once: the four packaged services against the sandbox, as processes on this machine.
 *
 * <p>{@code stack} starts and stops them, {@code client} asks them over REST, {@code demo} runs the main job and judges it,
 * {@code up} leaves the stack standing.
 */
package io.lifeboat.e2e;
