package io.lifeboat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The way out by hand: what Lifeboat does with its plan, done here call by call, and what customers make of it. */
class RegionLossIT {

    private static final String OTHER_CLUSTER = "arn:aws:rds:eu-central-1:111111111111:cluster:shop-eu-central-1";

    @TempDir
    Path state;

    @Test
    void shouldServeCustomersFromTheOtherRegionOnceEveryStepIsDoneAndNotBefore() throws Exception {
        try (var sandbox = RunningSandbox.start(state);
                var rds = sandbox.client(RdsClient.builder(), Cloud.OTHER);
                var ecs = sandbox.client(EcsClient.builder(), Cloud.OTHER);
                var s3 = sandbox.client(S3Client.builder(), Cloud.OTHER);
                var witness = sandbox.client(S3Client.builder(), Cloud.WITNESS)) {
            // Given customers who are all served from home
            sandbox.operator("POST", "/customers/start");
            await("every customer has ordered")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> customers(sandbox), RegionLossIT::everyKindIsServedNow);
            assertThat(sandbox.resolve(Edge.PUBLIC_NAME)).isEqualTo(entrance(sandbox, Cloud.HOME));

            // When home is lost and the data is promoted
            sandbox.operator("POST", "/faults/regions/eu-west-1/lose");
            rds.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                    .targetDbClusterIdentifier(OTHER_CLUSTER)
                    .allowDataLoss(true));
            await("the writer's name moves")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> sandbox.resolve(Edge.DATABASE_NAME), address(sandbox, Place.DATABASE_HOST)::equals);

            // Then the tasks that knew the old writer still do not serve, and nobody's name has moved
            assertThat(sandbox.entranceStatus(Cloud.OTHER, "/health/live")).isEqualTo(200);
            assertThat(sandbox.entranceStatus(Cloud.OTHER, "/health/ready")).isGreaterThanOrEqualTo(500);
            assertThat(sandbox.resolve(Edge.PUBLIC_NAME)).isEqualTo(entrance(sandbox, Cloud.HOME));

            // When the shop is scaled and rolled, and the witness and the region gone to say so
            ecs.updateService(request ->
                    request.cluster("shop").service("api").desiredCount(3).forceNewDeployment(true));
            await("the new tasks are in service").atMost(Duration.ofSeconds(30)).until(() -> isSteady(ecs, 3));
            assertThat(sandbox.entranceStatus(Cloud.OTHER, "/health/ready")).isEqualTo(200);
            say(witness, sandbox.cloud(), sandbox.cloud().witness());
            say(s3, sandbox.cloud(), sandbox.cloud().other());

            // Then the name moves and every customer is served again
            await("the public name moves")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> sandbox.resolve(Edge.PUBLIC_NAME), entrance(sandbox, Cloud.OTHER)::equals);
            await("all customers are served again")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> customers(sandbox), RegionLossIT::everyKindIsServedAgain);
            var record = customers(sandbox);
            assertThat(record.path("lostOrders").isInt())
                    .as("loss is known: %s", record)
                    .isTrue();
            assertThat(record.path("lossSeconds").asDouble()).isLessThan(5);

            // And stays moved when home returns, and when the witness is lost then
            sandbox.operator("POST", "/faults/regions/eu-west-1/return");
            staysMoved(sandbox);
            sandbox.operator("POST", "/faults/regions/eu-north-1/lose");
            staysMoved(sandbox);
        }
    }

    private static void say(S3Client s3, Cloud cloud, Region where) {
        s3.putObject(
                request -> request.bucket(Switch.bucket(cloud, where)).key(Switch.KEY),
                RequestBody.fromString("{" + Switch.words(Cloud.OTHER) + "}"));
    }

    private static void staysMoved(RunningSandbox sandbox) {
        await("health checks have looked a few times")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(8))
                .until(() -> sandbox.resolve(Edge.PUBLIC_NAME), entrance(sandbox, Cloud.OTHER)::equals);
    }

    private static JsonNode customers(RunningSandbox sandbox) throws Exception {
        return sandbox.operator("GET", "/customers");
    }

    private static boolean everyKindIsServedNow(JsonNode record) {
        for (var kind : record.path("kinds")) {
            if (kind.path("confirmed").asInt() < kind.path("customers").asInt()) {
                return false;
            }
        }
        return true;
    }

    private static boolean everyKindIsServedAgain(JsonNode record) {
        for (var kind : record.path("kinds")) {
            if (kind.path("lastServedAgain").isNull()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSteady(EcsClient ecs, int count) {
        var service = ecs.describeServices(request -> request.cluster("shop").services("api"))
                .services()
                .getFirst();
        return service.deployments().size() == 1
                && service.deployments().getFirst().rolloutState() == DeploymentRolloutState.COMPLETED
                && service.runningCount() == count;
    }

    private static String entrance(RunningSandbox sandbox, String region) {
        return sandbox.cloud()
                .regions()
                .get(region)
                .address(Place.LOAD_BALANCER_HOST)
                .getHostAddress();
    }

    private static String address(RunningSandbox sandbox, int host) {
        return sandbox.cloud().other().address(host).getHostAddress();
    }
}
