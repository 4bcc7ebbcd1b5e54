package io.lifeboat.contract.plan;

/**
 * A real write, committed at the name the application uses: the vantage's row of the table {@code lifeboat_heartbeat}
 * (vantage, sequence, time). That row is also how the loss is measured.
 *
 * @param datasource a datasource of the plan
 */
public record SqlWriteProbe(String datasource) implements Probe {}
