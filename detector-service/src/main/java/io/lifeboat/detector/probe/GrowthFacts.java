package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;
import java.time.Duration;

/**
 * By how much a table grew.
 *
 * @param table the table
 * @param rows how many more there were at the end
 * @param over between the first count and the last
 * @param countedAt when it was last counted
 */
public record GrowthFacts(String table, long rows, Duration over, Moment countedAt) {}
