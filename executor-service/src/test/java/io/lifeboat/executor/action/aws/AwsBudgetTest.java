package io.lifeboat.executor.action.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.aws.StubAws.Answer;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.aws.AwsSettings;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.budget.BudgetSettings;
import io.lifeboat.executor.budget.Budgets;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets in front of the unchanged SDK. The RDS budget of these tests is one call, and the next in a quarter of an hour. */
class AwsBudgetTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private StubAws stub;
    private AwsClients aws;
    private AwsSession session;

    @BeforeEach
    void start() {
        stub = new StubAws();
        stub.answer("DescribeGlobalClusters", Answer.ok("<DescribeGlobalClustersResponse/>"));
        stub.answer("DescribeServices", Answer.ok("{\"services\":[]}"));
        aws = new AwsClients(new Times(), new Budgets(budget("rds", 0.001, 1), metrics));
        session = aws.looking(null, "eu-central-1", "eu-central-1");
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void shouldNotSendALookThatGetsNoTokenInTime() {
        describe(session);

        AwsSession impatient = aws.reaching(null, "read", "eu-central-1", "eu-central-1");
        CallFailedException unsent = catchThrowableOfType(CallFailedException.class, () -> describe(impatient));

        assertThat(unsent.errorClass()).isEqualTo(ErrorClass.THROTTLED);
        assertThat(unsent.detail()).contains("not sent", "rds in eu-central-1");
        assertThat(unsent.remedy()).contains("lifeboat.budget.api.rds.per-second");
        assertThat(stub.asked("DescribeGlobalClusters")).hasSize(1);
        assertThat(counted("lifeboat.aws.unsent")).isEqualTo(1);
        assertThat(counted("lifeboat.aws.waits")).isEqualTo(1);
    }

    @Test
    void shouldNotSendAChangeThatGetsNoTokenBeforeItsPermitEnds() {
        stub.answer("FailoverGlobalCluster", Answer.ok("<FailoverGlobalClusterResponse/>"));
        describe(session);

        CallFailedException unsent = catchThrowableOfType(
                CallFailedException.class,
                () -> session.change(
                        Api.RDS,
                        "FailoverGlobalCluster",
                        Permit.lasting(Duration.ofMillis(400), Duration.ofMillis(300)),
                        limit -> session.rds().failoverGlobalCluster(request -> request.overrideConfiguration(limit))));

        assertThat(unsent.errorClass()).isEqualTo(ErrorClass.THROTTLED);
        assertThat(unsent.maybeApplied()).isFalse();
        assertThat(stub.asked("FailoverGlobalCluster")).isEmpty();
    }

    @Test
    void shouldLetOtherApisAndRegionsThroughWhileOneWaits() {
        describe(session);

        session.look(Api.ECS, "DescribeServices", limit -> session.ecs()
                .describeServices(request -> request.services("api").overrideConfiguration(limit)));
        describe(aws.looking(null, "eu-west-1", "eu-central-1"));

        assertThat(stub.asked("DescribeServices")).hasSize(1);
        assertThat(stub.asked("DescribeGlobalClusters")).hasSize(2);
    }

    @Test
    void shouldCountWhatAwsThrottles() {
        stub.answer("DescribeGlobalClusters", Answer.xmlError(400, "Throttling"));

        assertThat(catchThrowableOfType(CallFailedException.class, () -> describe(session))
                        .errorClass())
                .isEqualTo(ErrorClass.THROTTLED);
        assertThat(counted("lifeboat.aws.throttles")).isEqualTo(1);
        assertThat(stub.asked("DescribeGlobalClusters"))
                .as("the SDK repeats nothing")
                .hasSize(1);
    }

    @Test
    void shouldNameTheSettingThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budgets(budget("rdz", 1, 1), metrics))
                .withMessageContaining("lifeboat.budget.api.rdz: there is no such API")
                .withMessageContaining("rds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budgets(budget("rds", 0, 1), metrics))
                .withMessageContaining("lifeboat.budget.api.rds")
                .withMessageContaining("more than 0");
    }

    private static void describe(AwsSession session) {
        session.look(Api.RDS, "DescribeGlobalClusters", limit -> session.rds()
                .describeGlobalClusters(request -> request.overrideConfiguration(limit)));
    }

    private double counted(String name) {
        return metrics.get(name)
                .tags("service", "rds", "region", "eu-central-1")
                .counter()
                .count();
    }

    private static BudgetSettings budget(String api, double perSecond, int burst) {
        return new Settings(1, Map.of(api, new Limit(OptionalDouble.of(perSecond), OptionalInt.of(burst))));
    }

    private record Settings(double share, Map<String, Limits> api) implements BudgetSettings {}

    private record Limit(OptionalDouble perSecond, OptionalInt burst) implements BudgetSettings.Limits {}

    private record Times(Duration lookTimeout, Duration failingRegionTimeout, Duration connectTimeout)
            implements AwsSettings {

        Times() {
            this(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(2));
        }
    }
}
