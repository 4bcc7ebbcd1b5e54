package io.lifeboat.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Plain HTTP requests with JSON answers. */
public final class Rest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private final URI base;
    private final Map<String, String> headers;

    /** Requests below a base URL, each with the same headers. */
    public Rest(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** Requests below a base URL. */
    public Rest(URI base) {
        this(base, Map.of());
    }

    /** GET, as JSON. */
    public JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    /** GET, as text of that type. */
    public String text(String path, String accept) {
        return send(request(path).header("Accept", accept).GET().build()).body();
    }

    /** Whether GET answers 200 just now. */
    public boolean ready(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** POST of a JSON body. */
    public JsonNode post(String path, Object body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(body)))
                .build()));
    }

    /** DELETE. */
    public JsonNode delete(String path) {
        return json(send(request(path).DELETE().build()));
    }

    /** PUT of a body of any type, with headers of its own. */
    public JsonNode put(String path, String contentType, String body, Map<String, String> own) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofString(body));
        own.forEach(request::header);
        return json(send(request.build()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new HttpFailure(
                        response.statusCode(),
                        request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                                + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new HttpFailure(request.method() + " " + request.uri() + " got no answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpFailure(request.method() + " " + request.uri() + " was interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.body().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new HttpFailure(response.uri() + " answered something other than JSON: " + response.body(), e);
        }
    }

    private static String write(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + body, e);
        }
    }
}
