package io.lifeboat.coordinator.command;

/** How a procedure is run. */
public enum Form {
    /** Each step that has a planned form runs that: both sides answer, and nothing is lost. */
    PLANNED,

    /** Every step as it is written: the side that is left need not answer, and what it did not replicate is lost. */
    UNPLANNED
}
