package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.action.aws.KeepSnapshot.Source;
import io.lifeboat.executor.action.aws.SnapshotsView.Entry;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import io.lifeboat.simulator.engine.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code aurora.keep-snapshot}: seen by the service's own view of a cluster's snapshots. */
final class SimulatedSnapshot implements Action<Source> {

    private static final String SYSTEM = "rds:unplanned-global-failover-";

    private final Cloud cloud;

    SimulatedSnapshot(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "aurora.keep-snapshot";
    }

    @Override
    public Source read(Parameters with) {
        return new KeepSnapshot(null).read(with);
    }

    @Override
    public Repeat repeat(Source parameters) {
        return Repeat.afterSeconds(60);
    }

    @Override
    public Tempo tempo() {
        return Tempo.PATIENT;
    }

    @Override
    public Observation observe(Assignment<Source> assignment, @Nullable Sent sent) {
        Source source = assignment.parameters();
        try {
            Seen seen = cloud.look(assignment.command().application(), assignment.from());
            return new SnapshotsView(snapshots(source.cluster(), seen))
                    .observe(source.cluster(), KeepSnapshot.copyName(assignment), source.since());
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT) {
                return new Observation.NotSo(assignment.from() + " does not answer", "nothing");
            }
            throw e;
        }
    }

    @Override
    public JsonNode apply(Assignment<Source> assignment, Observation.NotStarted next, Permit permit) {
        String name = KeepSnapshot.copyName(assignment);
        cloud.change(
                assignment.command(),
                next.change(),
                assignment.from(),
                permit,
                (scene, now) -> scene.copied(name, cloud.ready(now, 5_000, 60_000)));
        return JsonNodeFactory.instance.objectNode();
    }

    /** Aurora takes one of the old volume once the region that was left is back. */
    private static List<Entry> snapshots(String cluster, Seen seen) {
        List<Entry> all = new ArrayList<>();
        String system = SYSTEM + cluster + "-1";
        if (!seen.scene().writerAt(seen.at()).equals("eu-west-1")) {
            all.add(new Entry(
                    system,
                    system,
                    cluster,
                    "available",
                    World.BEGIN.plusNanos(seen.scene().moveEnds()),
                    null));
        }
        seen.scene()
                .copies()
                .forEach((name, ready) -> all.add(
                        new Entry(name, name, cluster, seen.at() >= ready ? "available" : "creating", null, system)));
        return all;
    }
}
