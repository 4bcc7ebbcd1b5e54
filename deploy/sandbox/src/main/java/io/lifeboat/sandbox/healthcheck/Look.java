package io.lifeboat.sandbox.healthcheck;

import java.time.Instant;

/**
 * What a checker saw.
 *
 * @param at when
 * @param success whether the endpoint passed, before any inversion
 * @param status as {@code StatusReport.Status} says it
 */
public record Look(Instant at, boolean success, String status) {}
