package io.lifeboat.executor.action.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.aws.StubAws.Answer;
import io.lifeboat.executor.action.aws.StubAws.Delivery;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.aws.AwsSettings;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers of AWS that begin and never end as they should: a connection that is reset after the headers, a body that breaks off,
 * and one that comes so slowly that it would take minutes.
 */
@Timeout(60)
class BrokenAnswersTest {

    /** Some two hundred bytes: a byte a second is more than three minutes. */
    private static final String APPLIED = "<FailoverGlobalClusterResponse><FailoverGlobalClusterResult>"
            + "<GlobalCluster><GlobalClusterIdentifier>shop</GlobalClusterIdentifier></GlobalCluster>"
            + "</FailoverGlobalClusterResult></FailoverGlobalClusterResponse>";

    private static final String SEEN = "<DescribeGlobalClustersResponse><DescribeGlobalClustersResult><GlobalClusters/>"
            + "</DescribeGlobalClustersResult></DescribeGlobalClustersResponse>";

    /** Longer than the test waits, so that nothing but a change's own limit ends it. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    private StubAws stub;
    private @Nullable AwsClients aws;

    @BeforeEach
    void start() {
        stub = new StubAws();
    }

    @AfterEach
    void stop() {
        if (aws != null) {
            aws.close();
        }
        stub.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void shouldSendAChangeOnceAndTakeItForOneThatMayHaveBeenMade(Delivery delivery) {
        stub.answer("FailoverGlobalCluster", Answer.ok(APPLIED).coming(delivery));
        AwsSession session = looking(NEVER);

        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class,
                () -> session.change(
                        Api.RDS,
                        "FailoverGlobalCluster",
                        Permit.lasting(Duration.ofSeconds(10), Duration.ofSeconds(1)),
                        limit -> session.rds().failoverGlobalCluster(request -> request.globalClusterIdentifier("shop")
                                .overrideConfiguration(limit))));

        assertThat(failed).isNotNull();
        assertThat(failed.maybeApplied()).isTrue();
        assertThat(stub.asked("FailoverGlobalCluster")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void shouldTakeALookThatBreaksOffForNoLook(Delivery delivery) {
        stub.answer("DescribeGlobalClusters", Answer.ok(SEEN).coming(delivery));
        AwsSession session = looking(Duration.ofSeconds(1));

        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class,
                () -> session.look(Api.RDS, "DescribeGlobalClusters", limit -> session.rds()
                        .describeGlobalClusters(request -> request.overrideConfiguration(limit))));

        assertThat(failed).isNotNull();
        assertThat(failed.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
    }

    private AwsSession looking(Duration most) {
        aws = new AwsClients(new Limits(most, Duration.ofMillis(500), Duration.ofSeconds(2)), FullBudgets.full());
        return aws.acting(null, "eu-central-1", "eu-central-1");
    }

    private record Limits(Duration lookTimeout, Duration failingRegionTimeout, Duration connectTimeout)
            implements AwsSettings {}
}
