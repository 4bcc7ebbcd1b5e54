package io.lifeboat.coordinator.execution;

/**
 * Something that waits for a person.
 *
 * @param id one for each thing that waits, however often it is asked
 * @param text what is asked, and how to answer
 */
public record Question(String id, String text) {}
