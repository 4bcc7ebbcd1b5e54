package io.lifeboat.coordinator.memory;

import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.execution.UnfinishedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What the database remembers of applications. Joins the caller's transaction. */
@ApplicationScoped
public class ApplicationMemories {

    private final Memory memory;
    private final MendedMemories mended;
    private final ExecutionCatalog executions;

    ApplicationMemories(Memory memory, MendedMemories mended, ExecutionCatalog executions) {
        this.memory = memory;
        this.mended = mended;
        this.executions = executions;
    }

    /** What it remembers of a plan's application, and whether that may be trusted. */
    public Uni<ApplicationMemory> of(Plan plan) {
        return memory.recall()
                .chain(recollection -> recollection.broken()
                        ? of(plan, recollection)
                        : Uni.createFrom().item(ApplicationMemory.WHOLE));
    }

    private Uni<ApplicationMemory> of(Plan plan, Recollection recollection) {
        String application = plan.application();
        return mended.reason(application, recollection.number())
                .chain(reason -> executions.servedFrom(application).chain(left -> executions
                        .unfinished(application)
                        .map(move -> new ApplicationMemory(
                                recollection.number(),
                                recollection.age(),
                                regions(left.orElse(plan.regions().home()), move.stream()),
                                reason.orElse(null)))));
    }

    private static List<String> regions(String left, Stream<UnfinishedMove> move) {
        return Stream.concat(Stream.of(left), move.map(UnfinishedMove::to))
                .distinct()
                .toList();
    }
}
