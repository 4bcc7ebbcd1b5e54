package io.lifeboat.bench.gate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A person's one word to all. It takes as long as there are applications, so what follows is watched before it is answered. */
final class OneApproval {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final CompletableFuture<HttpResponse<String>> answer;

    private OneApproval(CompletableFuture<HttpResponse<String>> answer) {
        this.answer = answer;
    }

    static OneApproval say(URI coordinator, String event) {
        HttpRequest request = HttpRequest.newBuilder(coordinator.resolve("/region-events/" + event + "/approve"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"who\": \"bench-a\", \"why\": \"measured\"}"))
                .build();
        return new OneApproval(HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()));
    }

    /** Waits for the answer; a refusal is an error. */
    void await() {
        HttpResponse<String> response = answer.join();
        if (response.statusCode() != OK) {
            throw new IllegalStateException(
                    "the approval was answered with %d: %s".formatted(response.statusCode(), response.body()));
        }
    }
}
