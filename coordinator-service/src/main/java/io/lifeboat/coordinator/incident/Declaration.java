package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.DisasterClass;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /incidents}: a person says what it is.
 *
 * @param application the application
 * @param disasterClass what kind of disaster
 * @param region the region in trouble; the active one when left out
 * @param who who says so
 * @param why how they know
 */
public record Declaration(
        @Nullable String application,
        @Nullable DisasterClass disasterClass,
        @Nullable String region,
        @Nullable String who,
        @Nullable String why) {}
