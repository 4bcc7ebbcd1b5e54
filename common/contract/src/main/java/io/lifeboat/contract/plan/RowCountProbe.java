package io.lifeboat.contract.plan;

import java.time.Duration;

/**
 * How many rows a table has, beside the most it had lately. Down when more than a part of them is gone.
 *
 * @param datasource a datasource of the plan
 * @param table name of the table, with its schema where the search path does not find it
 * @param dropPercent the part of the rows that may go, in percent of the most there were
 * @param within how far back the most is looked for; a day unless said otherwise
 */
public record RowCountProbe(String datasource, String table, int dropPercent, Duration within)
        implements DatabaseProbe {

    public RowCountProbe {
        within = within == null ? Duration.ofDays(1) : within;
    }
}
