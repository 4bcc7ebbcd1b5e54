package io.lifeboat.coordinator.page;

import java.time.Instant;

/**
 * A call for a person.
 *
 * @param notificationId the same in every repeat
 * @param application the application
 * @param incidentId the incident
 * @param text what is asked
 * @param askedAt since when, by PostgreSQL's clock
 * @param time 1 for the first call, 2 for the first repeat, ...
 */
public record Page(
        String notificationId, String application, String incidentId, String text, Instant askedAt, int time) {}
