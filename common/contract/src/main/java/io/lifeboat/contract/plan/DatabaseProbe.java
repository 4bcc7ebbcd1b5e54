package io.lifeboat.contract.plan;

/** A look at what a database holds, through the name the application uses. */
public sealed interface DatabaseProbe extends DataProbe permits RowCountProbe, DeletionRateProbe, InvariantProbe {

    /** A datasource of the plan, whose user may read the tables looked at. */
    String datasource();
}
