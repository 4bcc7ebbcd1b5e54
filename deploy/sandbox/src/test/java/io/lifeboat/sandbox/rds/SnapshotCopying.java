package io.lifeboat.sandbox.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lifeboat.sandbox.CoreCloud;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import java.time.Duration;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterSnapshotStateException;
import software.amazon.awssdk.services.rds.model.RdsException;

/** How a snapshot is copied and deleted, as the unchanged SDK sees it; on a cloud that has one, which takes a while to come by. */
final class SnapshotCopying {

    private static final String COPY = "lifeboat-kept";

    private final CoreCloud core;
    private final RdsClient acting;

    SnapshotCopying(CoreCloud core, RdsClient acting) {
        this.core = core;
        this.acting = acting;
    }

    void shouldCopyOnceOverTimeAndOnlyForWhoMay() {
        DBClusterSnapshot source = acting.describeDBClusterSnapshots(request -> request.snapshotType("automated"))
                .dbClusterSnapshots()
                .getFirst();
        assertThatThrownBy(() -> copy(
                        core.client(RdsClient.builder(), Cloud.HOME, Accounts.READ.arn()),
                        source.dbClusterSnapshotIdentifier(),
                        COPY))
                .isInstanceOfSatisfying(RdsException.class, denied -> assertThat(
                                denied.awsErrorDetails().errorCode())
                        .isEqualTo("AccessDenied"));
        assertThatThrownBy(() -> copy(acting, "rds:none", COPY)).isInstanceOf(DbClusterSnapshotNotFoundException.class);
        assertThatThrownBy(() -> copy(acting, source.dbClusterSnapshotIdentifier(), "two--hyphens"))
                .isInstanceOf(RdsException.class);

        copy(acting, source.dbClusterSnapshotIdentifier(), COPY);

        assertThat(copied().status()).isEqualTo("creating");
        assertThat(copied().sourceDBClusterSnapshotArn()).isEqualTo(source.dbClusterSnapshotArn());
        assertThatThrownBy(() -> copy(acting, COPY, "copy-of-a-copy"))
                .isInstanceOf(InvalidDbClusterSnapshotStateException.class);
        assertThatThrownBy(() -> copy(acting, source.dbClusterSnapshotIdentifier(), COPY))
                .isInstanceOf(DbClusterSnapshotAlreadyExistsException.class);
        await("the copy").atMost(Duration.ofSeconds(60)).until(() -> copied().status()
                .equals("available"));
        assertThat(core.cloud().effects().of("rds:cluster-snapshot:" + COPY, "copy"))
                .isEqualTo(1);
    }

    /** Of the copy that {@link #shouldCopyOnceOverTimeAndOnlyForWhoMay()} left. */
    void shouldDeleteACopyForItsOwnerAndNothingOfAurorasOwn() {
        String automated = acting.describeDBClusterSnapshots(request -> request.snapshotType("automated"))
                .dbClusterSnapshots()
                .getFirst()
                .dbClusterSnapshotIdentifier();
        try (RdsClient owner = core.client(RdsClient.builder(), Cloud.HOME, Accounts.OWNER.arn())) {
            assertThatThrownBy(() -> delete(acting, COPY))
                    .isInstanceOfSatisfying(RdsException.class, denied -> assertThat(
                                    denied.awsErrorDetails().errorCode())
                            .isEqualTo("AccessDenied"));
            assertThatThrownBy(() -> delete(owner, automated))
                    .isInstanceOf(InvalidDbClusterSnapshotStateException.class);

            delete(owner, COPY);
        }

        assertThatThrownBy(this::copied).isInstanceOf(DbClusterSnapshotNotFoundException.class);
    }

    private static void delete(RdsClient client, String id) {
        client.deleteDBClusterSnapshot(request -> request.dbClusterSnapshotIdentifier(id));
    }

    private DBClusterSnapshot copied() {
        return acting.describeDBClusterSnapshots(request -> request.dbClusterSnapshotIdentifier(COPY))
                .dbClusterSnapshots()
                .getFirst();
    }

    private static void copy(RdsClient client, String source, String target) {
        client.copyDBClusterSnapshot(
                request -> request.sourceDBClusterSnapshotIdentifier(source).targetDBClusterSnapshotIdentifier(target));
    }
}
