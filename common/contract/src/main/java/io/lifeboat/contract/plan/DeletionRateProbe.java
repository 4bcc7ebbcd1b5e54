package io.lifeboat.contract.plan;

/**
 * How fast rows of a table are deleted, by PostgreSQL's own count ({@code pg_stat_user_tables.n_tup_del}; PostgreSQL manual, The
 * Cumulative Statistics System). Truncating a table deletes no row by that count; {@link RowCountProbe} sees it.
 *
 * @param datasource a datasource of the plan
 * @param table name of the table, with its schema where the search path does not find it
 * @param perMinute how many rows a minute may go
 */
public record DeletionRateProbe(String datasource, String table, int perMinute) implements DatabaseProbe {}
