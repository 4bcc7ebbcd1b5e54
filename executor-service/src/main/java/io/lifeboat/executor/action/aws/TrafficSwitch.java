package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * {@code traffic.switch} by a witness: says at the witness, and then in the region gone to, that the application is served
 * from there. The first record's health hangs on what these objects say, so the name follows. Data planes only: S3's at the
 * witness and in the region gone to, and Route 53's answering and checking ("Creating Disaster Recovery Mechanisms Using
 * Amazon Route 53", AWS networking blog).
 *
 * <p>What was said stays said, and is the latch: neither a region's loss nor its return moves traffic, whatever the region
 * left still says. The witness comes first, for it decides.
 */
@ApplicationScoped
class TrafficSwitch implements Action<TrafficSwitch.Switch> {

    private static final String BY = "witness";
    private static final String AT_WITNESS = "say-at-the-witness";
    private static final String IN_REGION = "say-in-the-region-gone-to";

    private final AwsClients aws;
    private final Statements statements;
    private final Answers answers;

    TrafficSwitch(AwsClients aws, Statements statements, Answers answers) {
        this.aws = aws;
        this.statements = statements;
        this.answers = answers;
    }

    /** Where it is said, and what the name answers then. */
    record Switch(String bucket, Witness witness, String key, Expected expected) {}

    @Override
    public String name() {
        return "traffic.switch";
    }

    @Override
    public Switch read(Parameters with) {
        if (!with.text("by").equals(BY)) {
            throw new InvalidParameterException("by", with.text("by") + " is not known", "write " + BY);
        }
        return new Switch(with.part("bucket").text("to"), Witness.read(with), with.text("key"), Expected.read(with));
    }

    @Override
    public Repeat repeat(Switch parameters) {
        return Repeat.afterSeconds(2);
    }

    @Override
    public Observation observe(Assignment<Switch> assignment, @Nullable Sent sent) {
        Switch wanted = assignment.parameters();
        Witness witness = wanted.witness();
        if (!isSaid(assignment, witness.region(), witness.bucket())) {
            return due(AT_WITNESS, assignment, witness.region());
        }
        if (!isSaid(assignment, assignment.to(), wanted.bucket())) {
            return due(IN_REGION, assignment, assignment.to());
        }
        return answers.observe(
                wanted.expected(),
                "it is said: look at the health check of the first record and at the second one's health");
    }

    @Override
    public JsonNode apply(Assignment<Switch> assignment, Observation.NotStarted next, Permit permit) {
        Switch wanted = assignment.parameters();
        boolean atWitness = next.change().equals(AT_WITNESS);
        String region = atWitness ? wanted.witness().region() : assignment.to();
        String bucket = atWitness ? wanted.witness().bucket() : wanted.bucket();
        AwsSession session = aws.acting(assignment.command().target(), region, assignment.to());
        statements.say(session, bucket, wanted.key(), assignment, permit);
        return JsonNodeFactory.instance.objectNode();
    }

    private static Observation due(String change, Assignment<Switch> assignment, String region) {
        return Observation.notStarted(
                change,
                "say in %s that %s is served from %s"
                        .formatted(region, assignment.command().application(), assignment.to()));
    }

    private boolean isSaid(Assignment<Switch> assignment, String region, String bucket) {
        AwsSession session = aws.looking(assignment.command().target(), region, assignment.to());
        return statements
                .said(session, bucket, assignment.parameters().key(), assignment)
                .filter(assignment.to()::equals)
                .isPresent();
    }
}
