package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code aurora.rebuilt}: judged by the service's own action. */
final class SimulatedRebuilt implements Action<String> {

    private final Cloud cloud;

    SimulatedRebuilt(Cloud cloud) {
        this.cloud = cloud;
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
        String application = assignment.command().application();
        try {
            Seen seen = cloud.look(application, assignment.to());
            String writer = seen.scene().writerAt(seen.at());
            List<Member> members = List.of(assignment.to(), assignment.from()).stream()
                    .map(region ->
                            new Member(region, region.equals(writer), cloud.synchronization(application, region)))
                    .toList();
            return RebuiltProtection.observe(
                    new GlobalClusterView(assignment.parameters(), "available", members, null));
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT) {
                return new Observation.NotSo(assignment.to() + " does not answer", "see whether it can be reached");
            }
            throw e;
        }
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        throw new IllegalStateException("aurora.rebuilt only looks");
    }
}
