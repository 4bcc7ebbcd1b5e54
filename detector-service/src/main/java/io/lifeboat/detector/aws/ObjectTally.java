package io.lifeboat.detector.aws;

/**
 * Objects, counted.
 *
 * @param objects how many were counted
 * @param more whether there are more than that
 */
public record ObjectTally(int objects, boolean more) {}
