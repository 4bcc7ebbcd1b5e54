package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.action.aws.GlobalClusterView.Member;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code aurora.rebuilt}: looks until the global cluster has a secondary that is connected again, and changes nothing. Aurora
 * adds the old writer's cluster anew when its region returns (AuroraUserGuide, disaster recovery); another region is a
 * person's work.
 */
@ApplicationScoped
class RebuiltProtection implements Action<String> {

    private static final String CONNECTED = "connected";

    private final GlobalClusters clusters;

    RebuiltProtection(GlobalClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String name() {
        return "aurora.rebuilt";
    }

    @Override
    public String read(Parameters with) {
        return with.text("globalCluster");
    }

    @Override
    public Repeat repeat(String parameters) {
        return Repeat.never();
    }

    @Override
    public Tempo tempo() {
        return Tempo.PATIENT;
    }

    @Override
    public Observation observe(Assignment<String> assignment, @Nullable Sent sent) {
        try {
            return observe(clusters.describe(assignment, assignment.parameters()));
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT) {
                return new Observation.NotSo(
                        assignment.to() + " does not answer", "see whether it can be reached from here");
            }
            throw e;
        }
    }

    static Observation observe(GlobalClusterView cluster) {
        List<Member> connected = cluster.members().stream()
                .filter(member -> !member.writer() && member.synchronization().equals(CONNECTED))
                .toList();
        if (connected.isEmpty() || cluster.writer().isEmpty()) {
            return new Observation.NotSo(
                    "global cluster %s has no connected secondary".formatted(cluster.id()),
                    "wait for the old writer's region, or add a cluster in another one");
        }
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        cluster.members().forEach(member -> members.add(member.arn()));
        return Observation.done(
                "%s is the writer, and %s connected"
                        .formatted(
                                cluster.writer().get().arn(),
                                connected.stream().map(Member::arn).toList()),
                JsonNodeFactory.instance.objectNode().set("members", members));
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        throw new IllegalStateException("aurora.rebuilt only looks");
    }
}
