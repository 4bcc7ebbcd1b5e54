package io.lifeboat.coordinator.signal;

/**
 * A vantage said something new of an application; committed already. A missed one costs nothing but time: whoever needs the
 * evidence looks at it on a timer as well.
 *
 * @param application the application
 */
public record EvidenceChanged(String application) {}
