package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.Answers.Expected;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/**
 * {@code traffic.switch} by standby object: puts the object that the first record's inverted health check looks for, so
 * that the record turns unhealthy and its failover partner answers. Data planes only, S3's in the region gone to and
 * Route 53's answering and checking ("Creating Disaster Recovery Mechanisms Using Amazon Route 53", AWS networking blog).
 *
 * <p>The object stays, and is the latch: traffic does not drift back when the old region returns.
 */
@ApplicationScoped
class TrafficSwitch implements Action<TrafficSwitch.Switch> {

    private static final String PUT = "put-standby-object";

    private final AwsClients aws;
    private final Answers answers;

    TrafficSwitch(AwsClients aws, Answers answers) {
        this.aws = aws;
        this.answers = answers;
    }

    /** Where the object goes, and what the name answers then. */
    record Switch(String bucket, String key, Expected expected) {}

    @Override
    public String name() {
        return "traffic.switch";
    }

    @Override
    public Switch read(Parameters with) {
        if (!with.text("by").equals("standby-object")) {
            throw new InvalidParameterException("by", with.text("by") + " is not known", "write standby-object");
        }
        return new Switch(with.part("bucket").text("to"), with.text("key"), Expected.read(with));
    }

    @Override
    public Repeat repeat(Switch parameters) {
        return Repeat.afterSeconds(2);
    }

    @Override
    public Observation observe(Assignment<Switch> assignment, @Nullable Sent sent) {
        Switch wanted = assignment.parameters();
        if (!isThere(assignment)) {
            return Observation.notStarted(PUT, "put %s into %s".formatted(wanted.key(), wanted.bucket()));
        }
        return answers.observe(
                wanted.expected(),
                "the object is there: look at the health check of the first record and at the second one's health");
    }

    @Override
    public JsonNode apply(Assignment<Switch> assignment, Observation.NotStarted next, Permit permit) {
        Switch wanted = assignment.parameters();
        RunStep command = assignment.command();
        AwsSession session = aws.acting(command.target(), assignment.to(), assignment.to());
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("application", command.application())
                .put("executionId", command.executionId())
                .put("servedFrom", assignment.to())
                .toString();
        session.change(Api.S3, "PutObject", permit, limit -> session.s3()
                .putObject(
                        request -> request.bucket(wanted.bucket())
                                .key(wanted.key())
                                .contentType("application/json")
                                .overrideConfiguration(limit),
                        AsyncRequestBody.fromString(body)));
        return JsonNodeFactory.instance.objectNode();
    }

    private boolean isThere(Assignment<Switch> assignment) {
        Switch wanted = assignment.parameters();
        AwsSession session = aws.looking(assignment.command().target(), assignment.to(), assignment.to());
        try {
            session.look(Api.S3, "HeadObject", limit -> session.s3()
                    .headObject(request ->
                            request.bucket(wanted.bucket()).key(wanted.key()).overrideConfiguration(limit)));
            return true;
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
