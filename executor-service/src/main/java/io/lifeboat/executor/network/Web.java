package io.lifeboat.executor.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.call.CallFailedException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP requests, each on a connection of its own to an address looked up for it. */
@ApplicationScoped
public class Web {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    private final Wire wire;
    private final HttpClient client;

    /** On those event loops. */
    public Web(Wire wire) {
        this.wire = wire;
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setVerifyHost(true);
        wire.trust().ifPresent(options::setTrustOptions);
        this.client = wire.vertx().createHttpClient(options);
    }

    /**
     * An answer.
     *
     * @param status its HTTP status
     * @param body as text
     * @param location the header of that name, or null
     */
    public record Answer(int status, String body, @Nullable String location) {}

    /**
     * Sends a request and waits for the whole answer, whatever its status.
     *
     * @param body sent as JSON; null for none
     * @throws CallFailedException when no answer came; ambiguous unless it is certain that nothing was sent
     */
    public Answer send(
            String method, String url, @Nullable JsonNode body, Map<String, String> headers, Duration timeout) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setAbsoluteURI(url)
                .setConnectTimeout(Math.min(CONNECT_TIMEOUT_MILLIS, timeout.toMillis()))
                .setTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        if (body != null) {
            options.putHeader("content-type", "application/json");
        }
        Future<Answer> answer = client.request(options)
                .compose(request -> sent(request, body))
                .compose(response -> response.body()
                        .map(bytes ->
                                new Answer(response.statusCode(), bytes.toString(), response.getHeader("location"))));
        return wire.await(method + " " + url, timeout.plusMillis(100), answer);
    }

    /** The same, where any status but the expected one is a failure. */
    public Answer expect(
            int status,
            String method,
            String url,
            @Nullable JsonNode body,
            Map<String, String> headers,
            Duration timeout) {
        Answer answer = send(method, url, body, headers, timeout);
        if (answer.status() != status) {
            throw unexpected(method + " " + url, status, answer);
        }
        return answer;
    }

    /** What it means that another status came than the expected one. */
    public static CallFailedException unexpected(String what, int expected, Answer answer) {
        String detail =
                what + ": answered " + answer.status() + " and not " + expected + ": " + shortened(answer.body());
        String remedy = "look at what answers there";
        return switch (answer.status()) {
            case 401, 403 -> CallFailedException.rejected(ErrorClass.ACCESS_DENIED, detail, remedy, null);
            case 429 -> CallFailedException.rejected(ErrorClass.THROTTLED, detail, remedy, null);
            case 500, 502, 504 -> CallFailedException.ambiguous(detail, remedy, null);
            case 503 -> CallFailedException.rejected(ErrorClass.TRANSIENT, detail, remedy, null);
            default -> CallFailedException.rejected(ErrorClass.NOT_SO, detail, remedy, null);
        };
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, @Nullable JsonNode body) {
        if (body == null) {
            return request.send();
        }
        try {
            return request.send(Buffer.buffer(Json.mapper().writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            return Future.failedFuture(e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
