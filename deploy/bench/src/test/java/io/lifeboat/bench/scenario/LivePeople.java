package io.lifeboat.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What people and pipelines say in one scenario, over REST. On a loaded machine the coordinator may not have come so far when
 * they speak: whoever is not to be refused says it again until it is taken.
 */
final class LivePeople {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final String WHY = "as the scenario says";
    private static final int SERVER_ERROR = 500;

    private final LiveScenario live;
    private final LiveHearing hearing;
    private final Rest rest;
    private final ScheduledExecutorService desk;

    LivePeople(LiveScenario live, LiveHearing hearing, Rest rest, ScheduledExecutorService desk) {
        this.live = live;
        this.hearing = hearing;
        this.rest = rest;
        this.desk = desk;
    }

    /** Has each of them speak in their time. */
    void begin(Began began) {
        live.scenario().people().forEach(word -> {
            hearing.unsaid(word, words(word) + " was not said");
            in(began.untilIs(word.at()), () -> say(word));
        });
        live.scenario().deploys().forEach(deploy -> {
            hearing.unsaid(deploy, "the deploy of %s was not told".formatted(deploy.what()));
            in(began.untilIs(deploy.at()), () -> deployed(deploy));
        });
    }

    private void in(Duration time, Runnable task) {
        // What goes wrong in it is noted as unsaid.
        var unused = desk.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void say(Scenario.Word word) {
        try {
            if (word.verb() != Scenario.Verb.DECLARE && incident().isMissingNode()) {
                hearing.unsaid(word, words(word) + ": there is no incident");
                in(AGAIN, () -> say(word));
                return;
            }
            rest.post(path(word), body(word));
            hearing.said(word);
            if (word.refused()) {
                hearing.surprise(words(word) + ": expected to be refused, was not");
            }
        } catch (HttpFailure e) {
            boolean refused = e.status() > 0 && e.status() < SERVER_ERROR;
            if (refused && word.refused()) {
                hearing.said(word);
            } else {
                hearing.unsaid(word, words(word) + ": refused: " + e.getMessage());
                in(AGAIN, () -> say(word));
            }
        }
    }

    private void deployed(Scenario.Deployed deploy) {
        try {
            rest.post(
                    "/applications/" + live.application() + "/deploys",
                    Map.of(
                            "what", deploy.what(),
                            "version", deploy.version(),
                            "regions", deploy.regions(),
                            "who", "ci"));
            hearing.said(deploy);
        } catch (HttpFailure e) {
            hearing.unsaid(deploy, "the deploy of %s: %s".formatted(deploy.what(), e.getMessage()));
            in(AGAIN, () -> deployed(deploy));
        }
    }

    private JsonNode incident() {
        return rest.get("/incidents?application=" + live.application()).path(0).path("incidentId");
    }

    private String path(Scenario.Word word) {
        String incidents = "/incidents";
        return switch (word.verb()) {
            case DECLARE -> incidents;
            case COMMAND -> incidents + "/" + incident().asText() + "/commander";
            case APPROVE, DECLINE, CLOSE, RECLASSIFY ->
                incidents + "/" + incident().asText() + "/" + Words.of(word.verb());
        };
    }

    private Object body(Scenario.Word word) {
        if (word.disasterClass() == null) {
            return new Act(word.who(), WHY);
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("application", live.application());
        said.put("disasterClass", Words.of(word.disasterClass()));
        said.put("who", word.who());
        said.put("why", WHY);
        return said;
    }

    private static String words(Scenario.Word word) {
        return "%s says %s".formatted(word.who(), Words.of(word.verb()));
    }
}
