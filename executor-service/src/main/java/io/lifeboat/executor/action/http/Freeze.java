package io.lifeboat.executor.action.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code freeze}: tells deploys, infrastructure code and GitOps to stand still, since applying them after a role swap may
 * detach clusters (cloudposse/terraform-aws-rds-cluster#281). The step's own event is the freeze; a webhook is told too.
 */
@ApplicationScoped
class Freeze implements Action<Freeze.Told> {

    private final Webhook webhook;

    Freeze(Webhook webhook) {
        this.webhook = webhook;
    }

    /** Whom to tell; nobody beyond the readers of step events when empty. */
    record Told(Optional<String> webhook) {}

    @Override
    public String name() {
        return "freeze";
    }

    @Override
    public Told read(Parameters with) {
        return new Told(with.optionalText("webhook"));
    }

    @Override
    public Repeat repeat(Told parameters) {
        return Repeat.afterSeconds(1);
    }

    @Override
    public Observation observe(Assignment<Told> assignment, @Nullable Sent sent) {
        if (assignment.parameters().webhook().isEmpty()) {
            return Observation.done("deploys and infrastructure code are to stand still; no webhook is named");
        }
        return sent != null && sent.answer() != null
                ? Observation.done("told " + assignment.parameters().webhook().get() + " to stand still")
                : Observation.notStarted(
                        "tell", "tell " + assignment.parameters().webhook().get() + " to stand still");
    }

    @Override
    public JsonNode apply(Assignment<Told> assignment, Observation.NotStarted next, Permit permit) {
        webhook.tell(
                assignment.parameters().webhook().orElseThrow(),
                assignment,
                "freeze",
                "%s is being moved from %s to %s: stand still"
                        .formatted(assignment.command().application(), assignment.from(), assignment.to()),
                permit);
        return JsonNodeFactory.instance.objectNode();
    }
}
