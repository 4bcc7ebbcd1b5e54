package io.lifeboat.sandbox.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lifeboat.sandbox.account.Principal;
import io.lifeboat.sandbox.cloud.Region;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to one service.
 *
 * @param service the signing name
 * @param region from the signature's scope; us-east-1 for Route 53 and IAM
 * @param operation such as {@code DescribeGlobalClusters}; empty while it is being found out
 * @param method of HTTP
 * @param path as sent, without the query, percent-encoded
 * @param parameters of the query string and of a form body, decoded
 * @param headers by lower-case name
 * @param body decoded where it came aws-chunked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; it goes over the wire as it is
public record AwsRequest(
        String service,
        Region region,
        Principal principal,
        String operation,
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> headers,
        byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String account() {
        return principal.account();
    }

    public Optional<String> header(String name, boolean required) {
        Optional<String> value = Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        if (required && value.isEmpty()) {
            throw AwsError.badRequest("MissingHeader", "the header " + name + " is missing");
        }
        return value;
    }

    /** A header that must be there. */
    public String header(String name) {
        return header(name, true).orElseThrow();
    }

    /** A parameter that must be there. */
    public String parameter(String name) {
        return find(name)
                .orElseThrow(() ->
                        AwsError.badRequest("MissingParameter", "The request must contain the parameter " + name));
    }

    /** A parameter that may be there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** A Query list: {@code list("Names.member")} reads {@code Names.member.1}, {@code Names.member.2} ... */
    public List<String> list(String prefix) {
        List<String> values = new ArrayList<>();
        for (int i = 1; parameters.containsKey(prefix + "." + i); i++) {
            values.add(parameters.get(prefix + "." + i));
        }
        return values;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
        } catch (JsonProcessingException e) {
            throw AwsError.badRequest("SerializationException", "the body is not JSON: " + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    AwsRequest withOperation(String name) {
        return new AwsRequest(service, region, principal, name, method, path, parameters, headers, body);
    }
}
