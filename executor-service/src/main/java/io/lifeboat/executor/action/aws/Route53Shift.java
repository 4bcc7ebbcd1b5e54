package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.Answers.Expected;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * {@code route53.shift}, the last resort: changes the record itself. It needs Route 53's control plane, which is in
 * us-east-1 alone (AWS Fault Isolation Boundaries, appendix B); a plan should switch by health instead.
 *
 * <p>UPSERT sets the whole record, so a repeat is harmless; done once GetChange says INSYNC and the name answers.
 */
@ApplicationScoped
class Route53Shift implements Action<Route53Shift.Shift> {

    /** Any value works: Route 53 is one service for all regions and signs for us-east-1. */
    private static final String CONTROL_PLANE = "us-east-1";

    private static final String UPSERT = "ChangeResourceRecordSets";
    private static final int DEFAULT_TTL = 60;

    private final AwsClients aws;
    private final Answers answers;

    Route53Shift(AwsClients aws, Answers answers) {
        this.aws = aws;
        this.answers = answers;
    }

    /** The record, its zone, and what the name answers then. */
    record Shift(String zoneId, RecordView wanted, Expected expected) {}

    @Override
    public String name() {
        return "route53.shift";
    }

    @Override
    public Shift read(Parameters with) {
        Expected expected = Expected.read(with);
        RecordView wanted = new RecordView(
                expected.name(),
                with.optionalText("type").orElse("A"),
                with.optionalCount("ttl").orElse(DEFAULT_TTL),
                with.optionalText("setIdentifier").orElse(null),
                expected.values());
        return new Shift(with.text("zoneId"), wanted, expected);
    }

    @Override
    public Repeat repeat(Shift parameters) {
        return Repeat.afterSeconds(10);
    }

    @Override
    public Observation observe(Assignment<Shift> assignment, @Nullable Sent sent) {
        Shift shift = assignment.parameters();
        AwsSession session = aws.looking(assignment.command().target(), CONTROL_PLANE, assignment.to());
        Optional<ResourceRecordSet> present = present(session, shift);
        if (present.isEmpty() || !shift.wanted().isSo(present.get())) {
            return Observation.notStarted(
                    UPSERT,
                    "point %s to %s"
                            .formatted(shift.wanted().name(), shift.wanted().values()));
        }
        if (sent != null
                && sent.answer() != null
                && !inSync(session, sent.answer().path("changeId").asText())) {
            return Observation.inProgress("Route 53 is spreading the change");
        }
        return answers.observe(shift.expected(), "the record is changed: look at resolvers between here and Route 53");
    }

    @Override
    public JsonNode apply(Assignment<Shift> assignment, Observation.NotStarted next, Permit permit) {
        Shift shift = assignment.parameters();
        AwsSession session = aws.acting(assignment.command().target(), CONTROL_PLANE, assignment.to());
        ResourceRecordSet record = shift.wanted().changed(present(session, shift));
        String changeId = session.change(Api.ROUTE53, UPSERT, permit, limit -> session.route53()
                        .changeResourceRecordSets(request -> request.hostedZoneId(shift.zoneId())
                                .changeBatch(batch -> batch.comment("Lifeboat " + assignment.notificationId())
                                        .changes(change -> change.action(ChangeAction.UPSERT)
                                                .resourceRecordSet(record)))
                                .overrideConfiguration(limit)))
                .changeInfo()
                .id();
        return JsonNodeFactory.instance.objectNode().put("changeId", changeId);
    }

    private static Optional<ResourceRecordSet> present(AwsSession session, Shift shift) {
        List<ResourceRecordSet> found = session.look(Api.ROUTE53, "ListResourceRecordSets", limit -> session.route53()
                        .listResourceRecordSets(request -> request.hostedZoneId(shift.zoneId())
                                .startRecordName(shift.wanted().name())
                                .startRecordType(shift.wanted().type())
                                .overrideConfiguration(limit)))
                .resourceRecordSets();
        return shift.wanted().among(found);
    }

    private static boolean inSync(AwsSession session, String changeId) {
        return session.look(Api.ROUTE53, "GetChange", limit -> session.route53()
                                .getChange(request -> request.id(changeId).overrideConfiguration(limit)))
                        .changeInfo()
                        .status()
                == ChangeStatus.INSYNC;
    }
}
