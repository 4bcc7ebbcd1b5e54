package io.lifeboat.sandbox.endpoint;

import com.sun.net.httpserver.HttpExchange;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.account.Principal;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Region;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the SDK sent: scope, principal, parameters, body. */
final class RequestReader {

    /** Global services; their clients sign with whatever region they were given. */
    private static final Set<String> IN_US_EAST_1 = Set.of("route53", "iam");

    private final Cloud cloud;
    private final Accounts accounts;

    RequestReader(Cloud cloud, Accounts accounts) {
        this.cloud = cloud;
        this.accounts = accounts;
    }

    static Credential credential(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null) {
            throw new AwsError("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
        }
        return Credential.read(authorization)
                .orElseThrow(() -> new AwsError("IncompleteSignature", "the Authorization header has no scope", 400));
    }

    AwsRequest read(HttpExchange exchange, Credential credential) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        byte[] raw = exchange.getRequestBody().readAllBytes();
        byte[] body = AwsChunked.is(headers) ? AwsChunked.decode(raw) : raw;
        Map<String, String> parameters = new LinkedHashMap<>();
        readForm(exchange.getRequestURI().getRawQuery(), parameters);
        if (headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
            readForm(new String(body, StandardCharsets.UTF_8), parameters);
        }
        return new AwsRequest(
                credential.service(),
                region(credential),
                principal(credential, headers.get("x-amz-security-token")),
                "",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                parameters,
                headers,
                body);
    }

    private Region region(Credential credential) {
        String name = IN_US_EAST_1.contains(credential.service()) ? Cloud.US_EAST_1 : credential.region();
        Region region = cloud.region(name);
        if (region == null) {
            throw AwsError.badRequest("InvalidRegion", "the sandbox has no region " + name);
        }
        return region;
    }

    private Principal principal(Credential credential, @Nullable String token) {
        return accounts.find(credential.accessKeyId(), token)
                .orElseThrow(() -> new AwsError(
                        "InvalidClientTokenId", "The security token included in the request is invalid.", 403));
    }

    private static void readForm(@Nullable String form, Map<String, String> into) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            into.put(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }
}
