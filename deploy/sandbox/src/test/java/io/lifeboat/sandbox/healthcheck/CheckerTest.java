package io.lifeboat.sandbox.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private final Checker checker =
            new Checker("127.0.0.1", Duration.ofSeconds(5), Duration.ofSeconds(5), name -> "127.0.0.1");
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        answer("/well", 200, "all is well");
        answer("/moved", 302, "");
        answer("/gone", 404, "");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldPassStatusesFrom200To399() {
        assertThat(look(HealthCheckType.HTTP, "/well", null).success()).isTrue();
        assertThat(look(HealthCheckType.HTTP, "/moved", null).success()).isTrue();
        assertThat(look(HealthCheckType.HTTP, "/gone", null))
                .returns(false, Look::success)
                .returns("Failure: HTTP Status Code 404", Look::status);
    }

    @Test
    void shouldLookForTheString() {
        assertThat(look(HealthCheckType.HTTP_STR_MATCH, "/well", "is well").success())
                .isTrue();
        assertThat(look(HealthCheckType.HTTP_STR_MATCH, "/well", "is ill").success())
                .isFalse();
    }

    @Test
    void shouldPassAnOpenPortWhateverIsServedThere() {
        assertThat(look(HealthCheckType.TCP, "/gone", null).success()).isTrue();
    }

    @Test
    void shouldFailWhereNobodyListens() {
        server.stop(0);

        assertThat(look(HealthCheckType.TCP, "/", null).success()).isFalse();
    }

    private Look look(HealthCheckType type, String path, @Nullable String search) {
        var config = new HealthCheckConfig(
                type, "127.0.0.1", null, server.getAddress().getPort(), path, search, 10, 1, false, false);
        return checker.look(config, InstantSource.system());
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
