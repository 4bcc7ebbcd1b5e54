package io.lifeboat.contract.plan;

/**
 * A look at the data itself, or at what it is kept in. Down means damage, or a sign of somebody who does it: replication
 * copies it, so it is never a reason to fail over, and a restore to a point before it is.
 */
public sealed interface DataProbe extends Probe permits DatabaseProbe, StoreProbe {}
