package io.lifeboat.contract.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An entrance watch saw the application served again, as its kind of customer does.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param watch the entrance watch
 * @param vantage where it was seen from
 * @param share the part of all customers this watch stands for
 * @param age since the first good look, when this message was sent
 * @param outage how long this watch saw no good answer: latest good look before to first good look after, both on the
 *     vantage's clock; null when it is not known
 */
public record ServingAgain(
        String incidentId,
        String application,
        String executionId,
        String watch,
        String vantage,
        double share,
        Duration age,
        @Nullable Duration outage)
        implements IncidentEvent {}
