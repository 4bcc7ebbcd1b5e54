package io.lifeboat.bench.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** The comparison: the same calls, one after the other, by an HTTP client that remembers nothing. */
final class PlainScript {

    private final HttpClient client = HttpClient.newHttpClient();

    /** Makes all calls of one plan and says how long one took on average, in ms. */
    double run(URI url, int steps) {
        long start = System.nanoTime();
        for (int number = 1; number <= steps; number++) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("script/step-" + number))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            try {
                client.send(request, HttpResponse.BodyHandlers.discarding());
            } catch (IOException e) {
                throw new UncheckedIOException("the step server does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return (System.nanoTime() - start) / 1e6 / steps;
    }
}
