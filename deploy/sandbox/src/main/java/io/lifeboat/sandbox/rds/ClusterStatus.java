package io.lifeboat.sandbox.rds;

/** A regional cluster's status, as far as the sandbox goes through them; the names are RDS's. */
enum ClusterStatus {
    AVAILABLE("available"),
    FAILING_OVER("failing-over"),
    SWITCHING_OVER("switching-over"),
    /** Being made anew as a secondary. */
    RESYNCING("modifying");

    private final String wireName;

    ClusterStatus(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
