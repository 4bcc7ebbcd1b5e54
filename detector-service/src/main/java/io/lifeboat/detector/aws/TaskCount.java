package io.lifeboat.detector.aws;

/**
 * How many tasks a service is to run.
 *
 * @param minimum the least it may be shrunk to; the desired count where nothing scales it
 * @param desired its desired count
 */
public record TaskCount(int minimum, int desired) {}
