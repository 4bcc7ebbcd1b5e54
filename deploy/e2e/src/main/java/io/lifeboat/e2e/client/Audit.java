package io.lifeboat.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** The audit service's REST interface: reports, timelines and the ledger. */
public final class Audit {

    private final Rest rest;

    public Audit(URI base) {
        this.rest = new Rest(base);
    }

    /** The report of an incident. */
    public JsonNode report(String incidentId) {
        return rest.get("/reports/" + incidentId);
    }

    /** The same for reading. */
    public String reportAsMarkdown(String incidentId) {
        return rest.text("/reports/" + incidentId, "text/markdown");
    }

    /** Whether an application's chain verifies. */
    public JsonNode verify(String application) {
        return rest.get("/ledger/" + application + "/verify");
    }
}
