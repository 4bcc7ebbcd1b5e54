/**
 * Everything at once: the four packaged services against the sandbox, as processes on this machine.
 *
 * <p>{@code stack} starts and stops them, {@code client} asks them and listens to them, {@code job} runs the main job and
 * judges it, {@code demo} shows that to a person, {@code up} leaves the stack standing.
 */
package io.lifeboat.e2e;
