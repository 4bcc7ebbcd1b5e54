package io.lifeboat.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import java.net.URI;
import java.util.Map;

/** The coordinator's REST interface: plans, incidents, executions, obligations. */
public final class Coordinator {

    private final Rest rest;

    public Coordinator(URI base) {
        this.rest = new Rest(base);
    }

    /** Puts a plan in force; the second person accepts, with the first, what the plan accepts in advance. */
    public JsonNode putPlan(String application, String yaml, Act act, Act second) {
        return rest.put(
                "/plans/" + application,
                "application/yaml",
                yaml,
                Map.of(
                        "Lifeboat-Who", act.who(),
                        "Lifeboat-Why", act.why(),
                        "Lifeboat-Second-Who", second.who(),
                        "Lifeboat-Second-Why", second.why()));
    }

    /** Two people vouch that the plan in force was rehearsed. */
    public void vouch(String application, Act act, Act second) {
        rest.post("/plans/" + application + "/vouch", Map.of("who", act.who(), "why", act.why(), "second", second));
    }

    /** A person has looked at an execution that ended. */
    public void acknowledge(String executionId, Act act) {
        rest.post("/executions/" + executionId + "/acknowledge", act);
    }

    /** A person says that an application has a disaster of a class, such as {@code region-degraded}. */
    public JsonNode declare(String application, String disasterClass, Act act) {
        return rest.post(
                "/incidents",
                Map.of("application", application, "disasterClass", disasterClass, "who", act.who(), "why", act.why()));
    }

    /** A person wants the application served from home again. */
    public JsonNode failBack(String application, Act act) {
        return rest.post("/applications/" + application + "/failbacks", act);
    }

    /** Where the database remembers an application, and what the vantages say to that. */
    public JsonNode memory(String application) {
        return rest.get("/applications/" + application + "/memory");
    }

    /** A person says that what the vantages see is right, and the database is not. */
    public void remember(String application, Act act) {
        rest.post("/applications/" + application + "/memory", act);
    }

    /** The incidents of an application, newest first. */
    public JsonNode incidents(String application) {
        return rest.get("/incidents?application=" + application);
    }

    /** One incident with its evidence and decision. */
    public JsonNode incident(String incidentId) {
        return rest.get("/incidents/" + incidentId);
    }

    /** Every evaluation of the gate. */
    public JsonNode journal(String incidentId) {
        return rest.get("/incidents/" + incidentId + "/journal");
    }

    /** A verb on an incident: approve, decline, close. */
    public JsonNode incident(String incidentId, String verb, Act act) {
        return rest.post("/incidents/" + incidentId + "/" + verb, act);
    }

    /** One execution with its steps. */
    public JsonNode execution(String executionId) {
        return rest.get("/executions/" + executionId);
    }

    /** A verb on an execution: abort, pause, resume. */
    public JsonNode execution(String executionId, String verb, Act act) {
        return rest.post("/executions/" + executionId + "/" + verb, act);
    }

    /** A verb on a step: retry, skip, done. */
    public JsonNode step(String executionId, String stepId, String verb, Act act) {
        return rest.post("/executions/" + executionId + "/steps/" + stepId + "/" + verb, act);
    }

    /** What is owed, or was: the newest first. */
    public JsonNode obligations(String application) {
        return rest.get("/obligations?application=" + application);
    }

    /** A verb on an obligation: keep, waive, answer. */
    public JsonNode obligation(String obligationId, String verb, Map<String, String> said) {
        return rest.post("/obligations/" + obligationId + "/" + verb, said);
    }
}
