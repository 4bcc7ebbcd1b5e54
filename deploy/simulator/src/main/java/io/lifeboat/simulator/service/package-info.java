/**
 * Coordinators and executors: the services' own classes, put together by hand over the in-memory outside.
 *
 * <p>In: a host. Out: its consumers, timers and runs as strands.
 */
@NullMarked
package io.lifeboat.simulator.service;

import org.jspecify.annotations.NullMarked;
