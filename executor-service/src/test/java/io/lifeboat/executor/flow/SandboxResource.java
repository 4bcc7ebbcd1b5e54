package io.lifeboat.executor.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.envelope.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A sandbox in a process of its own beside the executor under test, which finds it by ordinary settings alone. */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private Process process;
    private Shop shop;

    @Override
    public Map<String, String> start() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "sandbox").toAbsolutePath());
            Path state = Files.createTempDirectory(parent, "run-");
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.lifeboat.sandbox.SandboxMain",
                            "--state",
                            state.toString(),
                            "--plan",
                            Path.of("..", "deploy", "plans", "shop.yaml")
                                    .toAbsolutePath()
                                    .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(state.resolve("sandbox.log").toFile())
                    .start();
            Awaitility.await("the sandbox is ready")
                    .atMost(LONGEST_START)
                    .failFast("the sandbox ended; see " + state, () -> !process.isAlive())
                    .until(() -> Files.exists(state.resolve("sandbox.json")));
            JsonNode description =
                    Json.mapper().readTree(state.resolve("sandbox.json").toFile());
            shop = new Shop(
                    description,
                    Files.readString(state.resolve("plan.yaml")),
                    Files.readString(state.resolve("operator-token")).strip());
            return settings(description);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox does not start", e);
        }
    }

    private static Map<String, String> settings(JsonNode description) {
        // The SDK reads these as it reads AWS_ENDPOINT_URL and its siblings.
        System.setProperty("aws.endpointUrl", description.at("/controlRoom/aws").asText());
        System.setProperty(
                "aws.accessKeyId", description.at("/credentials/accessKeyId").asText());
        System.setProperty(
                "aws.secretAccessKey",
                description.at("/credentials/secretAccessKey").asText());
        return Map.of(
                "lifeboat.network.resolver",
                description.at("/controlRoom/resolver").asText(),
                "lifeboat.network.trusted-ca",
                description.at("/ca").asText(),
                "lifeboat.secrets.\"orders-rw\".username",
                description.at("/secrets/orders-rw/username").asText(),
                "lifeboat.secrets.\"orders-rw\".password",
                description.at("/secrets/orders-rw/password").asText());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(shop, field -> field.getType().equals(Shop.class));
    }

    @Override
    public void stop() {
        System.clearProperty("aws.endpointUrl");
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
