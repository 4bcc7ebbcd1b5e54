package io.lifeboat.executor.action.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.http.Webhook;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * {@code notify}: tells people by SNS, by a webhook, or both, one after the other. Neither can be observed, so each is told
 * at least once, under one notification id; SNS is called in the region gone to.
 */
@ApplicationScoped
class Notify implements Action<Notify.Notice> {

    private static final String PUBLISH = "publish";
    private static final String TELL = "tell";

    private final AwsClients aws;
    private final Webhook webhook;

    Notify(AwsClients aws, Webhook webhook) {
        this.aws = aws;
        this.webhook = webhook;
    }

    /** What is said, and where. */
    record Notice(Optional<String> topicArn, Optional<String> webhook, String text) {}

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public Notice read(Parameters with) {
        Optional<String> topic = with.optionalPart("topicArn").map(arns -> arns.text("to"));
        Optional<String> url = with.optionalText("webhook");
        if (topic.isEmpty() && url.isEmpty()) {
            throw new InvalidParameterException("topicArn", "is missing", "give topicArn, webhook or both");
        }
        return new Notice(topic, url, with.text("text"));
    }

    @Override
    public Repeat repeat(Notice parameters) {
        return Repeat.afterSeconds(1);
    }

    @Override
    public Observation observe(Assignment<Notice> assignment, @Nullable Sent sent) {
        Notice notice = assignment.parameters();
        boolean answered = sent != null && sent.answer() != null;
        boolean published = notice.topicArn().isEmpty()
                || sent != null && sent.change().equals(TELL)
                || answered && sent.change().equals(PUBLISH);
        if (!published) {
            return Observation.notStarted(
                    PUBLISH, "publish to " + notice.topicArn().get());
        }
        boolean told = notice.webhook().isEmpty() || answered && sent.change().equals(TELL);
        if (!told) {
            return Observation.notStarted(TELL, "tell " + notice.webhook().get());
        }
        return Observation.done("said under notification id " + assignment.notificationId());
    }

    @Override
    public JsonNode apply(Assignment<Notice> assignment, Observation.NotStarted next, Permit permit) {
        Notice notice = assignment.parameters();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (next.change().equals(TELL)) {
            webhook.tell(notice.webhook().orElseThrow(), assignment, "notice", notice.text(), permit);
            return answer;
        }
        AwsSession session = aws.acting(assignment.command().target(), assignment.to(), assignment.to());
        MessageAttributeValue id = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(assignment.notificationId())
                .build();
        return answer.put(
                "messageId",
                session.change(Api.SNS, "Publish", permit, limit -> session.sns()
                                .publish(request -> request.topicArn(
                                                notice.topicArn().orElseThrow())
                                        .message(notice.text())
                                        .messageAttributes(Map.of("notificationId", id))
                                        .overrideConfiguration(limit)))
                        .messageId());
    }
}
