package io.lifeboat.executor.action.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.StubAws.Answer;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.aws.AwsSettings;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.call.PermitExpiredException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The actions through the unchanged SDK, against an endpoint with prepared answers. */
class AwsActionsTest {

    private static final String OLD = "arn:aws:rds:eu-west-1:111111111111:cluster:shop-a";
    private static final String NEW = "arn:aws:rds:eu-central-1:111111111111:cluster:shop-b";
    private static final String AURORA =
            "{\"globalCluster\":\"shop\",\"cluster\":{\"from\":\"%s\",\"to\":\"%s\"}}".formatted(OLD, NEW);
    private static final String REDEPLOY = """
            {"cluster":"shop","service":"api","targetGroup":{"from":"arn:tg-a","to":"arn:tg-b"}}
            """;

    private StubAws stub;
    private AwsClients aws;

    @BeforeEach
    void start() {
        stub = new StubAws();
        stub.answer("AssumeRole", Answer.ok(ASSUMED));
        stub.answer("DescribeDBClusters", Answer.ok(CLUSTERS));
        aws = new AwsClients(new Times(), FullBudgets.full());
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void shouldFailOverInTheTargetsRegionWithDataLossAllowed() {
        // Given
        AtomicBoolean moved = new AtomicBoolean();
        stub.answer("DescribeGlobalClusters", ignored -> Answer.ok(globalCluster(moved.get() ? NEW : OLD, null)));
        stub.answer("FailoverGlobalCluster", ignored -> {
            moved.set(true);
            return Answer.ok(
                    "<FailoverGlobalClusterResponse><FailoverGlobalClusterResult/></FailoverGlobalClusterResponse>");
        });
        AuroraFailover failover = new AuroraFailover(aws, clusters());
        Assignment<AuroraParameters> assignment = assign(failover, AURORA);

        // When
        Observation.NotStarted due = (Observation.NotStarted) failover.observe(assignment, null);
        failover.check(assignment);
        failover.apply(assignment, due, Assigned.permit());

        // Then
        assertThat(stub.asked("FailoverGlobalCluster")).singleElement().satisfies(asked -> {
            assertThat(asked.region()).isEqualTo("eu-central-1");
            assertThat(asked.form())
                    .containsEntry("AllowDataLoss", "true")
                    .containsEntry("TargetDbClusterIdentifier", NEW)
                    .doesNotContainKey("Switchover");
        });
        assertThat(stub.asked("AssumeRole")).allMatch(asked -> asked.region().equals("eu-central-1"));
        assertThat(failover.observe(assignment, null)).isInstanceOf(Observation.Done.class);
    }

    @Test
    void shouldSwitchOverInTheCurrentPrimarysRegion() {
        stub.answer("DescribeGlobalClusters", Answer.ok(globalCluster(OLD, null)));
        stub.answer(
                "SwitchoverGlobalCluster",
                Answer.ok(
                        "<SwitchoverGlobalClusterResponse><SwitchoverGlobalClusterResult/></SwitchoverGlobalClusterResponse>"));
        AuroraSwitchover switchover = new AuroraSwitchover(aws, clusters());
        Assignment<AuroraParameters> assignment = assign(switchover, AURORA);

        switchover.check(assignment);
        switchover.apply(assignment, (Observation.NotStarted) switchover.observe(assignment, null), Assigned.permit());

        assertThat(stub.asked("SwitchoverGlobalCluster"))
                .singleElement()
                .extracting(StubAws.Asked::region)
                .isEqualTo("eu-west-1");
    }

    @Test
    void shouldSendAnIrreversibleCallOnceAndSayThatItsAnswerWasLost() {
        stub.answer("DescribeGlobalClusters", Answer.ok(globalCluster(OLD, null)));
        stub.answer("FailoverGlobalCluster", Answer.never());
        AuroraFailover failover = new AuroraFailover(aws, clusters());
        Assignment<AuroraParameters> assignment = assign(failover, AURORA);
        Observation.NotStarted due = (Observation.NotStarted) failover.observe(assignment, null);

        CallFailedException lost = catchThrowableOfType(
                CallFailedException.class,
                () -> failover.apply(assignment, due, Permit.lasting(Duration.ofSeconds(5), Duration.ofMillis(400))));

        assertThat(lost.maybeApplied()).isTrue();
        assertThat(stub.asked("FailoverGlobalCluster")).hasSize(1);
    }

    @Test
    void shouldNotSendACallWhosePermitEndedWhileTheProcessStoodStill() {
        stub.answer("FailoverGlobalCluster", Answer.ok(""));
        AwsSession session = aws.acting(null, "eu-central-1", "eu-central-1");
        Permit permit = Permit.lasting(Duration.ofMillis(700), Duration.ofSeconds(5));

        assertThatExceptionOfType(PermitExpiredException.class)
                .isThrownBy(() -> session.change(Api.RDS, "FailoverGlobalCluster", permit, limit -> {
                    await("the process goes on, too late")
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> catchThrowable(permit::callTimeout) != null);
                    return session.rds().failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                            .overrideConfiguration(limit));
                }));
        assertThat(stub.asked("FailoverGlobalCluster")).isEmpty();
    }

    @Test
    void shouldTellARefusalFromALostAnswer() {
        stub.answer("DescribeGlobalClusters", Answer.ok(globalCluster(OLD, null)));
        AuroraFailover failover = new AuroraFailover(aws, clusters());

        assertThat(failure(failover, Answer.xmlError(400, "Throttling")))
                .returns(ErrorClass.THROTTLED, CallFailedException::errorClass)
                .returns(false, CallFailedException::maybeApplied);
        assertThat(failure(failover, Answer.xmlError(403, "AccessDenied")))
                .returns(ErrorClass.ACCESS_DENIED, CallFailedException::errorClass)
                .returns(false, CallFailedException::maybeApplied);
        assertThat(failure(failover, Answer.xmlError(400, "InvalidGlobalClusterStateFault")))
                .returns(ErrorClass.INVALID_STATE, CallFailedException::errorClass)
                .returns(false, CallFailedException::maybeApplied);
        assertThat(failure(failover, Answer.xmlError(503, "ServiceUnavailable")))
                .returns(ErrorClass.TRANSIENT, CallFailedException::errorClass)
                .returns(true, CallFailedException::maybeApplied);
    }

    @Test
    void shouldNotTakeRefusedCredentialsForALostAnswer() {
        stub.answer("DescribeGlobalClusters", Answer.ok(globalCluster(OLD, null)));
        AuroraFailover failover = new AuroraFailover(aws, clusters());
        Assignment<AuroraParameters> assignment = assign(failover, AURORA);
        Observation.NotStarted due = (Observation.NotStarted) failover.observe(assignment, null);
        stub.answer("AssumeRole", Answer.xmlError(403, "AccessDenied"));

        CallFailedException denied = catchThrowableOfType(
                CallFailedException.class, () -> failover.apply(assignment, due, Assigned.permit()));

        assertThat(denied.errorClass()).isEqualTo(ErrorClass.ACCESS_DENIED);
        assertThat(denied.maybeApplied()).isFalse();
        assertThat(stub.asked("FailoverGlobalCluster")).isEmpty();
    }

    @Test
    void shouldRefuseAHeadlessTarget() {
        stub.answer(
                "DescribeDBClusters", Answer.ok(CLUSTERS.replaceAll("<DBClusterMembers>.*</DBClusterMembers>", "")));
        AuroraFailover failover = new AuroraFailover(aws, clusters());
        Assignment<AuroraParameters> assignment = assign(failover, AURORA);

        CallFailedException headless =
                catchThrowableOfType(CallFailedException.class, () -> failover.check(assignment));

        assertThat(headless.errorClass()).isEqualTo(ErrorClass.INVALID_STATE);
        assertThat(headless.detail()).contains("no DB instance");
    }

    @Test
    void shouldRefuseATargetThatHasNotJoinedAgain() {
        stub.answer(
                "DescribeGlobalClusters",
                Answer.ok(globalCluster(OLD, null)
                        .replace(
                                "<DBClusterArn>" + NEW,
                                "<SynchronizationStatus>pending-resync</SynchronizationStatus><DBClusterArn>" + NEW)));
        AuroraFailover failover = new AuroraFailover(aws, clusters());
        Assignment<AuroraParameters> assignment = assign(failover, AURORA);

        CallFailedException stale = catchThrowableOfType(CallFailedException.class, () -> failover.check(assignment));

        assertThat(stale.errorClass()).isEqualTo(ErrorClass.INVALID_STATE);
        assertThat(stale.detail()).contains("shop-b").contains("pending-resync");
    }

    @Test
    void shouldRedeployAndRecogniseItsOwnDeployment() {
        // Given
        stub.answer("DescribeTargetHealth", Answer.ok(HEALTHY));
        stub.answer("DescribeServices", Answer.ok(service("d1")));
        stub.answer("UpdateService", ignored -> {
            stub.answer("DescribeServices", Answer.ok(service("d2")));
            return Answer.ok("{\"service\":{}}");
        });
        EcsRedeploy redeploy = new EcsRedeploy(aws);
        Assignment<EcsRedeploy.Redeploy> assignment = assign(redeploy, REDEPLOY);

        // When
        Observation.NotStarted due = (Observation.NotStarted) redeploy.observe(assignment, null);
        JsonNode answer = redeploy.apply(assignment, due, Assigned.permit());

        // Then
        assertThat(stub.asked("UpdateService"))
                .singleElement()
                .extracting(StubAws.Asked::body)
                .asString()
                .contains("\"forceNewDeployment\":true")
                .doesNotContain("desiredCount");
        assertThat(redeploy.observe(assignment, new Sent(due.change(), due.memo(), answer)))
                .isInstanceOf(Observation.Done.class);
        assertThat(redeploy.observe(assignment, new Sent(due.change(), due.memo(), null)))
                .as("the answer was lost, the deployment is seen all the same")
                .isInstanceOf(Observation.Done.class);
    }

    @Test
    void shouldNameTheParameterThatIsWrong() {
        AuroraFailover failover = new AuroraFailover(aws, clusters());

        assertThat(catchThrowableOfType(
                        InvalidParameterException.class, () -> assign(failover, "{\"globalCluster\":\"shop\"}")))
                .hasMessageStartingWith("with/cluster: is missing");
        assertThat(catchThrowableOfType(
                        InvalidParameterException.class,
                        () -> assign(failover, "{\"globalCluster\":\"shop\",\"cluster\":{\"to\":\"shop-b\"}}")))
                .hasMessageStartingWith("with/cluster/to: shop-b is not the ARN of a cluster");
    }

    private CallFailedException failure(AuroraFailover failover, Answer answer) {
        stub.answer("FailoverGlobalCluster", answer);
        Assignment<AuroraParameters> assignment = assign(failover, AURORA);
        Observation.NotStarted due = (Observation.NotStarted) failover.observe(assignment, null);
        return catchThrowableOfType(
                CallFailedException.class, () -> failover.apply(assignment, due, Assigned.permit()));
    }

    private GlobalClusters clusters() {
        return new GlobalClusters(aws, NoDatabase.heartbeats());
    }

    private static <P> Assignment<P> assign(Action<P> action, String with) {
        return Assigned.to(action, Assigned.SHOP, with);
    }

    private static String globalCluster(String writer, @Nullable String failover) {
        String members =
                "<GlobalClusterMember><DBClusterArn>%s</DBClusterArn><IsWriter>%s</IsWriter></GlobalClusterMember>";
        return "<DescribeGlobalClustersResponse><DescribeGlobalClustersResult><GlobalClusters><GlobalClusterMember>"
                + "<GlobalClusterIdentifier>shop</GlobalClusterIdentifier><Status>available</Status><GlobalClusterMembers>"
                + members.formatted(OLD, writer.equals(OLD))
                + members.formatted(NEW, writer.equals(NEW))
                + "</GlobalClusterMembers>"
                + (failover == null ? "" : "<FailoverState><Status>" + failover + "</Status></FailoverState>")
                + "</GlobalClusterMember></GlobalClusters></DescribeGlobalClustersResult></DescribeGlobalClustersResponse>";
    }

    private static String service(String deployment) {
        return """
        {"services":[{"serviceName":"api","status":"ACTIVE","desiredCount":1,"runningCount":1,"deployments":[
          {"id":"%s","status":"PRIMARY","rolloutState":"COMPLETED","desiredCount":1,"runningCount":1}]}]}
        """.formatted(deployment);
    }

    private static final String HEALTHY =
            "<DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions><member>"
                    + "<TargetHealth><State>healthy</State></TargetHealth></member></TargetHealthDescriptions>"
                    + "</DescribeTargetHealthResult></DescribeTargetHealthResponse>";
    private static final String CLUSTERS =
            "<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters><DBCluster><Status>available</Status>"
                    + "<DBClusterMembers><DBClusterMember><DBInstanceIdentifier>one</DBInstanceIdentifier></DBClusterMember>"
                    + "</DBClusterMembers></DBCluster></DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>";
    private static final String ASSUMED =
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>a</AccessKeyId>"
                    + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                    + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";

    private record Times(Duration lookTimeout, Duration failingRegionTimeout, Duration connectTimeout)
            implements AwsSettings {

        Times() {
            this(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(2));
        }
    }
}
