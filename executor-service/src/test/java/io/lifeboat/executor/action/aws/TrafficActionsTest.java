package io.lifeboat.executor.action.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Observation.NotStarted;
import io.lifeboat.executor.action.aws.StubAws.Answer;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSettings;
import io.lifeboat.executor.call.CallFailedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where it is said from where the application is served, against an endpoint with prepared answers. */
class TrafficActionsTest {

    private static final String HOME = "eu-west-1";
    private static final String OTHER = "eu-central-1";
    private static final String WITNESS = "eu-north-1";
    private static final String WITH = """
            {"bucket":{"from":"b-home","to":"b-other"},"witness":{"region":"eu-north-1","bucket":"b-witness"},"key":"k"}
            """;

    private StubAws stub;
    private AwsClients aws;

    @BeforeEach
    void start() {
        stub = new StubAws();
        aws = new AwsClients(new Times(), FullBudgets.full());
        nothingIsSaid("b-home");
        nothingIsSaid("b-other");
        nothingIsSaid("b-witness");
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void shouldSayItAtTheWitnessFirstAndThenInTheRegionGoneTo() {
        TrafficSwitch traffic = new TrafficSwitch(aws, new Statements(), null);
        Assignment<TrafficSwitch.Switch> assignment = assign(traffic, switching());

        NotStarted first = (NotStarted) traffic.observe(assignment, null);
        traffic.apply(assignment, first, Assigned.permit());
        NotStarted second = (NotStarted) traffic.observe(assignment, null);
        traffic.apply(assignment, second, Assigned.permit());

        assertThat(stub.asked("PUT /b-witness/k")).singleElement().satisfies(asked -> {
            assertThat(asked.region()).isEqualTo(WITNESS);
            assertThat(asked.body()).contains("\"servedFrom\":\"eu-central-1\"");
        });
        assertThat(stub.asked("PUT /b-other/k"))
                .singleElement()
                .extracting(StubAws.Asked::region)
                .isEqualTo(OTHER);
        assertThat(first.change()).isNotEqualTo(second.change());
        assertThat(stub.asked("GET /b-home/k"))
                .as("the region left is not asked")
                .isEmpty();
    }

    @Test
    void shouldReplaceWhatWasSaidOnTheWayBefore() {
        said("b-witness", "shop", HOME);
        said("b-other", "shop", HOME);
        TrafficSwitch traffic = new TrafficSwitch(aws, new Statements(), null);

        assertThat(traffic.observe(assign(traffic, switching()), null)).isInstanceOf(NotStarted.class);
    }

    @Test
    void shouldNotTouchWhatSpeaksOfAnotherApplication() {
        said("b-witness", "till", HOME);
        TrafficSwitch traffic = new TrafficSwitch(aws, new Statements(), null);
        Assignment<TrafficSwitch.Switch> assignment = assign(traffic, switching());

        CallFailedException refused =
                catchThrowableOfType(CallFailedException.class, () -> traffic.observe(assignment, null));

        assertThat(refused.errorClass()).isEqualTo(ErrorClass.INVALID_STATE);
        assertThat(refused.detail()).contains("'till'");
    }

    @Test
    void shouldPutRightWhatTheRegionLeftSays() {
        said("b-witness", "shop", OTHER);
        said("b-home", "shop", HOME);
        TrafficLatch latch = new TrafficLatch(aws, new Statements());
        Assignment<TrafficLatch.Latch> assignment = assign(latch, WITH);

        latch.apply(assignment, (NotStarted) latch.observe(assignment, null), Assigned.permit());

        assertThat(stub.asked("PUT /b-home/k")).singleElement().satisfies(asked -> {
            assertThat(asked.region()).isEqualTo(HOME);
            assertThat(asked.body()).contains("\"servedFrom\":\"eu-central-1\"");
        });
        assertThat(latch.observe(assignment, null)).isInstanceOf(Done.class);
    }

    @Test
    void shouldBePendingWhileTheRegionLeftDoesNotAnswer() {
        said("b-witness", "shop", OTHER);
        stub.answer("GET /b-home/k", Answer.never());
        TrafficLatch latch = new TrafficLatch(aws, new Statements());

        Observation seen = latch.observe(assign(latch, WITH), null);

        assertThat(seen).isInstanceOfSatisfying(Done.class, done -> assertThat(done.extent())
                .isEqualTo(Extent.PENDING));
    }

    @Test
    void shouldSayNothingOnceTheApplicationHasMovedOn() {
        said("b-witness", "shop", HOME);
        said("b-home", "shop", HOME);
        TrafficLatch late = new TrafficLatch(aws, new Statements());

        Observation seen = late.observe(assign(late, WITH), null);

        assertThat(seen).isInstanceOfSatisfying(Done.class, done -> assertThat(done.extent())
                .isEqualTo(Extent.WHOLE));
        assertThat(stub.asked("GET /b-home/k")).isEmpty();
    }

    private void nothingIsSaid(String bucket) {
        stub.answer("GET /" + bucket + "/k", Answer.xmlError(404, "NoSuchKey"));
        stub.answer("PUT /" + bucket + "/k", asked -> {
            said(bucket, "shop", asked.body().contains(OTHER) ? OTHER : HOME);
            return Answer.ok("");
        });
    }

    private void said(String bucket, String application, String region) {
        stub.answer(
                "GET /" + bucket + "/k",
                Answer.ok("{\"application\":\"%s\",\"servedFrom\":\"%s\"}".formatted(application, region)));
    }

    private static String switching() {
        return WITH.strip().replaceAll("}$", "")
                + ",\"by\":\"witness\",\"name\":\"www\",\"expect\":{\"from\":[\"192.0.2.1\"],\"to\":[\"192.0.2.2\"]}}";
    }

    private static <P> Assignment<P> assign(Action<P> action, String with) {
        return Assigned.to(action, null, with);
    }

    private record Times(Duration lookTimeout, Duration failingRegionTimeout, Duration connectTimeout)
            implements AwsSettings {

        Times() {
            this(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(2));
        }
    }
}
