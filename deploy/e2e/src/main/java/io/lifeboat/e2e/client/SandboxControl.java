package io.lifeboat.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/**
 * The sandbox's control: faults, and the customers' own record, which needs the operator's token and which no service can
 * read.
 */
public final class SandboxControl {

    private final Rest rest;

    public SandboxControl(URI control, String operatorToken) {
        this.rest = new Rest(control, Map.of("Authorization", "Bearer " + operatorToken));
    }

    /** A fault on a region: lose, return, degrade, mend. */
    public JsonNode region(String region, String verb) {
        return rest.post("/faults/regions/" + region + "/" + verb, Map.of());
    }

    /** A fault on a region's control plane only: lose, return. */
    public JsonNode controlPlane(String region, String verb) {
        return rest.post("/faults/control-planes/" + region + "/" + verb, Map.of());
    }

    /** A fault on the shop's own service in a region: fail, mend. */
    public JsonNode shop(String region, String verb) {
        return rest.post("/faults/shop/" + region + "/" + verb, Map.of());
    }

    /** A fault on a vantage's sight: cut, mend. */
    public JsonNode vantage(String vantage, String verb, Map<String, String> path) {
        return rest.post("/faults/vantages/" + vantage + "/" + verb, path);
    }

    /** What goes wrong with calls of an API; every field of it is optional but {@code kind}. */
    public JsonNode api(Map<String, ?> fault) {
        return rest.post("/faults/apis", fault);
    }

    /** Holds replication back, for example {@code 12s}. */
    public JsonNode holdReplication(String time) {
        return rest.post("/faults/replication", Map.of("hold", time));
    }

    /** Aurora's own fencing of an old writer: fail, mend. */
    public JsonNode fencing(String verb) {
        return rest.post("/faults/fencing/" + verb, Map.of());
    }

    /** The orders in every database, by the side that took them. */
    public JsonNode databases() {
        return rest.get("/databases");
    }

    /** Lets the customers order. */
    public JsonNode startCustomers() {
        return rest.post("/customers/start", Map.of());
    }

    /** Lets them rest. */
    public JsonNode stopCustomers() {
        return rest.post("/customers/stop", Map.of());
    }

    /** Lets them go on with an empty record, for another disaster. */
    public JsonNode restartCustomers() {
        return rest.post("/customers/restart", Map.of());
    }

    /** What they lived through. */
    public JsonNode customers() {
        return rest.get("/customers");
    }

    /** State changes counted, by resource. */
    public JsonNode effects() {
        return rest.get("/effects");
    }

    /** What the cloud looks like. */
    public JsonNode state() {
        return rest.get("/state");
    }
}
