package io.lifeboat.bench.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.e2e.client.Coordinator;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.client.Rest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What people do over REST: declare a disaster, and say yes until an execution is open. */
public final class People {

    private static final List<Act> APPROVERS =
            List.of(new Act("bench-c", "measured"), new Act("bench-d", "measured"), new Act("bench-e", "measured"));
    private static final int CONFLICT = 409;
    private static final int AT_ONCE = 8;

    private final Rest rest;
    private final Coordinator coordinator;

    public People(Room room) {
        this.rest = new Rest(room.url());
        this.coordinator = room.rest();
    }

    /** Declares a region outage and returns the incident's id. */
    public String declare(String application) {
        JsonNode answer = rest.post(
                "/incidents",
                Map.of(
                        "application", application,
                        "disasterClass", "region-outage",
                        "who", "bench-c",
                        "why", "measured"));
        return answer.path("incidentId").asText();
    }

    /** Says yes to all of them at about the same time. */
    public void approve(Collection<String> incidentIds) {
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> said = new ArrayList<>();
            incidentIds.forEach(incidentId -> said.add(people.submit(() -> approve(incidentId))));
            for (Future<?> one : said) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "an approval was not taken: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** In one voice after the other, until nobody is asked any more. */
    private void approve(String incidentId) {
        for (Act act : APPROVERS) {
            try {
                coordinator.incident(incidentId, "approve", act);
            } catch (HttpFailure e) {
                if (e.status() == CONFLICT) {
                    return;
                }
                throw e;
            }
        }
    }
}
