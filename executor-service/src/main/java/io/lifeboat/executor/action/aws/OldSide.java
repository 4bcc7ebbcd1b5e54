package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.aws.FenceParameters.Tasks;
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

/** The region left, as far as it answers: the application's tasks there, and the database they write to. */
@ApplicationScoped
class OldSide {

    private static final Executor SIDE_BY_SIDE =
            task -> Thread.ofVirtual().name("fence").start(task);

    private final AwsClients aws;
    private final OldWriter oldWriter;

    OldSide(AwsClients aws, OldWriter oldWriter) {
        this.aws = aws;
        this.oldWriter = oldWriter;
    }

    /** A look that has begun; tasks and database are looked at side by side, so that a lost region costs one time-out. */
    record Look(CompletableFuture<Part> tasks, CompletableFuture<Part> writer) {

        /**
         * Waits for both.
         *
         * @throws CallFailedException when one answered that it may not be looked at
         */
        FenceView view() {
            return new FenceView(answerOf(tasks), answerOf(writer));
        }
    }

    Look look(Assignment<FenceParameters> assignment) {
        return new Look(later(() -> tasks(assignment)), later(() -> writer(assignment)));
    }

    /** Tells the service in the region left to run no task. */
    JsonNode stopTasks(Assignment<FenceParameters> assignment, Permit permit) {
        Tasks tasks = assignment.parameters().tasks().orElseThrow();
        AwsSession session = aws.reaching(assignment.command().target(), "act", assignment.from(), assignment.to());
        session.change(Api.ECS, "UpdateService", permit, limit -> session.ecs()
                .updateService(request -> request.cluster(tasks.cluster())
                        .service(tasks.service())
                        .desiredCount(0)
                        .overrideConfiguration(limit)));
        return JsonNodeFactory.instance.objectNode();
    }

    private Part tasks(Assignment<FenceParameters> assignment) {
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

    private Part writer(Assignment<FenceParameters> assignment) {
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
