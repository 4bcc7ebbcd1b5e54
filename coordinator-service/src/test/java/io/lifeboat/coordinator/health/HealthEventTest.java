package io.lifeboat.coordinator.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.chassis.problem.Problem;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.envelope.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthEventTest {

    static final String EVENT = """
            { "version": "0", "id": "7bf73129-1428-4cd3-a780-95db273d1602", "detail-type": "AWS Health Event",
              "source": "aws.health", "account": "111111111111", "time": "2026-11-22T10:00:00Z", "region": "us-east-1",
              "resources": [],
              "detail": {
                "eventArn": "arn:aws:health:eu-west-1::event/EC2/AWS_EC2_OPERATIONAL_ISSUE/1",
                "service": "EC2", "eventTypeCode": "AWS_EC2_OPERATIONAL_ISSUE", "eventTypeCategory": "issue",
                "eventScopeCode": "PUBLIC", "communicationId": "1", "startTime": "Sun, 22 Nov 2026 09:50:00 GMT",
                "lastUpdatedTime": "Sun, 22 Nov 2026 09:58:00 GMT", "statusCode": "open", "eventRegion": "eu-west-1",
                "eventDescription": [ { "language": "en_US", "latestDescription": "Increased error rates" } ],
                "page": "1", "totalPages": "1" } }
            """;

    @Test
    void shouldReadWhatEventBridgeSendsWithTheRegionItIsAbout() throws Exception {
        HealthEvent event = HealthEvent.read(json(EVENT));

        assertThat(event)
                .isEqualTo(new HealthEvent(
                        "arn:aws:health:eu-west-1::event/EC2/AWS_EC2_OPERATIONAL_ISSUE/1",
                        "eu-west-1",
                        "EC2",
                        "AWS_EC2_OPERATIONAL_ISSUE",
                        "PUBLIC",
                        "issue",
                        "open",
                        Instant.parse("2026-11-22T09:58:00Z")));
        assertThat(event.countsForNothing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eventScopeCode, ACCOUNT_SPECIFIC, only PUBLIC",
        "eventTypeCategory, scheduledChange, no issue",
        "statusCode, closed, not open",
        "statusCode, upcoming, not open"
    })
    void shouldCountOnlyPublicIssuesThatAreOpen(String field, String value, String why) throws Exception {
        ObjectNode event = json(EVENT);
        ((ObjectNode) event.get("detail")).put(field, value);

        assertThat(HealthEvent.read(event).countsForNothing())
                .hasValueSatisfying(said -> assertThat(said).contains(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventArn", "service", "eventTypeCode", "eventScopeCode", "statusCode", "eventRegion"})
    void shouldNameTheFieldThatIsMissing(String field) throws Exception {
        ObjectNode event = json(EVENT);
        ((ObjectNode) event.get("detail")).remove(field);

        Problem problem = refused(event);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.field()).isEqualTo("/detail/" + field);
        assertThat(problem.remedy()).contains("EventBridge rule");
    }

    @Test
    void shouldRefuseEventsOfOtherKinds() throws Exception {
        assertThat(refused(json(EVENT).put("detail-type", "AWS Health Abuse Event"))
                        .status())
                .isEqualTo(422);
        assertThat(refused(json(EVENT).put("source", "aws.ec2")).field()).isEqualTo("/source");
        assertThat(refused(Json.mapper().createArrayNode()).status()).isEqualTo(400);
        assertThat(refused(null).status()).isEqualTo(400);
    }

    @Test
    void shouldReadATimeInEitherFormAndDoWithoutOne() throws Exception {
        ObjectNode event = json(EVENT);
        ObjectNode detail = (ObjectNode) event.get("detail");

        detail.put("lastUpdatedTime", "2026-11-22T09:58:00Z");
        assertThat(HealthEvent.read(event).updatedAt()).isEqualTo(Instant.parse("2026-11-22T09:58:00Z"));
        detail.put("lastUpdatedTime", "lately");
        assertThat(HealthEvent.read(event).updatedAt()).isNull();
        detail.remove("lastUpdatedTime");
        assertThat(HealthEvent.read(event).updatedAt()).isNull();
    }

    private static Problem refused(JsonNode event) {
        return catchThrowableOfType(ProblemException.class, () -> HealthEvent.read(event))
                .problem();
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) Json.mapper().readTree(text);
    }
}
