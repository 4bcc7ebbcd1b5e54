package io.lifeboat.contract.plan;

/**
 * A look at the data itself, through the name the application uses. Down means damage: replication copies it, so it is never
 * a reason to fail over, and a restore to a point before it is.
 */
public sealed interface DataProbe extends Probe permits RowCountProbe, DeletionRateProbe, InvariantProbe {

    /** A datasource of the plan, whose user may read the tables looked at. */
    String datasource();
}
