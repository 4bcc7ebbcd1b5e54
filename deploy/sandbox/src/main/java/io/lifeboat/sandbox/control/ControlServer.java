package io.lifeboat.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.HttpServers;
import io.lifeboat.sandbox.cloud.Place;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the operator's routes to whoever has the operator's token. */
public final class ControlServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ControlServer.class);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final ControlRoutes routes;
    private final byte[] authorization;
    private final HttpServer server;

    public ControlServer(Cloud cloud, ControlRoutes routes, String token) {
        this.routes = routes;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        routes.add("GET", "/state", request -> routes.state());
        routes.add("GET", "/effects", request -> cloud.effects().all());
        var address = new InetSocketAddress(
                cloud.net().address(Place.GLOBAL, Place.CONTROL_HOST),
                cloud.ports().control());
        this.server = HttpServers.start(address, cloud.threads(), this::serve);
    }

    /** Such as {@code http://127.42.0.3:40123}. */
    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                Object answer = answer(exchange);
                send(exchange, answer == null ? 204 : 200, answer);
            } catch (ControlProblem problem) {
                send(exchange, problem.status(), Map.of("detail", String.valueOf(problem.getMessage())));
            } catch (RuntimeException e) {
                log.error("A request of the operator failed", e);
                send(exchange, 500, Map.of("detail", e.toString()));
            }
        }
    }

    private @Nullable Object answer(HttpExchange exchange) throws IOException {
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (!MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8))) {
            throw new ControlProblem(401, "the operator's token is missing or wrong; it is in the file operator-token");
        }
        String path = exchange.getRequestURI().getPath();
        ControlRoutes.Match match = routes.match(exchange.getRequestMethod(), path)
                .orElseThrow(() -> ControlProblem.notFound("there is no " + exchange.getRequestMethod() + " " + path));
        return match.handler().apply(new ControlRequest(match.path(), query(exchange), body(exchange)));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        try {
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw ControlProblem.badRequest("the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void send(HttpExchange exchange, int status, @Nullable Object answer) throws IOException {
        byte[] body = answer == null ? new byte[0] : JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
