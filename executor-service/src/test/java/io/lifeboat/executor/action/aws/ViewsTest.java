package io.lifeboat.executor.action.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.EcsServiceView.Deployment;
import io.lifeboat.executor.action.aws.FenceView.Part;
import io.lifeboat.executor.action.aws.GlobalClusterView.Member;
import io.lifeboat.executor.action.aws.GlobalClusterView.Move;
import io.lifeboat.executor.action.aws.ScaleView.Capacity;
import io.lifeboat.executor.action.aws.ScaleView.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    @Nested
    class OfAGlobalCluster {

        private static final String OLD = "arn:aws:rds:eu-west-1:111111111111:cluster:shop-a";
        private static final String NEW = "arn:aws:rds:eu-central-1:111111111111:cluster:shop-b";

        @Test
        void shouldStartWhereTheOtherClusterIsTheWriter() {
            assertThat(view(OLD, null).towards(NEW, "call")).isInstanceOf(Observation.NotStarted.class);
        }

        @Test
        void shouldBeDoneWhereTheTargetIsTheWriter() {
            assertThat(view(NEW, null).towards(NEW, "call")).isInstanceOf(Observation.Done.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"pending", "failing-over", "switching-over", "cancelling", "something-new"})
        void shouldFollowAnyMoveToTheTargetWhateverItsStatusIsCalled(String status) {
            assertThat(view(OLD, new Move(status, NEW)).towards(NEW, "call"))
                    .isInstanceOf(Observation.InProgress.class);
        }

        @Test
        void shouldCallAMoveElsewhereAndAStrangerContradictions() {
            assertThat(view(NEW, new Move("failing-over", OLD)).towards(NEW, "call"))
                    .isInstanceOf(Observation.Contradiction.class);
            assertThat(view(OLD, null).towards(NEW + "-x", "call")).isInstanceOf(Observation.Contradiction.class);
        }

        private GlobalClusterView view(String writer, @Nullable Move move) {
            List<Member> members = List.of(
                    new Member(OLD, writer.equals(OLD), "connected"), new Member(NEW, writer.equals(NEW), "connected"));
            return new GlobalClusterView("shop", "available", members, move);
        }
    }

    @Nested
    class OfScaling {

        private static final Capacity THREE = new Capacity(3, 3);

        @Test
        void shouldRaiseTheLimitsFirstThenTheDesiredCount() {
            assertThat(view(1, 1, 1, new Limits(1, 2)).observe())
                    .isInstanceOfSatisfying(Observation.NotStarted.class, due -> {
                        assertThat(due.change()).isEqualTo(ScaleView.MINIMUM);
                        assertThat(due.memo().path("lowest").intValue()).isEqualTo(3);
                        assertThat(due.memo().path("highest").intValue()).isEqualTo(3);
                    });
            assertThat(view(1, 1, 1, new Limits(3, 10)).observe())
                    .isInstanceOfSatisfying(Observation.NotStarted.class, due -> assertThat(due.change())
                            .isEqualTo(ScaleView.DESIRED));
        }

        @Test
        void shouldNeverScaleDown() {
            assertThat(view(5, 5, 5, new Limits(4, 10)).observe()).isInstanceOf(Observation.Done.class);
        }

        @Test
        void shouldNotCallRunningTasksServing() {
            assertThat(view(3, 3, 1, new Limits(3, 10)).observe())
                    .isInstanceOfSatisfying(Observation.InProgress.class, progress -> assertThat(progress.enough())
                            .isNull());
            assertThat(view(3, 2, 2, new Limits(3, 10)).observe())
                    .isInstanceOfSatisfying(Observation.InProgress.class, progress -> assertThat(progress.enough())
                            .isNotNull()
                            .extracting(Observation.Done::extent)
                            .isEqualTo(Extent.DEGRADED));
        }

        private ScaleView view(int desired, int running, int healthy, Limits limits) {
            EcsServiceView service = new EcsServiceView(
                    desired, running, List.of(new Deployment("d", "PRIMARY", "COMPLETED", desired, running)), healthy);
            return new ScaleView(service, Optional.of(limits), THREE, 0.6);
        }
    }

    @Nested
    class OfARedeployment {

        @Test
        void shouldBeDoneOnlyWithANewDeploymentThatServes() {
            Set<String> before = Set.of("d1");

            assertThat(service(3, deployment("d1", "COMPLETED")).redeployedSince(before))
                    .isInstanceOf(Observation.NotStarted.class);
            assertThat(service(3, deployment("d1", "COMPLETED"), deployment("d2", "IN_PROGRESS"))
                            .redeployedSince(before))
                    .isInstanceOf(Observation.InProgress.class);
            assertThat(service(2, deployment("d2", "COMPLETED")).redeployedSince(before))
                    .isInstanceOf(Observation.InProgress.class);
            assertThat(service(3, deployment("d2", "COMPLETED")).redeployedSince(before))
                    .isInstanceOf(Observation.Done.class);
            assertThat(service(3, deployment("d2", "FAILED")).redeployedSince(before))
                    .isInstanceOf(Observation.Contradiction.class);
        }

        private EcsServiceView service(int healthy, Deployment... deployments) {
            return new EcsServiceView(3, 3, List.of(deployments), healthy);
        }

        private Deployment deployment(String id, String rollout) {
            return new Deployment(id, "PRIMARY", rollout, 3, 3);
        }
    }

    @Nested
    class OfAFence {

        @ParameterizedTest
        @EnumSource(Part.class)
        void shouldStopTasksThatRunWhateverTheDatabaseSays(Part writer) {
            assertThat(new FenceView(Part.OPEN, writer).observe()).isInstanceOf(Observation.NotStarted.class);
        }

        @Test
        void shouldBePendingWhereNothingAnswers() {
            assertThat(new FenceView(Part.UNREACHABLE, Part.UNREACHABLE).observe())
                    .isInstanceOfSatisfying(Observation.Done.class, done -> assertThat(done.extent())
                            .isEqualTo(Extent.PENDING));
        }

        @Test
        void shouldNotCallAWriterFencedThatAcceptsWrites() {
            assertThat(new FenceView(Part.UNREACHABLE, Part.OPEN).observe()).isInstanceOf(Observation.NotSo.class);
            assertThat(new FenceView(Part.UNREACHABLE, Part.CLOSED).observe())
                    .isInstanceOfSatisfying(Observation.Done.class, done -> assertThat(done.extent())
                            .isEqualTo(Extent.WHOLE));
        }

        @ParameterizedTest
        @EnumSource(Part.class)
        void shouldLieInWaitForTheTasksWhateverTheDatabaseSays(Part writer) {
            assertThat(new FenceView(Part.UNREACHABLE, writer).armed("eu-west-1", false))
                    .isInstanceOf(Observation.NotSo.class);
            assertThat(new FenceView(Part.OPEN, writer).armed("eu-west-1", false))
                    .isInstanceOf(Observation.NotStarted.class);
        }

        @Test
        void shouldNotTakeSilenceForAnAnswerWhereThePlanNamesNoTasks() {
            assertThat(new FenceView(Part.UNNAMED, Part.UNREACHABLE).armed("eu-west-1", false))
                    .isInstanceOf(Observation.NotSo.class);
            assertThat(new FenceView(Part.UNNAMED, Part.CLOSED).armed("eu-west-1", false))
                    .isInstanceOf(Observation.Done.class);
        }

        @Test
        void shouldSaySplitBrainWhereTheOldWriterAcceptedWrites() {
            Observation.NotStarted due =
                    (Observation.NotStarted) new FenceView(Part.OPEN, Part.OPEN).armed("eu-west-1", false);
            Sent sent = new Sent(due.change(), due.memo(), null);

            Observation closed =
                    new FenceView(Part.CLOSED, Part.CLOSED).armed("eu-west-1", FenceView.Evidence.openBefore(sent));

            assertThat(closed).isInstanceOfSatisfying(Observation.Done.class, done -> {
                assertThat(done.detail()).contains("SPLIT BRAIN");
                assertThat(done.evidence().path("oldWriterOpenOnReturn").asBoolean())
                        .isTrue();
            });
            assertThat(new FenceView(Part.CLOSED, Part.CLOSED)
                            .armed("eu-west-1", false)
                            .detail())
                    .doesNotContain("SPLIT BRAIN");
        }

        @ParameterizedTest
        @EnumSource(Part.class)
        void shouldRememberTheOldWritersOpenDoorHoweverOftenTheTasksAreStopped(Part writer) {
            Observation.NotStarted again =
                    (Observation.NotStarted) new FenceView(Part.OPEN, writer).armed("eu-west-1", true);

            assertThat(FenceView.Evidence.openBefore(new Sent(again.change(), again.memo(), null)))
                    .isTrue();
        }

        @Test
        void shouldNotSayThatAWriterAcceptedNothingWhileNobodySawIt() {
            assertThat(new FenceView(Part.CLOSED, Part.UNREACHABLE).armed("eu-west-1", false))
                    .isInstanceOf(Observation.NotSo.class);
        }
    }

    @Nested
    class OfSnapshots {

        private static final Instant FAILOVER = Instant.parse("2026-03-01T12:00:00Z");
        private static final String COPY = "lifeboat-e";

        @Test
        void shouldWaitUntilAuroraHasTakenIt() {
            assertThat(view().observe("shop-a", COPY, FAILOVER)).isInstanceOf(Observation.NotSo.class);
            assertThat(view(system("shop-a", FAILOVER, "creating")).observe("shop-a", COPY, FAILOVER))
                    .isInstanceOf(Observation.NotSo.class);
        }

        @Test
        void shouldCopyTheNewestOfThisDisasterAndCluster() {
            SnapshotsView.Entry ours = system("shop-a", FAILOVER.plusSeconds(600), "available");

            assertThat(view(
                                    system("shop-a", FAILOVER.minusSeconds(3600), "available"),
                                    ours,
                                    system("shop-a-2", FAILOVER.plusSeconds(900), "available"))
                            .observe("shop-a", COPY, FAILOVER))
                    .isInstanceOfSatisfying(Observation.NotStarted.class, due -> assertThat(
                                    due.memo().path("source").asText())
                            .isEqualTo(ours.id()));
        }

        @Test
        void shouldNotTakeAnOlderDisastersSnapshotForThisOnes() {
            assertThat(view(system("shop-a", FAILOVER.minusSeconds(3600), "available"))
                            .observe("shop-a", COPY, FAILOVER))
                    .isInstanceOf(Observation.NotSo.class);
        }

        @Test
        void shouldNotCopyWhatIsCopiedAlready() {
            SnapshotsView.Entry source = system("shop-a", FAILOVER, "available");

            assertThat(view(source, copy("someone-elses", source, "available")).observe("shop-a", COPY, FAILOVER))
                    .isInstanceOf(Observation.NotSo.class);
        }

        @Test
        void shouldBeDoneOnceTheCopyIsAvailable() {
            SnapshotsView.Entry source = system("shop-a", FAILOVER, "available");

            assertThat(view(source, copy(COPY, source, "creating")).observe("shop-a", COPY, FAILOVER))
                    .isInstanceOf(Observation.InProgress.class);
            assertThat(view(source, copy(COPY, source, "available")).observe("shop-a", COPY, FAILOVER))
                    .isInstanceOfSatisfying(Observation.Done.class, done -> assertThat(done.detail())
                            .contains("arn:" + COPY));
            assertThat(view(source, copy(COPY, source, "failed")).observe("shop-a", COPY, FAILOVER))
                    .isInstanceOf(Observation.Contradiction.class);
        }

        private SnapshotsView view(SnapshotsView.Entry... entries) {
            return new SnapshotsView(List.of(entries));
        }

        private SnapshotsView.Entry system(String cluster, Instant created, String status) {
            String id = "rds:unplanned-global-failover-" + cluster + "-" + created.getEpochSecond();
            return new SnapshotsView.Entry(id, "arn:" + id, cluster, status, created, null);
        }

        private SnapshotsView.Entry copy(String id, SnapshotsView.Entry source, String status) {
            return new SnapshotsView.Entry(id, "arn:" + id, source.cluster(), status, FAILOVER, source.arn());
        }
    }
}
