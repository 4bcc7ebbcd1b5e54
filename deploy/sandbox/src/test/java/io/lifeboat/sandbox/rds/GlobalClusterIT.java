package io.lifeboat.sandbox.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lifeboat.sandbox.CoreCloud;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.GlobalCluster;
import software.amazon.awssdk.services.rds.model.GlobalClusterMember;
import software.amazon.awssdk.services.rds.model.GlobalClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.InvalidGlobalClusterStateException;
import software.amazon.awssdk.services.rds.model.RdsException;

/** Aurora as the unchanged SDK and an application see it, with regions that fail. */
class GlobalClusterIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String COUNT = "SELECT count(*) FROM orders";

    @TempDir
    Path folder;

    private CoreCloud core;
    private Region home;
    private Region other;
    private RdsClient atHome;
    private RdsClient atOther;

    @BeforeEach
    void start() throws Exception {
        Timing timing = Timing.DEFAULT
                .withPromotion(Duration.ofMillis(800))
                .withNameMove(Duration.ofMillis(200))
                .withLagPeriod(Duration.ofMillis(200))
                .withRebuild(Duration.ofMillis(300));
        core = new CoreCloud(folder, timing);
        home = core.cloud().home();
        other = core.cloud().other();
        atHome = core.client(RdsClient.builder(), Cloud.HOME, Accounts.ACT.arn());
        atOther = core.client(RdsClient.builder(), Cloud.OTHER, Accounts.ACT.arn());
        core.execute(home, "CREATE TABLE orders (id int PRIMARY KEY)");
        core.execute(home, "INSERT INTO orders VALUES (1)");
        await("replication").atMost(SOON).ignoreExceptions().until(() -> core.count(other, COUNT) == 1);
    }

    @AfterEach
    void stop() throws Exception {
        core.close();
    }

    @Test
    void shouldDescribeBothMembersAndRefuseWritesAtTheSecondary() {
        GlobalCluster global = describe(atOther);

        assertThat(global.status()).isEqualTo("available");
        assertThat(global.failoverState()).isNull();
        assertThat(global.globalClusterMembers())
                .extracting(GlobalClusterMember::isWriter)
                .containsExactly(true, false);
        assertThat(global.globalClusterMembers().getFirst().readers()).containsExactly(arn(other));
        assertThat(atOther.describeDBClusters(request -> request.dbClusterIdentifier(arn(other)))
                        .dbClusters())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.status()).isEqualTo("available"));
        assertThat(atOther.describeDBInstances().dbInstances()).hasSize(1);
        assertThatThrownBy(() -> core.execute(other, "INSERT INTO orders VALUES (2)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("cannot execute INSERT in a read-only transaction");
    }

    @Test
    void shouldPromoteTheSecondaryWhenTheHomeRegionIsLostAndRebuildTheOldWriterOnReturn() throws Exception {
        home.lose();
        assertThatThrownBy(() -> core.execute(home, "INSERT INTO orders VALUES (2)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> describe(atHome)).isInstanceOf(ApiCallTimeoutException.class);

        GlobalCluster accepted = atOther.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                        .targetDbClusterIdentifier(arn(other))
                        .allowDataLoss(true))
                .globalCluster();

        assertThat(accepted.status()).isEqualTo("failing-over");
        assertThat(accepted.failoverState().statusAsString()).isEqualTo("pending");
        assertThat(accepted.failoverState().isDataLossAllowed()).isTrue();
        await("the promotion").atMost(SOON).until(() -> "available"
                .equals(describe(atOther).status()));
        core.execute(other, "INSERT INTO orders VALUES (3)");
        assertThat(core.cloud().names().find("db.shop.internal").orElseThrow().address())
                .isEqualTo(other.address(Place.DATABASE_HOST));
        assertThat(member(home).synchronizationStatusAsString()).isEqualTo("pending-resync");
        assertThat(core.cloud().effects().of("rds:global-cluster:shop", "failover"))
                .isEqualTo(1);

        home.returnAgain();

        assertThatThrownBy(() -> core.execute(home, "INSERT INTO orders VALUES (4)"))
                .isInstanceOf(SQLException.class);
        await("the old writer's rebuilding").atMost(SOON).until(() -> "connected"
                .equals(member(home).synchronizationStatusAsString()));
        assertThat(core.count(home, COUNT)).isEqualTo(2);
        assertThat(atHome.describeDBClusterSnapshots().dbClusterSnapshots())
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.dbClusterSnapshotIdentifier())
                        .startsWith("rds:unplanned-global-failover-shop-eu-west-1-"));
        SnapshotCopying copying = new SnapshotCopying(core, atHome);
        copying.shouldCopyOnceOverTimeAndOnlyForWhoMay();
        copying.shouldDeleteACopyForItsOwnerAndNothingOfAurorasOwn();
    }

    @Test
    void shouldLoseWhatWasHeldBackWithTheRegion() throws Exception {
        core.operator("POST", "/faults/replication", "{\"hold\":\"20s\"}");
        core.execute(home, "INSERT INTO orders VALUES (2)");

        home.lose();
        failOver();

        assertThat(core.count(other, COUNT)).isEqualTo(1);
    }

    @Test
    void shouldMeasureTheLagInTheSecondarysRegionOnly() throws Exception {
        core.operator("POST", "/faults/replication", "{\"hold\":\"2s\"}");
        await("lag").atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
            core.execute(home, "INSERT INTO orders SELECT max(id) + 1 FROM orders");
            return lag(Cloud.OTHER, "shop-eu-central-1") > 1_500;
        });

        assertThat(lag(Cloud.OTHER, "shop-eu-central-1")).isBetween(1_500.0, 4_000.0);
        assertThat(lag(Cloud.HOME, "shop-eu-west-1")).isNaN();
        assertThat(lag(Cloud.OTHER, "shop-eu-west-1")).isNaN();
    }

    @Test
    void shouldSwitchOverWithoutLosingWhatIsUnderWayAndBackAgain() throws Exception {
        core.operator("POST", "/faults/replication", "{\"hold\":\"1s\"}");
        core.execute(home, "INSERT INTO orders VALUES (2)");

        switchOver(atHome, other);

        assertThat(core.count(other, COUNT)).isEqualTo(2);
        core.execute(other, "INSERT INTO orders VALUES (3)");
        assertThatThrownBy(() -> core.execute(home, "INSERT INTO orders VALUES (4)"))
                .hasMessageContaining("cannot execute INSERT in a read-only transaction");

        switchOver(atOther, home);

        assertThat(core.count(home, COUNT)).isEqualTo(3);
        core.execute(home, "INSERT INTO orders VALUES (4)");
    }

    @Test
    void shouldRefuseWhatAuroraRefuses() {
        // without AllowDataLoss it is a switchover, which belongs into the writer's region
        assertThatThrownBy(() -> atOther.failoverGlobalCluster(
                        request -> request.globalClusterIdentifier("shop").targetDbClusterIdentifier(arn(other))))
                .isInstanceOf(RdsException.class)
                .hasMessageContaining("region of the current primary");
        assertThatThrownBy(() -> atHome.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                        .targetDbClusterIdentifier(arn(other))
                        .allowDataLoss(true)))
                .isInstanceOf(RdsException.class)
                .hasMessageContaining("region of its target");
        assertThatThrownBy(() -> atOther.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                        .targetDbClusterIdentifier("shop-eu-central-1")
                        .allowDataLoss(true)))
                .isInstanceOf(RdsException.class)
                .hasMessageContaining("must be an ARN");
        assertThatThrownBy(() -> atHome.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                        .targetDbClusterIdentifier(arn(home))
                        .allowDataLoss(true)))
                .isInstanceOf(InvalidDbClusterStateException.class);
        assertThatThrownBy(() -> atOther.describeGlobalClusters(request -> request.globalClusterIdentifier("none")))
                .isInstanceOf(GlobalClusterNotFoundException.class);
        assertThatThrownBy(() -> atOther.describeDBClusters(request -> request.dbClusterIdentifier("none")))
                .isInstanceOf(DbClusterNotFoundException.class);

        home.lose();
        failOverCall();
        assertThatThrownBy(this::failOverCall).isInstanceOf(InvalidGlobalClusterStateException.class);
    }

    @Test
    void shouldLeaveTheOldWriterWritableWhenFencingFails() throws Exception {
        core.operator("POST", "/faults/fencing/fail", "");
        home.lose();
        failOver();

        home.returnAgain();

        // A connection that was being made while the region came back goes through when its first packet is repeated.
        await("the old writer's taking a write").atMost(SOON).ignoreExceptions().until(() -> {
            core.execute(home, "INSERT INTO orders VALUES (2)");
            return true;
        });
        core.operator("POST", "/faults/fencing/mend", "");
        await("the old writer's rebuilding").atMost(SOON).until(() -> "connected"
                .equals(member(home).synchronizationStatusAsString()));
        assertThat(core.count(home, COUNT)).isEqualTo(1);
    }

    private void failOver() {
        failOverCall();
        await("the promotion").atMost(SOON).until(() -> "available"
                .equals(describe(atOther).status()));
    }

    private void failOverCall() {
        atOther.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                .targetDbClusterIdentifier(arn(other))
                .allowDataLoss(true));
    }

    private void switchOver(RdsClient client, Region to) {
        client.switchoverGlobalCluster(
                request -> request.globalClusterIdentifier("shop").targetDbClusterIdentifier(arn(to)));
        await("the switchover").atMost(SOON).until(() -> {
            GlobalCluster global = describe(atOther);
            return "available".equals(global.status()) && member(to).isWriter();
        });
    }

    private GlobalCluster describe(RdsClient client) {
        return client.describeGlobalClusters(request -> request.globalClusterIdentifier("shop"))
                .globalClusters()
                .getFirst();
    }

    private GlobalClusterMember member(Region region) {
        return describe(atOther).globalClusterMembers().stream()
                .filter(member -> member.dbClusterArn().equals(arn(region)))
                .findFirst()
                .orElseThrow();
    }

    private String arn(Region region) {
        return core.aurora().clusterArn(region);
    }

    /** The newest value in milliseconds, NaN without any. */
    private double lag(String region, String cluster) {
        Dimension dimension =
                Dimension.builder().name("DBClusterIdentifier").value(cluster).build();
        MetricDataQuery query = MetricDataQuery.builder()
                .id("lag")
                .metricStat(stat -> stat.period(1).stat("Maximum").metric(metric -> metric.namespace("AWS/RDS")
                        .metricName("AuroraGlobalDBRPOLag")
                        .dimensions(dimension)))
                .build();
        try (CloudWatchClient client = core.client(CloudWatchClient.builder(), region, Accounts.READ.arn())) {
            MetricDataResult result = client.getMetricData(
                            request -> request.startTime(Instant.now().minusSeconds(60))
                                    .endTime(Instant.now().plusSeconds(1))
                                    .metricDataQueries(query))
                    .metricDataResults()
                    .getFirst();
            return result.values().isEmpty() ? Double.NaN : result.values().getFirst();
        }
    }
}
