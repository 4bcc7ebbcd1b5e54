package io.lifeboat.executor.action;

/** How pressing it is to look again, and to say that nothing has changed. */
public enum Tempo {
    /** People wait for it: it is looked at often and told of often. */
    STEP,
    /** It may wait for days for its moment, and must not miss it: looked at often, told of seldom. */
    ARMED,
    /** It may take days and nothing is lost by seeing it late: looked at and told of seldom. */
    PATIENT
}
