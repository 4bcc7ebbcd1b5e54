package io.lifeboat.contract.plan;

/**
 * A real write, committed at the name the application uses: a row of the table {@code lifeboat_heartbeat} (vantage, since,
 * sequence, sent_at), one for each unbroken line of a vantage's writes. These rows are also how the loss is measured.
 *
 * @param datasource a datasource of the plan
 */
public record SqlWriteProbe(String datasource) implements Probe {}
