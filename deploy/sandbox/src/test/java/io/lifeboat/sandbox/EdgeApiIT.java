package io.lifeboat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lifeboat.sandbox.cloud.Cloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The edge's services as the unchanged SDK meets them. */
class EdgeApiIT {

    private static final String CLUSTER = ShopRegion.CLUSTER;
    private static final String SERVICE = ShopRegion.SERVICE;

    @TempDir
    static Path state;

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = RunningSandbox.start(state);
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void shouldListTheZoneWithItsFailoverRecords() {
        try (var route53 = sandbox.client(Route53Client.builder(), Cloud.OTHER)) {
            assertThat(route53.listHostedZones().hostedZones())
                    .singleElement()
                    .satisfies(zone -> assertThat(zone.name()).isEqualTo("shop.example."));

            var records = route53.listResourceRecordSets(request -> request.hostedZoneId(Entrance.ZONE_ID))
                    .resourceRecordSets();

            assertThat(records)
                    .filteredOn(record -> record.name().equals("www.shop.example."))
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record.aliasTarget().evaluateTargetHealth())
                            .isTrue())
                    .anySatisfy(record -> {
                        assertThat(record.failover()).isEqualTo(ResourceRecordSetFailover.PRIMARY);
                        assertThat(record.healthCheckId()).isEqualTo(Switch.ID);
                    });
        }
    }

    @Test
    void shouldChangeRecordsAsAWholeAndAnswerWithThemOnceInSync() throws Exception {
        try (var route53 = sandbox.client(Route53Client.builder(), Cloud.OTHER)) {
            var change = route53.changeResourceRecordSets(request -> request.hostedZoneId(Entrance.ZONE_ID)
                            .changeBatch(batch -> batch.changes(address(ChangeAction.UPSERT, "new", "127.9.9.9"))))
                    .changeInfo();
            assertThat(change.status()).isEqualTo(ChangeStatus.PENDING);

            await("the change is in sync")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> route53.getChange(request -> request.id(change.id()))
                                    .changeInfo()
                                    .status()
                            == ChangeStatus.INSYNC);
            assertThat(sandbox.resolve("new.shop.example")).isEqualTo("127.9.9.9");

            assertThatThrownBy(() -> route53.changeResourceRecordSets(request -> request.hostedZoneId(Entrance.ZONE_ID)
                            .changeBatch(batch -> batch.changes(
                                    address(ChangeAction.CREATE, "second", "127.9.9.8"),
                                    address(ChangeAction.CREATE, "new", "127.9.9.8")))))
                    .isInstanceOf(InvalidChangeBatchException.class)
                    .hasMessageContaining("already exists");
            assertThat(route53.listResourceRecordSets(request -> request.hostedZoneId(Entrance.ZONE_ID))
                            .resourceRecordSets())
                    .noneMatch(record -> record.name().startsWith("second"));
            assertThatThrownBy(() -> route53.listResourceRecordSets(request -> request.hostedZoneId("ZNONE")))
                    .isInstanceOf(NoSuchHostedZoneException.class);
        }
    }

    private static Change address(ChangeAction action, String host, String value) {
        return Change.builder()
                .action(action)
                .resourceRecordSet(set -> set.name(host + ".shop.example")
                        .type(RRType.A)
                        .ttl(5L)
                        .resourceRecords(ResourceRecord.builder().value(value).build()))
                .build();
    }

    @Test
    void shouldCreateHealthChecksThatReallyLook() {
        try (var route53 = sandbox.client(Route53Client.builder(), Cloud.OTHER)) {
            var nobody = sandbox.cloud().net().address(250, 1).getHostAddress();
            var id = route53.createHealthCheck(request -> request.callerReference("nobody-there")
                            .healthCheckConfig(config -> config.type(HealthCheckType.TCP)
                                    .ipAddress(nobody)
                                    .port(9)
                                    .requestInterval(10)
                                    .failureThreshold(1)))
                    .healthCheck()
                    .id();

            assertThat(route53.getHealthCheck(request -> request.healthCheckId(id))
                            .healthCheck()
                            .healthCheckConfig()
                            .type())
                    .isEqualTo(HealthCheckType.TCP);
            await("the checker has looked").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            route53.getHealthCheckStatus(request -> request.healthCheckId(id))
                                    .healthCheckObservations())
                    .anySatisfy(seen -> assertThat(seen.statusReport().status()).startsWith("Failure")));
        }
    }

    @Test
    void shouldKeepObjectsInTheRegionOfTheirBucket() {
        var bucket = ShopRegion.bucketName(sandbox.cloud().home());
        try (var s3 = sandbox.client(S3Client.builder(), Cloud.HOME);
                var elsewhere = sandbox.client(S3Client.builder(), Cloud.OTHER)) {
            assertThatThrownBy(() ->
                            s3.headObject(request -> request.bucket(bucket).key("a/b")))
                    .isInstanceOf(NoSuchKeyException.class);

            s3.putObject(request -> request.bucket(bucket).key("a/b"), RequestBody.fromString("some text"));

            assertThat(s3.getObjectAsBytes(request -> request.bucket(bucket).key("a/b"))
                            .asUtf8String())
                    .isEqualTo("some text");
            assertThat(s3.headObject(request -> request.bucket(bucket).key("a/b"))
                            .contentLength())
                    .isEqualTo(9);
            s3.deleteObject(request -> request.bucket(bucket).key("a/b"));
            assertThatThrownBy(() -> s3.getObjectAsBytes(
                            request -> request.bucket(bucket).key("a/b")))
                    .isInstanceOf(NoSuchKeyException.class);
            assertThatThrownBy(() -> s3.getObjectAsBytes(
                            request -> request.bucket("nobodys").key("a")))
                    .isInstanceOf(NoSuchBucketException.class);
            assertThatThrownBy(() -> elsewhere.headObject(
                            request -> request.bucket(bucket).key("a")))
                    .hasMessageContaining("301");
        }
    }

    @Test
    void shouldScaleByMinimumAndDesiredCountWithoutADeploymentAndRollWithOne() {
        try (var ecs = sandbox.client(EcsClient.builder(), Cloud.OTHER);
                var scaling = sandbox.client(ApplicationAutoScalingClient.builder(), Cloud.OTHER);
                var elb = sandbox.client(ElasticLoadBalancingV2Client.builder(), Cloud.OTHER)) {
            var before = service(ecs);
            var resource = "service/" + CLUSTER + "/" + SERVICE;

            scaling.registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .resourceId(resource)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .minCapacity(2));

            assertThat(scaling.describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS)
                                    .resourceIds(resource))
                            .scalableTargets())
                    .singleElement()
                    .satisfies(target -> {
                        assertThat(target.minCapacity()).isEqualTo(2);
                        assertThat(target.maxCapacity()).isEqualTo(12);
                    });
            await("two tasks run")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> service(ecs).runningCount() == 2);
            assertThat(service(ecs).deployments()).hasSize(1);
            assertThat(service(ecs).deployments().getFirst().id())
                    .isEqualTo(before.deployments().getFirst().id());

            ecs.updateService(
                    request -> request.cluster(CLUSTER).service(SERVICE).forceNewDeployment(true));

            assertThat(service(ecs).deployments()).hasSize(2);
            await("the deployment is complete")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> service(ecs).deployments().stream()
                            .map(Deployment::rolloutState)
                            .toList()
                            .equals(List.of(DeploymentRolloutState.COMPLETED)));
            var group = ShopRegion.targetGroupArn(sandbox.cloud().other());
            assertThat(elb.describeTargetHealth(request -> request.targetGroupArn(group))
                            .targetHealthDescriptions())
                    .filteredOn(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY)
                    .hasSize(2);
            var tasks = ecs.listTasks(request -> request.cluster(CLUSTER).serviceName(SERVICE))
                    .taskArns();
            assertThat(ecs.describeTasks(request -> request.cluster(CLUSTER).tasks(tasks))
                            .tasks())
                    .hasSize(2)
                    .allSatisfy(task -> assertThat(task.lastStatus()).isEqualTo("RUNNING"));
            assertThatThrownBy(() -> elb.describeTargetHealth(request -> request.targetGroupArn(
                            ShopRegion.targetGroupArn(sandbox.cloud().home()))))
                    .isInstanceOf(TargetGroupNotFoundException.class);
            assertThatThrownBy(() -> ecs.describeServices(
                            request -> request.cluster("none").services(SERVICE)))
                    .isInstanceOf(ClusterNotFoundException.class);
        }
    }

    private static Service service(EcsClient ecs) {
        return ecs.describeServices(request -> request.cluster(CLUSTER).services(SERVICE))
                .services()
                .getFirst();
    }
}
