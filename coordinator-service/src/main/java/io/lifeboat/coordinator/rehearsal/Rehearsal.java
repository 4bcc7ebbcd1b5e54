package io.lifeboat.coordinator.rehearsal;

/**
 * A rehearsal that was opened.
 *
 * @param rehearsalId what its messages carry in the place of an incident's id: {@code rehearsal-} and a random part
 * @param executionId its execution: GET /executions/{id}
 * @param application the application
 * @param from the region it leaves
 * @param to the region it leads to
 */
public record Rehearsal(String rehearsalId, String executionId, String application, String from, String to) {}
