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
import io.lifeboat.executor.action.aws.FenceView.Part;
import io.lifeboat.executor.action.sql.OldWriter;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code fence}: keeps the old writer from accepting writes, as far as the region left still answers. It stops the
 * application's tasks there and looks at its database; a region that does not answer leaves the fence pending.
 *
 * <p>The database itself is not changed from here: what can be set in SQL ({@code ALTER DATABASE ... SET
 * default_transaction_read_only}) is replicated and would reach the new writer. Aurora fences it on a failover as best it
 * can (RDS-EVENT-0390, RDS-EVENT-0391).
 */
@ApplicationScoped
class Fence implements Action<Fence.Plan> {

    private static final Executor SIDE_BY_SIDE =
            task -> Thread.ofVirtual().name("fence").start(task);

    private final AwsClients aws;
    private final GlobalClusters clusters;
    private final OldWriter oldWriter;

    Fence(AwsClients aws, GlobalClusters clusters, OldWriter oldWriter) {
        this.aws = aws;
        this.clusters = clusters;
        this.oldWriter = oldWriter;
    }

    /** What there is to fence. */
    record Plan(String globalCluster, Optional<Tasks> tasks, Optional<String> datasource) {}

    /** An ECS service in the region left. */
    record Tasks(String cluster, String service) {}

    @Override
    public String name() {
        return "fence";
    }

    @Override
    public Plan read(Parameters with) {
        return new Plan(
                with.text("globalCluster"),
                with.optionalPart("ecs").map(ecs -> new Tasks(ecs.text("cluster"), ecs.text("service"))),
                with.optionalText("datasource"));
    }

    @Override
    public Repeat repeat(Plan parameters) {
        return Repeat.afterSeconds(5);
    }

    /** Looks at tasks and database side by side: a lost region costs one time-out, not two. */
    @Override
    public Observation observe(Assignment<Plan> assignment, @Nullable Sent sent) {
        CompletableFuture<Part> tasks = later(() -> tasks(assignment));
        CompletableFuture<Part> writer = later(() -> writer(assignment));
        if (writerMoved(assignment)) {
            return Observation.done("the writer is in " + assignment.to() + " already");
        }
        return new FenceView(answerOf(tasks), answerOf(writer)).observe();
    }

    @Override
    public JsonNode apply(Assignment<Plan> assignment, Observation.NotStarted next, Permit permit) {
        Tasks tasks = assignment.parameters().tasks().orElseThrow();
        AwsSession session = aws.reaching(assignment.command().target(), "act", assignment.from(), assignment.to());
        session.change(Api.ECS, "UpdateService", permit, limit -> session.ecs()
                .updateService(request -> request.cluster(tasks.cluster())
                        .service(tasks.service())
                        .desiredCount(0)
                        .overrideConfiguration(limit)));
        return JsonNodeFactory.instance.objectNode();
    }

    private boolean writerMoved(Assignment<Plan> assignment) {
        return clusters.describe(assignment, assignment.parameters().globalCluster())
                .writer()
                .filter(writer -> AuroraParameters.regionOf(writer.arn()).equals(assignment.to()))
                .isPresent();
    }

    private Part tasks(Assignment<Plan> assignment) {
        return assignment
                .parameters()
                .tasks()
                .map(tasks -> {
                    AwsSession session =
                            aws.reaching(assignment.command().target(), "read", assignment.from(), assignment.to());
                    EcsServiceView service = EcsServices.describe(session, tasks.cluster(), tasks.service(), null);
                    if (service.desired() > 0) {
                        return Part.OPEN;
                    }
                    return service.running() > 0 ? Part.CLOSING : Part.CLOSED;
                })
                .orElse(Part.UNNAMED);
    }

    private Part writer(Assignment<Plan> assignment) {
        Optional<String> datasource = assignment.parameters().datasource();
        if (datasource.isEmpty()) {
            return Part.UNNAMED;
        }
        return oldWriter
                .acceptsWrites(assignment.datasource(datasource.get()), assignment.from())
                .map(accepts -> accepts ? Part.OPEN : Part.CLOSED)
                .orElse(Part.UNNAMED);
    }

    private static CompletableFuture<Part> later(Supplier<Part> look) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return look.get();
                    } catch (CallFailedException e) {
                        if (e.errorClass() == ErrorClass.TRANSIENT) {
                            return Part.UNREACHABLE;
                        }
                        throw e;
                    }
                },
                SIDE_BY_SIDE);
    }

    private static Part answerOf(CompletableFuture<Part> look) {
        try {
            return look.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw e;
        }
    }
}
