package io.lifeboat.coordinator.planned;

/**
 * A planned move that was opened.
 *
 * @param moveId what its messages carry in the place of an incident's id: {@code rehearsal-} or {@code failback-} and a random
 *     part
 * @param executionId its execution: GET /executions/{id}
 * @param application the application
 * @param from the region it leaves
 * @param to the region it leads to
 */
public record PlannedMove(String moveId, String executionId, String application, String from, String to) {}
