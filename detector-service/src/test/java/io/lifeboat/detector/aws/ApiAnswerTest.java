package io.lifeboat.detector.aws;

import static io.lifeboat.detector.aws.ApiAnswer.Kind.FAILED;
import static io.lifeboat.detector.aws.ApiAnswer.Kind.THROTTLED;
import static io.lifeboat.detector.aws.ApiAnswer.Kind.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rds.model.RdsException;

class ApiAnswerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void shouldTellAnApiThatFailsFromACallerThatMayNotAsk(
            String what, Throwable failure, ApiAnswer.Kind kind, String reason) {
        ApiAnswer answer = ApiAnswer.failed("rds:DescribeDBClusters in eu-west-1", failure);

        assertThat(answer.kind()).as(what).isEqualTo(kind);
        assertThat(answer.reason())
                .startsWith("rds:DescribeDBClusters in eu-west-1")
                .contains(reason);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("nothing in time", new TimeoutException(), FAILED, "no answer in time"),
                Arguments.of(
                        "the SDK's own limit", ApiCallTimeoutException.create(10_000), FAILED, "no answer in time"),
                Arguments.of(
                        "nobody there",
                        new CompletionException(SdkClientException.create(
                                "Unable to execute HTTP request", new ConnectException("Connection refused"))),
                        FAILED,
                        "not reached: Connection refused"),
                Arguments.of(
                        "it says that it fails", said(503, "ServiceUnavailable"), FAILED, "503 ServiceUnavailable"),
                Arguments.of("too often", said(400, "Throttling"), THROTTLED, "throttled"),
                Arguments.of("not allowed", said(403, "AccessDenied"), UNCLEAR, "read role"),
                Arguments.of(
                        "no credentials",
                        SdkClientException.create("Unable to load credentials"),
                        UNCLEAR,
                        "could not be asked"));
    }

    private static Throwable said(int status, String code) {
        return RdsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
