package io.lifeboat.executor.action.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.network.Web;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code http.smoke}: uses the application in the region gone to before any customer does: requests one after another, or
 * an order that is placed and read back. Tried until all of it succeeds or the budget is spent.
 */
@ApplicationScoped
class HttpSmoke implements Action<HttpSmoke.Smoke> {

    private static final String TRY = "try";

    private final Web web;

    HttpSmoke(Web web) {
        this.web = web;
    }

    /** What is tried: an order, or these requests. */
    record Smoke(String url, boolean order, List<Request> requests) {}

    /** One request. */
    record Request(
            String method, String path, Optional<JsonNode> body, int expectStatus, Optional<String> expectBody) {}

    @Override
    public String name() {
        return "http.smoke";
    }

    @Override
    public Smoke read(Parameters with) {
        List<Request> requests = new ArrayList<>();
        for (Parameters step : with.parts("steps")) {
            requests.add(new Request(
                    step.optionalText("method").orElse("GET"),
                    step.text("path"),
                    step.json("body"),
                    step.optionalCount("expectStatus").orElse(200),
                    step.optionalText("expectBody")));
        }
        boolean order = with.flag("order");
        if (!order && requests.isEmpty()) {
            throw new InvalidParameterException("steps", "are missing", "give steps, or order: true");
        }
        return new Smoke(with.text("url"), order, List.copyOf(requests));
    }

    @Override
    public Repeat repeat(Smoke parameters) {
        return Repeat.afterSeconds(1);
    }

    @Override
    public Observation observe(Assignment<Smoke> assignment, @Nullable Sent sent) {
        String url = assignment.parameters().url();
        if (sent != null && sent.answer() != null) {
            return Observation.done(
                    url + " works: " + sent.answer().path("summary").asText(), sent.answer());
        }
        return Observation.notStarted(TRY, "try " + url);
    }

    @Override
    public JsonNode apply(Assignment<Smoke> assignment, Observation.NotStarted next, Permit permit) {
        Smoke smoke = assignment.parameters();
        try {
            return smoke.order() ? order(assignment, permit) : requests(smoke, permit);
        } catch (CallFailedException e) {
            // Placed or not, the next try places the same order again.
            throw e.whenLooking();
        }
    }

    private JsonNode requests(Smoke smoke, Permit permit) {
        for (Request request : smoke.requests()) {
            String url = smoke.url() + request.path();
            Web.Answer answer = web.expect(
                    request.expectStatus(),
                    request.method(),
                    url,
                    request.body().orElse(null),
                    Map.of(),
                    permit.callTimeout());
            if (request.expectBody().isPresent()
                    && !answer.body().contains(request.expectBody().get())) {
                throw notSo("%s does not answer with %s"
                        .formatted(url, request.expectBody().get()));
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("summary", smoke.requests().size() + " requests answered as expected");
    }

    private JsonNode order(Assignment<Smoke> assignment, Permit permit) {
        String orders = assignment.parameters().url() + "/orders";
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", idOf(assignment).toString())
                .put("customer", "lifeboat")
                .put("item", "smoke test " + assignment.notificationId())
                .put("quantity", 1);
        Web.Answer placed = web.send("POST", orders, body, Map.of(), permit.callTimeout());
        if (placed.status() != 200 && placed.status() != 201) {
            throw Web.unexpected("POST " + orders, 201, placed);
        }
        String id = OrderId.in(placed)
                .orElseThrow(() -> notSo("the answer to POST %s names no order: %s".formatted(orders, placed.body())));
        web.expect(200, "GET", orders + "/" + id, null, Map.of(), permit.callTimeout());
        return JsonNodeFactory.instance
                .objectNode()
                .put("order", id)
                .put("summary", "order " + id + " was placed and read back");
    }

    /** The same for each try of an attempt, so that a shop that knows its orders by id takes one. */
    private static UUID idOf(Assignment<Smoke> assignment) {
        return UUID.nameUUIDFromBytes(assignment.command().commandId().getBytes(StandardCharsets.UTF_8));
    }

    private static CallFailedException notSo(String detail) {
        return CallFailedException.rejected(ErrorClass.NOT_SO, detail, "look at the application in that region", null);
    }
}
