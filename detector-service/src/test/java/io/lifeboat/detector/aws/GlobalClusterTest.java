package io.lifeboat.detector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.aws.GlobalCluster.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.GlobalClusterMember;

class GlobalClusterTest {

    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1");

    @Test
    void shouldTellWriterAndSecondaryByTheirArns() {
        GlobalCluster cluster = GlobalCluster.of(List.of(
                member("arn:aws:rds:eu-west-1:111111111111:cluster:shop-west", true),
                member("arn:aws:rds:eu-central-1:111111111111:cluster:shop-central", false)));

        assertThat(cluster.writer()).contains("eu-west-1");
        assertThat(cluster.secondary(REGIONS)).contains(new Member("eu-central-1", "shop-central", false, null));
    }

    @Test
    void shouldKnowNoWriterWhenNobodyIsOneAndLeaveOutWhatIsNoArn() {
        GlobalCluster cluster = GlobalCluster.of(List.of(
                member("nonsense", true), member("arn:aws:rds:eu-west-1:111111111111:cluster:shop-west", false)));

        assertThat(cluster.writer()).isEmpty();
        assertThat(cluster.secondary(REGIONS)).map(Member::region).contains("eu-west-1");
    }

    private static GlobalClusterMember member(String arn, boolean writer) {
        return GlobalClusterMember.builder().dbClusterArn(arn).isWriter(writer).build();
    }
}
