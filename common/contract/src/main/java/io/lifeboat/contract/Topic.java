package io.lifeboat.contract;

/** The topics of the flow. The key of every record is the application, so that one application's messages keep order. */
public enum Topic {
    /** Plans, one record a revision; compacted and read from the start by every consumer, which never commits there. */
    PLANS("plans", true),
    /** Every vantage's latest signals: state, not history. The latest for an application and vantage wins. */
    SIGNALS("signals", false),
    /** Transitions a detector saw: suspected, confirmed, cleared. */
    OUTAGE_EVENTS("outage-events", false),
    /** What the coordinator recorded of an incident and its executions. */
    INCIDENT_EVENTS("incident-events", false),
    /** One record for each step an executor is to run. */
    FAILOVER_COMMANDS("failover-commands", false),
    /** What became of each command. */
    STEP_EVENTS("step-events", false),
    /** Step statistics and the last proven restore; compacted. */
    TIMINGS("timings", true);

    private final String wireName;
    private final boolean compacted;

    Topic(String wireName, boolean compacted) {
        this.wireName = wireName;
        this.compacted = compacted;
    }

    /** The name on the broker. */
    public String wireName() {
        return wireName;
    }

    /** Whether the broker keeps only the latest record of a key. */
    public boolean compacted() {
        return compacted;
    }

    /**
     * The topic that takes the messages of this one that a service could not read.
     *
     * @param service the service's short name, for example {@code coordinator}
     */
    public String deadLetters(String service) {
        return "dead-letters." + service + "." + wireName;
    }
}
