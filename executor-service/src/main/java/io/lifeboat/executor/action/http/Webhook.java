package io.lifeboat.executor.action.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.network.Web;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;

/** Tells a URL something, at least once under one notification id. */
@ApplicationScoped
public class Webhook {

    private final Web web;

    Webhook(Web web) {
        this.web = web;
    }

    /**
     * Sends {@code {notificationId, kind, text, application, incidentId, executionId, mode, from, to}}; the id is also the
     * header {@code Idempotency-Key}, so that a receiver can drop what it has already seen.
     *
     * @throws CallFailedException when any status but a 2xx comes; never ambiguous, since telling twice does no harm
     */
    public void tell(String url, Assignment<?> assignment, String kind, String text, Permit permit) {
        RunStep command = assignment.command();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("notificationId", assignment.notificationId())
                .put("kind", kind)
                .put("text", text)
                .put("application", command.application())
                .put("incidentId", command.incidentId())
                .put("executionId", command.executionId())
                .put("mode", command.mode().name().toLowerCase(Locale.ROOT))
                .put("from", assignment.from())
                .put("to", assignment.to());
        try {
            Web.Answer answer = web.send(
                    "POST", url, body, Map.of("Idempotency-Key", assignment.notificationId()), permit.callTimeout());
            if (answer.status() < 200 || answer.status() > 299) {
                throw Web.unexpected("POST " + url, 200, answer);
            }
        } catch (CallFailedException e) {
            throw e.whenLooking();
        }
    }
}
