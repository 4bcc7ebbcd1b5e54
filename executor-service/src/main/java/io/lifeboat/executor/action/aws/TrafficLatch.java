package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code traffic.latch}: puts right what the region left still says of where the application is served from, so that the
 * name stays where it is even while the witness is silent. A region that does not answer leaves it pending; it may be sent
 * again whenever that region is back.
 *
 * <p>It repeats what the witness says and nothing else, so it is harmless however late it comes: where the application has
 * moved on since, there is nothing to do.
 */
@ApplicationScoped
class TrafficLatch implements Action<TrafficLatch.Latch> {

    private static final String CHANGE = "say-in-the-region-left";

    private final AwsClients aws;
    private final Statements statements;

    TrafficLatch(AwsClients aws, Statements statements) {
        this.aws = aws;
        this.statements = statements;
    }

    /** Where it is said in the region left, and where it was decided. */
    record Latch(String bucket, Witness witness, String key) {}

    @Override
    public String name() {
        return "traffic.latch";
    }

    @Override
    public Latch read(Parameters with) {
        return new Latch(with.part("bucket").text("from"), Witness.read(with), with.text("key"));
    }

    @Override
    public Repeat repeat(Latch parameters) {
        return Repeat.afterSeconds(5);
    }

    @Override
    public Observation observe(Assignment<Latch> assignment, @Nullable Sent sent) {
        Latch latch = assignment.parameters();
        Optional<String> decided = statements.said(
                aws.looking(assignment.command().target(), latch.witness().region(), assignment.to()),
                latch.witness().bucket(),
                latch.key(),
                assignment);
        if (!decided.filter(assignment.to()::equals).isPresent()) {
            return Observation.done("the witness says %s by now, so %s is right to say nothing of %s"
                    .formatted(decided.orElse("nothing"), assignment.from(), assignment.to()));
        }
        try {
            return inRegionLeft(assignment).filter(assignment.to()::equals).isPresent()
                    ? Observation.done(assignment.from() + " says it too")
                    : Observation.notStarted(CHANGE, "say in %s that it is left".formatted(assignment.from()));
        } catch (CallFailedException e) {
            if (e.errorClass() != ErrorClass.TRANSIENT) {
                throw e;
            }
            return new Done(
                    Extent.PENDING,
                    "%s does not answer, and may say something else when it is back: %s"
                            .formatted(assignment.from(), e.detail()),
                    null,
                    List.of());
        }
    }

    @Override
    public JsonNode apply(Assignment<Latch> assignment, Observation.NotStarted next, Permit permit) {
        Latch latch = assignment.parameters();
        AwsSession session = aws.reaching(assignment.command().target(), "act", assignment.from(), assignment.to());
        statements.say(session, latch.bucket(), latch.key(), assignment, permit);
        return JsonNodeFactory.instance.objectNode();
    }

    private Optional<String> inRegionLeft(Assignment<Latch> assignment) {
        Latch latch = assignment.parameters();
        AwsSession session = aws.reaching(assignment.command().target(), "read", assignment.from(), assignment.to());
        return statements.said(session, latch.bucket(), latch.key(), assignment);
    }
}
