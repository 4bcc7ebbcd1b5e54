package io.lifeboat.executor.action.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.network.Web;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code http.call}: one request, with the notification id as {@code Idempotency-Key}. POST and PATCH are not repeated when
 * their answer was lost: a person is asked.
 */
@ApplicationScoped
class HttpCall implements Action<HttpCall.Request> {

    private static final String SEND = "send";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** RFC 9110, 9.2.2. */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private final Web web;

    HttpCall(Web web) {
        this.web = web;
    }

    /** What is sent, and which status is expected. */
    record Request(String method, String url, Optional<JsonNode> body, int expectStatus) {}

    @Override
    public String name() {
        return "http.call";
    }

    @Override
    public Request read(Parameters with) {
        String method = with.text("method");
        if (!METHODS.contains(method)) {
            throw new InvalidParameterException("method", method + " is not known", "use one of " + METHODS);
        }
        return new Request(
                method,
                with.text("url"),
                with.json("body"),
                with.optionalCount("expectStatus").orElse(200));
    }

    @Override
    public Repeat repeat(Request parameters) {
        return IDEMPOTENT.contains(parameters.method()) ? Repeat.afterSeconds(1) : Repeat.never();
    }

    @Override
    public Observation observe(Assignment<Request> assignment, @Nullable Sent sent) {
        String what =
                assignment.parameters().method() + " " + assignment.parameters().url();
        if (sent != null && sent.answer() != null) {
            return Observation.done(
                    "%s answered %s".formatted(what, sent.answer().path("status")), sent.answer());
        }
        return Observation.notStarted(SEND, "send " + what);
    }

    @Override
    public JsonNode apply(Assignment<Request> assignment, Observation.NotStarted next, Permit permit) {
        Request request = assignment.parameters();
        Web.Answer answer = web.expect(
                request.expectStatus(),
                request.method(),
                request.url(),
                request.body().orElse(null),
                Map.of("Idempotency-Key", assignment.notificationId()),
                permit.callTimeout());
        return JsonNodeFactory.instance.objectNode().put("status", answer.status());
    }
}
