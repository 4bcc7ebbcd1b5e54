package io.lifeboat.coordinator.planned;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.arming.Arming;
import io.lifeboat.coordinator.arming.ArmingRepository;
import io.lifeboat.coordinator.arming.GlobalStop;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.UnpinnablePlanException;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.execution.ExecutionOpener;
import io.lifeboat.coordinator.execution.OpenExecution;
import io.lifeboat.coordinator.execution.SlotTakenException;
import io.lifeboat.coordinator.incident.Incidents;
import io.lifeboat.coordinator.memory.Agreement;
import io.lifeboat.coordinator.memory.ApplicationMemories;
import io.lifeboat.coordinator.obligation.store.ObligationRepository;
import io.lifeboat.coordinator.obligation.store.StoredObligation;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.VantageViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens planned moves. */
@ApplicationScoped
public class PlannedMoves {

    private static final int BAD_REQUEST = 400;
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
    private final ObligationRepository obligations;
    private final ApplicationMemories memories;

    PlannedMoves(
            Transactions transactions,
            Incidents incidents,
            Plans plans,
            VantageViews views,
            ExecutionCatalog executions,
            ExecutionOpener opener,
            ArmingRepository arming,
            ObligationRepository obligations,
            ApplicationMemories memories) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.plans = plans;
        this.views = views;
        this.executions = executions;
        this.opener = opener;
        this.arming = arming;
        this.obligations = obligations;
        this.memories = memories;
    }

    /**
     * Opens one, in a transaction of its own in which no incident of the application can be opened.
     *
     * @param to the region to go to; null when it is left to the plan
     * @param people who wish it, each with a reason
     * @return what was opened; fails with a problem when the application has an open incident or execution, is not in order, or
     *     its plan cannot be run so
     */
    public Uni<PlannedMove> open(Purpose purpose, String application, @Nullable String to, List<Act> people) {
        return transactions
                .run(() -> incidents
                        .lockOpen(application)
                        .invoke(incident -> requireNone(purpose, application, incident))
                        .chain(() -> plans.inForce(application))
                        .map(plan -> plan.filter(found -> found.plan() != null).orElseThrow(() -> noPlan(application)))
                        .invoke(plan -> requirePeople(purpose, plan, people))
                        .chain(plan -> course(purpose, plan, to).chain(course -> open(purpose, plan, course, people))))
                .onFailure(SlotTakenException.class)
                .transform(taken -> taken(purpose, ((SlotTakenException) taken).executionId()))
                .onFailure(UnpinnablePlanException.class)
                .transform(open -> unpinnable((UnpinnablePlanException) open));
    }

    private Uni<Course> course(Purpose purpose, PlanRevision revision, @Nullable String to) {
        Plan plan = Objects.requireNonNull(revision.plan());
        return executions
                .open(revision.application())
                .invoke(open -> open.ifPresent(other -> {
                    throw taken(purpose, other.executionId());
                }))
                .chain(() -> executions.unfinished(revision.application()))
                .chain(unfinished -> memories.of(plan)
                        .chain(memory -> views.evidence(plan).chain(evidence -> {
                            requireTrusted(
                                    purpose,
                                    plan,
                                    Agreement.of(memory, evidence, plan.gate().quorum()));
                            return purpose == Purpose.FAILBACK
                                    ? wayHome(plan, evidence, to)
                                    : Uni.createFrom()
                                            .item(() -> Readiness.course(purpose, plan, evidence, unfinished, to));
                        })));
    }

    /** A database that was restored may have forgotten where the application was moved. */
    private static void requireTrusted(Purpose purpose, Plan plan, Agreement agreement) {
        if (!(agreement instanceof Agreement.Agreed)) {
            throw new ProblemException(
                    CONFLICT,
                    "No %s now".formatted(purpose.word()),
                    agreement.reason(),
                    null,
                    "look where it is, and say that what the vantages see is right: POST /applications/%s/memory"
                            .formatted(plan.application()));
        }
    }

    private Uni<Course> wayHome(Plan plan, Evidence evidence, @Nullable String to) {
        return obligations.list(plan.application(), true).map(owed -> {
            Course course = Readiness.course(Purpose.FAILBACK, plan, evidence, Optional.empty(), home(plan, to));
            WayHome.require(
                    plan,
                    evidence,
                    course.to(),
                    owed.stream().map(StoredObligation::obligation).toList());
            return course;
        });
    }

    private static String home(Plan plan, @Nullable String wanted) {
        String home = plan.regions().home();
        if (wanted != null && !wanted.equals(home)) {
            throw new ProblemException(
                    UNPROCESSABLE,
                    "A failback leads home",
                    "%s is not %s's home, which is %s".formatted(wanted, plan.application(), home),
                    "/to",
                    "leave it out; to move there for good, change the plan's home");
        }
        return home;
    }

    private Uni<PlannedMove> open(Purpose purpose, PlanRevision plan, Course course, List<Act> people) {
        String id = purpose.word() + "-" + UUID.randomUUID();
        return arming.claim(plan, course.from(), false)
                .invoke(now -> requireStarted(purpose, now))
                .chain(() -> opener.open(new OpenExecution(
                        id,
                        plan.application(),
                        purpose.procedure(),
                        purpose.mode(),
                        Form.PLANNED,
                        course.from(),
                        course.to(),
                        plan,
                        people)))
                .map(executionId -> new PlannedMove(id, executionId, plan.application(), course.from(), course.to()));
    }

    /** Nobody stops automation before it is opened: a stop is seen here, or finds it. */
    private static void requireStarted(Purpose purpose, Arming arming) {
        GlobalStop stop = arming.stop();
        if (stop != null) {
            throw new ProblemException(
                    CONFLICT,
                    "No %s now".formatted(purpose.word()),
                    "all automation is stopped by %s: %s"
                            .formatted(stop.act().who(), stop.act().why()),
                    null,
                    "POST /automation/start lets it go on");
        }
    }

    private static void requireNone(Purpose purpose, String application, Optional<String> incident) {
        incident.ifPresent(id -> {
            throw new ProblemException(
                    CONFLICT,
                    "No %s now".formatted(purpose.word()),
                    application + " has the open incident " + id,
                    null,
                    "wait until it is over, or close it: POST /incidents/" + id + "/close");
        });
    }

    /** A rehearsal is one person's; what is to last takes as many as the plan wants, and more than two are never asked for. */
    private static void requirePeople(Purpose purpose, PlanRevision revision, List<Act> people) {
        int wanted = Math.min(
                2, Objects.requireNonNull(revision.plan()).gate().approvals().count());
        if (purpose == Purpose.FAILBACK
                && people.stream().map(Act::who).distinct().count() < wanted) {
            throw new ProblemException(
                    BAD_REQUEST,
                    "A second person is missing",
                    "the plan wants %d people, and second/who is missing or the same as who".formatted(wanted),
                    "/second/who",
                    "have another person say it too: {\"who\": \"...\", \"why\": \"...\", \"second\": {\"who\": \"...\", \"why\": \"...\"}}");
        }
    }

    private static ProblemException noPlan(String application) {
        return new ProblemException(
                NOT_FOUND,
                "No such application",
                "there is no plan in force for the application " + application,
                "application",
                "name an application of GET /plans, or put its plan first");
    }

    private static ProblemException taken(Purpose purpose, String executionId) {
        return new ProblemException(
                CONFLICT,
                "No %s now".formatted(purpose.word()),
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
