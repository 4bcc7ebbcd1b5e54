package io.lifeboat.sandbox;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Ports;
import io.lifeboat.sandbox.cloudwatch.CloudWatchService;
import io.lifeboat.sandbox.control.ControlRoutes;
import io.lifeboat.sandbox.control.ControlServer;
import io.lifeboat.sandbox.endpoint.AwsEndpoint;
import io.lifeboat.sandbox.endpoint.AwsServices;
import io.lifeboat.sandbox.fault.ApiFaults;
import io.lifeboat.sandbox.fault.FaultRoutes;
import io.lifeboat.sandbox.rds.Aurora;
import io.lifeboat.sandbox.rds.Timing;
import io.lifeboat.sandbox.sns.SnsService;
import io.lifeboat.sandbox.sts.StsService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The sandbox without the shop: what RDS and its neighbours are tested on. */
public final class CoreCloud implements AutoCloseable {

    public static final String TOKEN = "only the test knows";

    private final Cloud cloud = new Cloud(Net.random(), Ports.free(), Clock.systemUTC());
    private final Accounts accounts = new Accounts(cloud.clock());
    private final AwsEndpoint endpoint;
    private final Aurora aurora;
    private final ControlServer control;

    public CoreCloud(Path folder, Timing timing) throws IOException {
        ControlRoutes routes = new ControlRoutes();
        AwsServices services = new AwsServices();
        ApiFaults faults = new ApiFaults(cloud.clock());
        new FaultRoutes(cloud, accounts, faults).addTo(routes);
        endpoint = new AwsEndpoint(cloud, accounts, services, faults);
        aurora = new Aurora(cloud, folder, timing, services, routes);
        SnsService sns = new SnsService(cloud);
        services.add(new StsService(accounts))
                .add(new CloudWatchService(aurora.lag()))
                .add(sns);
        routes.state("published", sns::published);
        control = new ControlServer(cloud, routes, TOKEN);
    }

    public Cloud cloud() {
        return cloud;
    }

    public Aurora aurora() {
        return aurora;
    }

    /** A client of the unchanged SDK that has assumed a role, without retries and with a short patience. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String region, String roleArn) {
        return client(builder, region, assume(region, roleArn));
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String region, AwsCredentials credentials) {
        return builder.region(Region.of(region))
                .endpointOverride(URI.create("http://" + endpoint.address().getHostAddress() + ":"
                        + cloud.ports().aws()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(strategy -> strategy.maxAttempts(1))
                        .apiCallTimeout(Duration.ofSeconds(2)))
                .build();
    }

    /** Lifeboat's own user. */
    public AwsCredentials user() {
        return AwsBasicCredentials.create(accounts.accessKeyId(), accounts.secretAccessKey());
    }

    public AwsCredentials assume(String region, String roleArn) {
        try (StsClient sts = client(StsClient.builder(), region, user())) {
            Credentials given = sts.assumeRole(
                            request -> request.roleArn(roleArn).roleSessionName("test"))
                    .credentials();
            return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        }
    }

    /** A request of the operator; the answer's body. */
    public String operator(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(control.url() + path))
                                .header("Authorization", "Bearer " + TOKEN)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** A connection as the application makes it, through the region's relay. */
    public Connection connect(io.lifeboat.sandbox.cloud.Region region) throws SQLException {
        String url = "jdbc:postgresql://" + region.address(Place.DATABASE_HOST).getHostAddress() + ":"
                + cloud.ports().postgres() + "/" + Aurora.DATABASE + "?connectTimeout=1&socketTimeout=2";
        return DriverManager.getConnection(url, Aurora.USERNAME, aurora.password());
    }

    public void execute(io.lifeboat.sandbox.cloud.Region region, String sql) throws SQLException {
        try (Connection connection = connect(region);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long count(io.lifeboat.sandbox.cloud.Region region, String sql) throws SQLException {
        try (Connection connection = connect(region);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        control.close();
        aurora.close();
        endpoint.close();
        cloud.close();
    }
}
