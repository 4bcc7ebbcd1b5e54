package io.lifeboat.coordinator.planned;

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

/** Whether an application is ready for a planned move, and which way it would go. Pure. */
final class Readiness {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Readiness() {}

    /**
     * The way it goes; a move that was begun the same way and stopped in between is finished.
     *
     * @param wanted the region to go to; null when it is left to the plan
     * @throws ProblemException naming what forbids it, and the remedy
     */
    static Course course(
            Purpose purpose,
            Plan plan,
            Evidence evidence,
            Optional<UnfinishedMove> unfinished,
            @Nullable String wanted) {
        requirePlanned(purpose, plan);
        String writer = evidence.writer()
                .orElseThrow(() -> refused(
                        purpose,
                        "nobody sees where the writer is",
                        "see that a vantage's watch aurora-lag answers: GET /incidents shows what they say"));
        Course course = unfinished
                .filter(move -> move.to().equals(writer) && (wanted == null || wanted.equals(move.to())))
                .map(move -> new Course(move.from(), move.to()))
                .orElseGet(() -> new Course(writer, to(plan, writer, wanted)));
        requireHealthy(purpose, Classifier.classify(plan, course.from(), course.from(), evidence));
        evidence.notFollowing(course.to()).ifPresent(why -> {
            throw refused(
                    purpose, why, "wait until it follows the writer again: a switchover needs both sides healthy");
        });
        return course;
    }

    /** A failover's promotion accepts the loss of what was not replicated; nothing is lost for a planned move. */
    private static void requirePlanned(Purpose purpose, Plan plan) {
        List<Step> steps = plan.procedure(purpose.procedure())
                .orElseThrow(() -> new ProblemException(
                        UNPROCESSABLE,
                        "Nothing to run",
                        "the plan has no procedure " + purpose.procedure(),
                        "/procedures/" + purpose.procedure(),
                        "write it, and put the plan in force: PUT /plans/" + plan.application()));
        PlannedForm.losing(steps).ifPresent(i -> {
            Step step = steps.get(i);
            throw new ProblemException(
                    UNPROCESSABLE,
                    "A %s would lose data".formatted(purpose.word()),
                    "step %s runs %s in a %s too"
                            .formatted(step.id(), step.inPlannedForm().action(), purpose.word()),
                    "/procedures/%s/%d/planned".formatted(purpose.procedure(), i),
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

    private static void requireHealthy(Purpose purpose, Classification active) {
        if (!active.clear()) {
            throw refused(
                    purpose,
                    "%s is not seen in order by every vantage: %s"
                            .formatted(
                                    active.region(),
                                    active.votes().stream().map(Vote::reason).collect(Collectors.joining("; "))),
                    "wait until it is; what is wrong for good is a disaster: POST /incidents declares it");
        }
    }

    static ProblemException refused(Purpose purpose, String why, String remedy) {
        return new ProblemException(CONFLICT, "No %s now".formatted(purpose.word()), why, null, remedy);
    }
}
