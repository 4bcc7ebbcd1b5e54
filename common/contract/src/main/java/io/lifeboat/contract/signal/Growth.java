package io.lifeboat.contract.signal;

import java.time.Duration;

/**
 * By how much a table grew while it could be counted: rows added, less rows deleted. Rows that were changed are in no count.
 *
 * @param table the table
 * @param rows how many more there were at the end
 * @param over between the first count and the last, at most ten minutes
 * @param sampleAge since the last count, when the message was sent
 */
public record Growth(String table, long rows, Duration over, Duration sampleAge) {}
