package io.lifeboat.executor.action.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.aws.StubAws.Answer;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is owed after a failover, against AWS's answers. */
class OwedActionsTest {

    private static final String OLD = "arn:aws:rds:eu-west-1:111111111111:cluster:shop-a";
    private static final String NEW = "arn:aws:rds:eu-central-1:111111111111:cluster:shop-b";
    private static final String FENCE =
            "{\"globalCluster\":\"shop\",\"ecs\":{\"cluster\":\"shop\",\"service\":\"api\"}}";
    private static final String SNAPSHOT =
            "{\"cluster\":{\"from\":\"" + OLD + "\",\"to\":\"" + NEW + "\"},\"since\":\"2026-03-01T12:00:00Z\"}";
    private static final String TASKS =
            "{\"services\":[{\"serviceName\":\"api\",\"status\":\"ACTIVE\",\"desiredCount\":3,\"runningCount\":3}]}";

    private StubAws stub;
    private AwsClients aws;

    @BeforeEach
    void start() {
        stub = new StubAws();
        stub.answer("AssumeRole", Answer.ok(ASSUMED));
        aws = new AwsClients(new Times(Duration.ofSeconds(30)), FullBudgets.full());
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void shouldLieInWaitWithoutAskingAnythingOfTheRegionThatServes() {
        stub.answer("DescribeServices", Answer.never());
        impatient();
        ArmedFence fence = fence();

        assertThat(fence.observe(assign(fence, FENCE), null)).isInstanceOf(Observation.NotSo.class);

        assertThat(stub.asked("DescribeGlobalClusters")).isEmpty();
    }

    @Test
    void shouldStopTheTasksOfARegionThatReturns() {
        stub.answer("DescribeServices", Answer.ok(TASKS));
        stub.answer("DescribeGlobalClusters", Answer.ok(writer(NEW)));
        stub.answer("UpdateService", Answer.ok("{\"service\":{}}"));
        ArmedFence fence = fence();
        Assignment<FenceParameters> assignment = assign(fence, FENCE);

        fence.apply(assignment, (Observation.NotStarted) fence.observe(assignment, null), Assigned.permit());

        assertThat(stub.asked("UpdateService")).singleElement().satisfies(asked -> {
            assertThat(asked.region()).isEqualTo("eu-west-1");
            assertThat(asked.body()).contains("\"desiredCount\":0");
        });
    }

    @Test
    void shouldNeverFenceTheRegionThatHasTheWriter() {
        stub.answer("DescribeServices", Answer.ok(TASKS));
        stub.answer("DescribeGlobalClusters", Answer.ok(writer(OLD)));
        ArmedFence fence = fence();

        assertThat(fence.observe(assign(fence, FENCE), null)).isInstanceOf(Observation.Contradiction.class);
    }

    @Test
    void shouldCopyInTheOldWritersRegionUnderTheExecutionsName() {
        stub.answer("DescribeDBClusterSnapshots", Answer.ok(snapshots()));
        stub.answer(
                "CopyDBClusterSnapshot",
                Answer.ok(
                        "<CopyDBClusterSnapshotResponse><CopyDBClusterSnapshotResult/></CopyDBClusterSnapshotResponse>"));
        KeepSnapshot keep = new KeepSnapshot(aws);
        Assignment<KeepSnapshot.Source> assignment = assign(keep, SNAPSHOT);

        keep.apply(assignment, (Observation.NotStarted) keep.observe(assignment, null), Assigned.permit());

        assertThat(stub.asked("CopyDBClusterSnapshot")).singleElement().satisfies(asked -> {
            assertThat(asked.region()).isEqualTo("eu-west-1");
            assertThat(asked.form())
                    .containsEntry("SourceDBClusterSnapshotIdentifier", "rds:unplanned-global-failover-shop-a-1")
                    .containsEntry("TargetDBClusterSnapshotIdentifier", "lifeboat-e-1-owed");
        });
        assertThat(stub.asked("AssumeRole")).allMatch(asked -> asked.region().equals("eu-west-1"));
    }

    @Test
    void shouldTakeATakenNameForACopyThatWasMade() {
        stub.answer("DescribeDBClusterSnapshots", Answer.ok(snapshots()));
        stub.answer("CopyDBClusterSnapshot", Answer.xmlError(400, "DBClusterSnapshotAlreadyExistsFault"));
        KeepSnapshot keep = new KeepSnapshot(aws);
        Assignment<KeepSnapshot.Source> assignment = assign(keep, SNAPSHOT);
        Observation.NotStarted due = (Observation.NotStarted) keep.observe(assignment, null);

        assertThat(keep.apply(assignment, due, Assigned.permit())).isNotNull();
    }

    @Test
    void shouldWaitForARegionThatDoesNotAnswerWithoutAnError() {
        stub.answer("DescribeDBClusterSnapshots", Answer.never());
        impatient();
        KeepSnapshot keep = new KeepSnapshot(aws);

        assertThat(keep.observe(assign(keep, SNAPSHOT), null)).isInstanceOf(Observation.NotSo.class);
    }

    @Test
    void shouldCallItProtectedOnceASecondMemberIsConnected() {
        RebuiltProtection protection = new RebuiltProtection(clusters());
        stub.answer("DescribeGlobalClusters", Answer.ok(writer(NEW).replace("connected", "pending-resync")));
        assertThat(protection.observe(assign(protection, FENCE), null)).isInstanceOf(Observation.NotSo.class);

        stub.answer("DescribeGlobalClusters", Answer.ok(writer(NEW)));

        assertThat(protection.observe(assign(protection, FENCE), null))
                .isInstanceOfSatisfying(Observation.Done.class, done -> assertThat(done.detail())
                        .contains(OLD, NEW));
    }

    /** For answers that never come. */
    private void impatient() {
        aws.close();
        aws = new AwsClients(new Times(Duration.ofMillis(500)), FullBudgets.full());
    }

    private ArmedFence fence() {
        return new ArmedFence(clusters(), new OldSide(aws, NoDatabase.oldWriter(new Times(Duration.ofSeconds(30)))));
    }

    private GlobalClusters clusters() {
        return new GlobalClusters(aws, NoDatabase.heartbeats());
    }

    private static <P> Assignment<P> assign(Action<P> action, String with) {
        return Assigned.to(action, Assigned.SHOP, with);
    }

    private static String writer(String writer) {
        String member =
                "<GlobalClusterMember><DBClusterArn>%s</DBClusterArn><IsWriter>%s</IsWriter><SynchronizationStatus>connected</SynchronizationStatus></GlobalClusterMember>";
        return "<DescribeGlobalClustersResponse><DescribeGlobalClustersResult><GlobalClusters><GlobalClusterMember>"
                + "<GlobalClusterIdentifier>shop</GlobalClusterIdentifier><Status>available</Status><GlobalClusterMembers>"
                + member.formatted(OLD, writer.equals(OLD))
                + member.formatted(NEW, writer.equals(NEW))
                + "</GlobalClusterMembers></GlobalClusterMember></GlobalClusters></DescribeGlobalClustersResult></DescribeGlobalClustersResponse>";
    }

    private static String snapshots() {
        String id = "rds:unplanned-global-failover-shop-a-1";
        return "<DescribeDBClusterSnapshotsResponse><DescribeDBClusterSnapshotsResult><DBClusterSnapshots><DBClusterSnapshot>"
                + "<DBClusterSnapshotIdentifier>" + id + "</DBClusterSnapshotIdentifier>"
                + "<DBClusterSnapshotArn>arn:" + id
                + "</DBClusterSnapshotArn><Status>available</Status><DBClusterIdentifier>shop-a</DBClusterIdentifier>"
                + "<SnapshotCreateTime>2026-03-01T12:10:00Z</SnapshotCreateTime>"
                + "</DBClusterSnapshot></DBClusterSnapshots></DescribeDBClusterSnapshotsResult></DescribeDBClusterSnapshotsResponse>";
    }

    private static final String ASSUMED =
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>a</AccessKeyId>"
                    + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                    + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";

    private record Times(Duration lookTimeout, Duration failingRegionTimeout, Duration connectTimeout)
            implements AwsSettings {

        Times(Duration failingRegionTimeout) {
            this(Duration.ofSeconds(30), failingRegionTimeout, Duration.ofSeconds(30));
        }
    }
}
