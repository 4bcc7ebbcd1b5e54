package io.lifeboat.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.dns.StubResolver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

/** A whole sandbox in the test's own JVM, and the ways in: the unchanged SDK, the operator's REST, a vantage's resolver. */
final class RunningSandbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static RunningSandbox start(Path state) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var settings = Settings.in(state)
                .withPlan(Path.of("..", "plans", "shop.yaml"))
                .withEdge(EdgeSettings.DEFAULT.withAddressHold(Duration.ofSeconds(8)));
        return new RunningSandbox(Sandbox.start(settings));
    }

    Cloud cloud() {
        return sandbox.cloud();
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String region) {
        var session = sandbox.accounts().assume(Accounts.ACT, "test", Duration.ofHours(1));
        var credentials =
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.token());
        return builder.region(Region.of(region))
                .endpointOverride(URI.create(sandbox.description().awsUrl()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(strategy -> strategy.maxAttempts(1))
                        .apiCallTimeout(Duration.ofSeconds(5)))
                .build();
    }

    JsonNode operator(String method, String path) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(sandbox.description().controlUrl() + path))
                        .header("Authorization", "Bearer " + sandbox.token())
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    /** The address a name has for whoever stands outside every region. */
    String resolve(String name) throws IOException {
        var net = cloud().net();
        var resolver = new InetSocketAddress(
                net.address(Place.CONTROL_ROOM, Place.RESOLVER_HOST),
                cloud().ports().dns());
        var from = net.address(Place.CONTROL_ROOM, 1).getHostAddress();
        return new StubResolver(resolver, from, Duration.ofSeconds(2))
                .lookup(name)
                .toCompletableFuture()
                .join()
                .first();
    }

    /** The status a region's entrance answers, asked at its address. */
    int entranceStatus(String region, String path) throws IOException, InterruptedException {
        var address = cloud().regions().get(region).address(Place.LOAD_BALANCER_HOST);
        var url = "https://" + address.getHostAddress() + ":" + cloud().ports().https() + path;
        try (var client =
                HttpClient.newBuilder().sslContext(cloud().authority().client()).build()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
