package io.lifeboat.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lifeboat.sandbox.CoreCloud;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.rds.Timing;
import io.lifeboat.sandbox.sns.SnsService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sts.StsClient;

/** Who may do what at the endpoint, and what goes wrong with calls on request. */
class AwsEndpointIT {

    @TempDir
    static Path folder;

    private static CoreCloud core;
    private static RdsClient looking;
    private static SnsClient telling;

    @BeforeAll
    static void start() throws Exception {
        core = new CoreCloud(folder, Timing.DEFAULT.withPromotion(Duration.ofMillis(300)));
        looking = core.client(RdsClient.builder(), Cloud.OTHER, Accounts.READ.arn());
        telling = core.client(SnsClient.builder(), Cloud.OTHER, Accounts.ACT.arn());
    }

    @AfterEach
    void mend() throws Exception {
        core.operator("DELETE", "/faults/apis", "");
        core.cloud().regions().values().forEach(region -> {
            region.returnAgain();
            region.returnControlPlane();
        });
    }

    @AfterAll
    static void stop() throws Exception {
        core.close();
    }

    @Test
    void shouldKnowWhoCallsAndHandOutRoles() {
        try (StsClient user = core.client(StsClient.builder(), Cloud.OTHER, core.user());
                StsClient role = core.client(StsClient.builder(), Cloud.OTHER, Accounts.READ.arn())) {
            assertThat(user.getCallerIdentity().account()).isEqualTo(Accounts.CONTROL_ROOM);
            assertThat(role.getCallerIdentity().account()).isEqualTo(Accounts.SHOP);
            assertThat(role.getCallerIdentity().arn()).contains("assumed-role/lifeboat-read/test");
        }
    }

    @Test
    void shouldDenyWhatARoleMayNotDo() {
        assertError(
                () -> looking.failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")),
                "AccessDenied");
        try (RdsClient user = core.client(RdsClient.builder(), Cloud.OTHER, core.user())) {
            assertError(user::describeGlobalClusters, "AccessDenied");
        }
        assertError(() -> core.assume(Cloud.OTHER, "arn:aws:iam::111111111111:role/admin"), "AccessDenied");
    }

    @Test
    void shouldRefuseUnknownKeysAndExpiredTokens() throws Exception {
        try (RdsClient stranger =
                core.client(RdsClient.builder(), Cloud.OTHER, AwsBasicCredentials.create("AKIASTRANGER", "secret"))) {
            assertError(stranger::describeGlobalClusters, "InvalidClientTokenId");
        }
        try (RdsClient late = core.client(RdsClient.builder(), Cloud.OTHER, Accounts.READ.arn());
                RdsClient fresh = core.client(RdsClient.builder(), Cloud.OTHER, Accounts.READ.arn())) {
            core.operator("POST", "/faults/sessions/expire", "");
            assertError(late::describeGlobalClusters, "ExpiredToken");
            assertError(fresh::describeGlobalClusters, "ExpiredToken");
        } finally {
            looking = core.client(RdsClient.builder(), Cloud.OTHER, Accounts.READ.arn());
            telling = core.client(SnsClient.builder(), Cloud.OTHER, Accounts.ACT.arn());
        }
    }

    @Test
    void shouldPublishToTheRegionsOwnTopicOnly() throws Exception {
        telling.publish(request ->
                request.topicArn(SnsService.topicArn(core.cloud().other())).message("moved <to> eu-central-1"));

        assertThat(core.operator("GET", "/state", "")).contains("moved <to> eu-central-1");
        assertThatThrownBy(() -> telling.publish(request -> request.topicArn(
                                SnsService.topicArn(core.cloud().home()))
                        .message("nobody there")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void shouldThrottleAsOftenAsAsked() throws Exception {
        fault("{'service':'rds','operation':'DescribeGlobalClusters','kind':'throttle','times':2}");

        assertThatThrownBy(looking::describeGlobalClusters)
                .isInstanceOfSatisfying(AwsServiceException.class, error -> assertThat(error.isThrottlingException())
                        .isTrue());
        assertThatThrownBy(looking::describeGlobalClusters).isInstanceOf(AwsServiceException.class);
        assertThat(looking.describeGlobalClusters().globalClusters()).hasSize(1);
    }

    @Test
    void shouldApplyOrNotBeforeTimingOut() throws Exception {
        int before = published();
        fault("{'service':'sns','kind':'timeout-before-apply','times':1}");
        assertThatThrownBy(this::publish).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(published()).isEqualTo(before);

        fault("{'service':'sns','kind':'timeout-after-apply','times':1}");
        assertThatThrownBy(this::publish).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(published()).isEqualTo(before + 1);
    }

    @Test
    void shouldAnswerLateWhenSlow() throws Exception {
        fault("{'service':'rds','kind':'slow','delay':'700ms','times':1}");
        Instant began = Instant.now();

        looking.describeGlobalClusters();

        assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofMillis(690));
    }

    @Test
    void shouldAnswerWhatWasTrueBeforeAStaleFault() throws Exception {
        DescribeGlobalClustersResponse before = looking.describeGlobalClusters();
        String writer = writer(before);
        fault("{'service':'rds','operation':'DescribeGlobalClusters','kind':'stale'}");
        boolean toOther = writer.contains(Cloud.HOME);
        String from = toOther ? Cloud.HOME : Cloud.OTHER;
        String to = toOther ? Cloud.OTHER : Cloud.HOME;
        try (RdsClient acting = core.client(RdsClient.builder(), from, Accounts.ACT.arn())) {
            acting.switchoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                    .targetDbClusterIdentifier(
                            core.aurora().clusterArn(core.cloud().region(to))));
        }

        assertThat(looking.describeGlobalClusters().globalClusters()).isEqualTo(before.globalClusters());

        core.operator("DELETE", "/faults/apis", "");
        await("the switchover").atMost(Duration.ofSeconds(60)).until(() -> looking.describeGlobalClusters()
                .globalClusters()
                .getFirst()
                .status()
                .equals("available"));
        assertThat(writer(looking.describeGlobalClusters())).contains(to);
    }

    @Test
    void shouldNotAnswerForALostRegionOrControlPlane() {
        core.cloud().other().loseControlPlane();
        assertThatThrownBy(looking::describeGlobalClusters).isInstanceOf(ApiCallTimeoutException.class);
        // publishing is the data plane: it goes on
        publish();

        core.cloud().other().returnControlPlane();
        core.cloud().other().lose();
        assertThatThrownBy(this::publish).isInstanceOf(ApiCallTimeoutException.class);
    }

    @Test
    void shouldFailAShareOfTheCallsOfADegradedRegion() {
        core.cloud().other().degrade(1);
        assertError(looking::describeGlobalClusters, "ServiceUnavailable");
        core.cloud().other().mend();
        assertThat(looking.describeGlobalClusters().globalClusters()).hasSize(1);
    }

    private void publish() {
        telling.publish(request ->
                request.topicArn(SnsService.topicArn(core.cloud().other())).message("hello"));
    }

    private int published() {
        return core.cloud().effects().of("sns:topic:" + Cloud.OTHER, "publish");
    }

    private static String writer(DescribeGlobalClustersResponse response) {
        return response.globalClusters().getFirst().globalClusterMembers().stream()
                .filter(member -> member.isWriter())
                .findFirst()
                .orElseThrow()
                .dbClusterArn();
    }

    private static void fault(String json) throws Exception {
        core.operator("POST", "/faults/apis", json.replace('\'', '"'));
    }

    private static void assertError(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, error -> assertThat(
                        error.awsErrorDetails().errorCode())
                .isEqualTo(code));
    }
}
