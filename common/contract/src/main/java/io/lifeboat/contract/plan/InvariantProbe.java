package io.lifeboat.contract.plan;

/**
 * Something that is always true of the data while it is whole. Down when it is false.
 *
 * @param datasource a datasource of the plan
 * @param query a statement that only reads and answers one row of one boolean: true while the data is whole
 */
public record InvariantProbe(String datasource, String query) implements DatabaseProbe {}
