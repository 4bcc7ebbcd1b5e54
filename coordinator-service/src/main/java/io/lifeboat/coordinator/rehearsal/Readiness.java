package io.lifeboat.coordinator.rehearsal;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.command.PlannedForm;
import io.lifeboat.coordinator.execution.UnfinishedMove;
import io.lifeboat.coordinator.signal.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an application is ready for a rehearsal, and which way it would go. Pure. */
final class Readiness {

    static final String PROCEDURE = "failover";

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Readiness() {}

    /**
     * The way a rehearsal goes; a move that was begun the same way and stopped in between is finished.
     *
     * @param wanted the region to go to; null when it is left to the plan
     * @throws ProblemException naming what forbids it, and the remedy
     */
    static Course course(Plan plan, Evidence evidence, Optional<UnfinishedMove> unfinished, @Nullable String wanted) {
        requirePlanned(plan);
        String writer = evidence.writer()
                .orElseThrow(() -> refused(
                        "nobody sees where the writer is",
                        "see that a vantage's watch aurora-lag answers: GET /incidents shows what they say"));
        Course course = unfinished
                .filter(move -> move.to().equals(writer) && (wanted == null || wanted.equals(move.to())))
                .map(move -> new Course(move.from(), move.to()))
                .orElseGet(() -> new Course(writer, to(plan, writer, wanted)));
        requireHealthy(Classifier.classify(plan, course.from(), course.from(), evidence));
        evidence.notFollowing(course.to()).ifPresent(why -> {
            throw refused(why, "wait until it follows the writer again: a switchover needs both sides healthy");
        });
        return course;
    }

    /** A failover's promotion accepts the loss of what was not replicated; nothing is lost for a rehearsal. */
    private static void requirePlanned(Plan plan) {
        List<Step> steps = plan.procedure(PROCEDURE)
                .orElseThrow(() -> new ProblemException(
                        UNPROCESSABLE,
                        "Nothing to rehearse",
                        "the plan has no procedure " + PROCEDURE,
                        "/procedures/" + PROCEDURE,
                        "write it, and put the plan in force: PUT /plans/" + plan.application()));
        PlannedForm.losing(steps).ifPresent(i -> {
            Step step = steps.get(i);
            throw new ProblemException(
                    UNPROCESSABLE,
                    "A rehearsal would lose data",
                    "step %s runs %s in a rehearsal too"
                            .formatted(step.id(), step.inPlannedForm().action()),
                    "/procedures/%s/%d/planned".formatted(PROCEDURE, i),
                    "write planned: { action: %s }".formatted(Action.AURORA_SWITCHOVER.wireName()));
        });
    }

    private static String to(Plan plan, String active, @Nullable String wanted) {
        List<String> others = plan.regions().all().stream()
                .filter(region -> !region.equals(active))
                .toList();
        if (wanted != null && !others.contains(wanted)) {
            throw new ProblemException(
                    UNPROCESSABLE,
                    "No region to go to",
                    wanted.equals(active)
                            ? wanted + " is the active region already"
                            : wanted + " is no region of the plan",
                    "/to",
                    "name one of " + String.join(", ", others) + ", or leave it out");
        }
        return wanted == null ? others.stream().findFirst().orElseThrow(Readiness::alone) : wanted;
    }

    private static ProblemException alone() {
        return new ProblemException(
                UNPROCESSABLE,
                "No region to go to",
                "the plan has one region only",
                "/regions/other",
                "name another region in the plan");
    }

    private static void requireHealthy(Classification active) {
        if (!active.clear()) {
            throw refused(
                    "%s is not seen in order by every vantage: %s"
                            .formatted(
                                    active.region(),
                                    active.votes().stream().map(Vote::reason).collect(Collectors.joining("; "))),
                    "wait until it is; what is wrong for good is no rehearsal: POST /incidents declares it");
        }
    }

    private static ProblemException refused(String why, String remedy) {
        return new ProblemException(CONFLICT, "No rehearsal now", why, null, remedy);
    }
}
