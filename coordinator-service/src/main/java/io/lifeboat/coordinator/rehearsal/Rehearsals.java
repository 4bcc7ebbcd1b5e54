package io.lifeboat.coordinator.rehearsal;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.arming.Arming;
import io.lifeboat.coordinator.arming.ArmingRepository;
import io.lifeboat.coordinator.arming.GlobalStop;
import io.lifeboat.coordinator.command.UnpinnablePlanException;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.execution.ExecutionOpener;
import io.lifeboat.coordinator.execution.OpenExecution;
import io.lifeboat.coordinator.execution.SlotTakenException;
import io.lifeboat.coordinator.incident.Incidents;
import io.lifeboat.coordinator.memory.Agreement;
import io.lifeboat.coordinator.memory.ApplicationMemories;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.VantageViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens rehearsals. */
@ApplicationScoped
public class Rehearsals {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Transactions transactions;
    private final Incidents incidents;
    private final Plans plans;
    private final VantageViews views;
    private final ExecutionCatalog executions;
    private final ExecutionOpener opener;
    private final ArmingRepository arming;
    private final ApplicationMemories memories;

    Rehearsals(
            Transactions transactions,
            Incidents incidents,
            Plans plans,
            VantageViews views,
            ExecutionCatalog executions,
            ExecutionOpener opener,
            ArmingRepository arming,
            ApplicationMemories memories) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.plans = plans;
        this.views = views;
        this.executions = executions;
        this.opener = opener;
        this.arming = arming;
        this.memories = memories;
    }

    /**
     * Opens one, in a transaction of its own in which no incident of the application can be opened.
     *
     * @param to the region to go to; null when it is left to the plan
     * @return what was opened; fails with a problem when the application has an open incident or execution, is not in order, or
     *     its plan cannot be rehearsed
     */
    public Uni<Rehearsal> open(String application, @Nullable String to, Act act) {
        return transactions
                .run(() -> incidents
                        .lockOpen(application)
                        .invoke(incident -> requireNone(application, incident))
                        .chain(() -> plans.inForce(application))
                        .map(plan -> plan.filter(found -> found.plan() != null).orElseThrow(() -> noPlan(application)))
                        .chain(plan -> course(plan, to).chain(course -> open(plan, course, act))))
                .onFailure(SlotTakenException.class)
                .transform(taken -> taken(((SlotTakenException) taken).executionId()))
                .onFailure(UnpinnablePlanException.class)
                .transform(open -> unpinnable((UnpinnablePlanException) open));
    }

    private Uni<Course> course(PlanRevision revision, @Nullable String to) {
        Plan plan = Objects.requireNonNull(revision.plan());
        return executions
                .open(revision.application())
                .invoke(open -> open.ifPresent(other -> {
                    throw taken(other.executionId());
                }))
                .chain(() -> executions.unfinished(revision.application()))
                .chain(unfinished -> memories.of(plan)
                        .chain(memory -> views.evidence(plan).map(evidence -> {
                            requireTrusted(
                                    plan,
                                    Agreement.of(memory, evidence, plan.gate().quorum()));
                            return Readiness.course(plan, evidence, unfinished, to);
                        })));
    }

    /** A database that was restored may have forgotten where the application was moved. */
    private static void requireTrusted(Plan plan, Agreement agreement) {
        if (!(agreement instanceof Agreement.Agreed)) {
            throw new ProblemException(
                    CONFLICT,
                    "No rehearsal now",
                    agreement.reason(),
                    null,
                    "look where it is, and say that what the vantages see is right: POST /applications/%s/memory"
                            .formatted(plan.application()));
        }
    }

    private Uni<Rehearsal> open(PlanRevision plan, Course course, Act act) {
        String id = "rehearsal-" + UUID.randomUUID();
        return arming.claim(plan, course.from(), false)
                .invoke(Rehearsals::requireStarted)
                .chain(() -> opener.open(new OpenExecution(
                        id,
                        plan.application(),
                        Readiness.PROCEDURE,
                        Mode.REHEARSAL,
                        course.from(),
                        course.to(),
                        plan,
                        List.of(act))))
                .map(executionId -> new Rehearsal(id, executionId, plan.application(), course.from(), course.to()));
    }

    /** Nobody stops automation before the rehearsal is opened: a stop is seen here, or finds it. */
    private static void requireStarted(Arming arming) {
        GlobalStop stop = arming.stop();
        if (stop != null) {
            throw new ProblemException(
                    CONFLICT,
                    "No rehearsal now",
                    "all automation is stopped by %s: %s"
                            .formatted(stop.act().who(), stop.act().why()),
                    null,
                    "POST /automation/start lets it go on");
        }
    }

    private static void requireNone(String application, Optional<String> incident) {
        incident.ifPresent(id -> {
            throw new ProblemException(
                    CONFLICT,
                    "No rehearsal now",
                    application + " has the open incident " + id,
                    null,
                    "wait until it is over, or close it: POST /incidents/" + id + "/close");
        });
    }

    private static ProblemException noPlan(String application) {
        return new ProblemException(
                NOT_FOUND,
                "No such application",
                "there is no plan in force for the application " + application,
                "application",
                "name an application of GET /plans, or put its plan first");
    }

    private static ProblemException taken(String executionId) {
        return new ProblemException(
                CONFLICT,
                "No rehearsal now",
                "execution " + executionId + " is open",
                null,
                "let it end, or abort it: POST /executions/" + executionId + "/abort");
    }

    private static ProblemException unpinnable(UnpinnablePlanException open) {
        return new ProblemException(
                UNPROCESSABLE,
                "The plan leaves something open",
                String.valueOf(open.getMessage()),
                open.field(),
                "put a plan in force that says it: PUT /plans/{application}");
    }
}
