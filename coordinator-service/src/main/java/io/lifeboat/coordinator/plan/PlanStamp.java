package io.lifeboat.coordinator.plan;

/**
 * What tells a revision from every other, also from one of the same number in a database that was restored.
 *
 * @param application the application
 * @param revision its number
 * @param hash of the plan
 * @param state in force or withdrawn, by its wire name
 */
record PlanStamp(String application, int revision, String hash, String state) {

    boolean inForce() {
        return PlanRevisionRow.inForce(state);
    }
}
