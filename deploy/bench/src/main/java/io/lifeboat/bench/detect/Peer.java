package io.lifeboat.bench.detect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The comparison: blackbox exporter, Prometheus and Alertmanager on this machine, tuned to be as fast as their settings allow
 * for three failed looks in a row.
 */
final class Peer implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("prometheus-blackbox-exporter", "prometheus", "prometheus-alertmanager");

    private static final String BLACKBOX = """
            modules:
              look:
                prober: http
                timeout: 1s
                http: { tls_config: { ca_file: "%s" }, preferred_ip_protocol: ip4 }
            """;

    private static final String PROMETHEUS = """
            global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
            rule_files: [ "%s" ]
            alerting: { alertmanagers: [ { static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ] }
            scrape_configs:
              - job_name: look
                metrics_path: /probe
                params: { module: [look], target: [ "%s" ] }
                static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
            """;

    private static final String RULES = """
            groups:
              - name: down
                rules: [ { alert: Down, expr: "probe_success == 0 or up == 0", for: 2s } ]
            """;

    private static final String ALERTMANAGER = """
            route: { receiver: bench, group_wait: 0s, group_interval: 1s, repeat_interval: 1h }
            receivers: [ { name: bench, webhook_configs: [ { url: "http://127.0.0.1:%d/", send_resolved: true } ] } ]
            """;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final Thread hook = Thread.ofPlatform().unstarted(this::end);
    private final HttpServer webhook;
    private volatile long fired;
    private volatile long resolved;

    Peer(Path folder, URI target, Path authority) {
        this.folder = folder;
        try {
            webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            webhook.createContext("/", this::told);
            webhook.start();
            start(target, authority);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the peer", e);
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether all three programs are on the PATH. */
    static boolean available() {
        return PROGRAMS.stream()
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** When the latest webhook said that it is down; 0 when none did since it was forgotten. */
    long fired() {
        return fired;
    }

    /** Whether the latest alarm was said to be over. */
    boolean quiet() {
        return resolved > fired || fired == 0;
    }

    void forget() {
        fired = 0;
        resolved = 0;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> {
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
        webhook.stop(0);
    }

    private void told(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains("\"status\":\"firing\"")) {
                fired = fired == 0 ? now : fired;
            } else {
                resolved = now;
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void start(URI target, Path authority) throws IOException {
        int blackbox = FreePorts.next("127.0.0.1");
        int alertmanager = FreePorts.next("127.0.0.1");
        int prometheus = FreePorts.next("127.0.0.1");
        Path rules = write("rules.yml", RULES);
        run(
                "prometheus-blackbox-exporter",
                "--config.file=" + write("blackbox.yml", BLACKBOX.formatted(authority)),
                "--web.listen-address=127.0.0.1:" + blackbox);
        run(
                "prometheus-alertmanager",
                "--config.file="
                        + write(
                                "alertmanager.yml",
                                ALERTMANAGER.formatted(webhook.getAddress().getPort())),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + alertmanager);
        run(
                "prometheus",
                "--config.file=" + write("prometheus.yml", PROMETHEUS.formatted(rules, alertmanager, target, blackbox)),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + prometheus);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void run(String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .directory(folder.toFile())
                .start());
    }
}
