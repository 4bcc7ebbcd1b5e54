package io.lifeboat.sandbox.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How each protocol writes an error. */
final class ErrorBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ErrorBody() {}

    static AwsResponse of(Protocol protocol, AwsError error, String requestId) {
        return switch (protocol) {
            case JSON -> json(error);
            case QUERY, REST_XML -> AwsResponse.xml(error.status(), nested(error, requestId));
            case S3 ->
                AwsResponse.xml(
                        error.status(),
                        Xml.element("Error")
                                .with("Code", error.code())
                                .with("Message", error.text())
                                .with("RequestId", requestId));
        };
    }

    private static AwsResponse json(AwsError error) {
        ObjectNode body = JSON.createObjectNode().put("__type", error.code()).put("message", error.text());
        return new AwsResponse(
                error.status(),
                Map.of("Content-Type", "application/x-amz-json-1.1", "x-amzn-ErrorType", error.code()),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Xml nested(AwsError error, String requestId) {
        Xml inner = Xml.element("Error")
                .with("Type", error.status() < 500 ? "Sender" : "Receiver")
                .with("Code", error.code())
                .with("Message", error.text());
        return Xml.element("ErrorResponse").add(inner).with("RequestId", requestId);
    }
}
