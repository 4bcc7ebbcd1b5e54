package io.lifeboat.sandbox;

import static io.lifeboat.sandbox.cloud.Cloud.HOME;
import static io.lifeboat.sandbox.cloud.Cloud.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.sandbox.cloud.Ports;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.healthcheck.Checker;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import io.lifeboat.sandbox.s3.Bucket;
import io.lifeboat.sandbox.s3.S3;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The switch with health checks that really look, over places that are really lost. */
class SwitchLooksTest {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofMillis(400);

    private final Cloud cloud = new Cloud(Net.random(), Ports.free(), Clock.systemUTC());
    private final Vertx vertx = Vertx.vertx();
    private final List<RegionS3> places = new ArrayList<>();
    private final HealthChecks checks = new HealthChecks(
            new Checker(cloud.net().address(151, 1).getHostAddress(), ANSWER, ANSWER, name -> name),
            cloud.clock(),
            LOOK);
    private S3 s3;

    @BeforeEach
    void start() throws IOException {
        List<Bucket> buckets = new ArrayList<>();
        for (Region region :
                Stream.of(HOME, OTHER, Cloud.WITNESS).map(cloud::region).toList()) {
            Bucket bucket = new Bucket(Switch.bucket(cloud, region), region.name(), true);
            buckets.add(bucket);
            places.add(RegionS3.start(cloud, vertx, region, bucket));
        }
        s3 = new S3(buckets, cloud.clock(), cloud.effects());
        Switch.install(checks, cloud);
    }

    @AfterEach
    void stop() throws IOException {
        checks.close();
        for (RegionS3 place : places) {
            place.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        cloud.close();
    }

    @Test
    void shouldMoveWhenItIsSaidAndWhateverIsLostOrReturns() {
        staysAt(HOME);

        say(cloud.witness(), OTHER);
        movesTo(OTHER);
        say(cloud.other(), OTHER);

        cloud.witness().lose();
        staysAt(OTHER);
        cloud.witness().returnAgain();
        cloud.other().lose();
        staysAt(OTHER);

        say(cloud.witness(), HOME);
        movesTo(HOME);
        say(cloud.home(), HOME);
        cloud.other().returnAgain();
        staysAt(HOME);
        cloud.home().lose();
        staysAt(HOME);
    }

    private void movesTo(String region) {
        await("the checks have seen what was said")
                .atMost(Duration.ofSeconds(60))
                .until(() -> answered(), region::equals);
    }

    private void staysAt(String region) {
        await("every check has looked a few times, lost places included")
                .during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(answered()).isEqualTo(region));
    }

    private String answered() {
        return checks.healthy(Switch.ID) ? HOME : OTHER;
    }

    private void say(Region where, String region) {
        String body = "{\"application\":\"shop\"," + Switch.words(region) + "}";
        s3.handle(new AwsRequest(
                "s3",
                where,
                new Accounts(cloud.clock())
                        .assume(Accounts.ACT, "test", Duration.ofHours(1))
                        .principal(),
                "PutObject",
                "PUT",
                "/" + Switch.bucket(cloud, where) + "/" + Switch.KEY,
                Map.of(),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8)));
    }
}
