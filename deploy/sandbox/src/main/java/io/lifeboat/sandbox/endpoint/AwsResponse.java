package io.lifeboat.sandbox.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * What a service answers.
 *
 * @param headers besides the request id, which the endpoint adds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; it goes over the wire as it is
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** JSON 1.1: any object Jackson can write. */
    public static AwsResponse json(Object value) {
        try {
            return new AwsResponse(
                    200, Map.of("Content-Type", "application/x-amz-json-1.1"), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }

    /** A REST-XML document; {@code root} is the whole document's element. */
    public static AwsResponse xml(int status, Xml root) {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root;
        return new AwsResponse(status, Map.of("Content-Type", "text/xml"), document.getBytes(StandardCharsets.UTF_8));
    }

    /** A Query answer: the result wrapped as {@code <OpResponse><OpResult>...}. */
    public static AwsResponse query(AwsRequest request, String namespace, Xml... result) {
        Xml root = Xml.element(request.operation() + "Response")
                .attribute("xmlns", namespace)
                .add(Xml.element(request.operation() + "Result").add(result))
                .add(Xml.element("ResponseMetadata").add(Xml.text("RequestId", UUID.randomUUID())));
        return xml(200, root);
    }

    /** Nothing but a status. */
    public static AwsResponse empty(int status, Map<String, String> headers) {
        return new AwsResponse(status, headers, new byte[0]);
    }
}
