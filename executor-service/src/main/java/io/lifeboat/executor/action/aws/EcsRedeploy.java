package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ecs.redeploy}: replaces every task of the service in the region gone to, so that connection pools and address
 * caches start fresh and find the new writer. Done when a deployment that was not there at the intent is complete and the
 * load balancer calls its tasks healthy.
 */
@ApplicationScoped
class EcsRedeploy implements Action<EcsRedeploy.Redeploy> {

    static final String CHANGE = "force-new-deployment";

    private static final String BEFORE = "deployments";

    private final AwsClients aws;

    EcsRedeploy(AwsClients aws) {
        this.aws = aws;
    }

    /** Of which service. */
    record Redeploy(String cluster, String service, String targetGroup) {}

    @Override
    public String name() {
        return "ecs.redeploy";
    }

    @Override
    public Redeploy read(Parameters with) {
        return new Redeploy(
                with.text("cluster"),
                with.text("service"),
                with.part("targetGroup").text("to"));
    }

    /** A second redeployment does no harm, but restarts the wait: it is sent only when the first is not to be seen. */
    @Override
    public Repeat repeat(Redeploy parameters) {
        return Repeat.afterSeconds(30);
    }

    @Override
    public Observation observe(Assignment<Redeploy> assignment, @Nullable Sent sent) {
        Redeploy redeploy = assignment.parameters();
        AwsSession session = aws.looking(assignment.command().target(), assignment.to(), assignment.to());
        EcsServiceView service =
                EcsServices.describe(session, redeploy.cluster(), redeploy.service(), redeploy.targetGroup());
        if (sent != null) {
            Observation seen = service.redeployedSince(idsIn(sent.memo()));
            return seen instanceof Observation.NotStarted due
                    ? new Observation.NotStarted(due.change(), due.detail(), sent.memo())
                    : seen;
        }
        return new Observation.NotStarted(CHANGE, "replace the tasks; " + service.summary(), memo(service));
    }

    @Override
    public JsonNode apply(Assignment<Redeploy> assignment, Observation.NotStarted next, Permit permit) {
        Redeploy redeploy = assignment.parameters();
        AwsSession session = aws.acting(assignment.command().target(), assignment.to(), assignment.to());
        session.change(Api.ECS, "UpdateService", permit, limit -> session.ecs()
                .updateService(request -> request.cluster(redeploy.cluster())
                        .service(redeploy.service())
                        .forceNewDeployment(true)
                        .overrideConfiguration(limit)));
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode memo(EcsServiceView service) {
        ObjectNode memo = JsonNodeFactory.instance.objectNode();
        service.deploymentIds().forEach(memo.putArray(BEFORE)::add);
        return memo;
    }

    private static Set<String> idsIn(JsonNode memo) {
        Set<String> ids = new HashSet<>();
        memo.path(BEFORE).forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
