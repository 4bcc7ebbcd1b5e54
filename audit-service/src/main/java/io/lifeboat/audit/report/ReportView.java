package io.lifeboat.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lifeboat.audit.timing.Clocks;
import io.lifeboat.audit.timing.ExecutionTiming;
import io.lifeboat.audit.timing.RecoveryReport;
import io.lifeboat.audit.timing.RecoveryTimes;
import io.lifeboat.audit.timing.Segments;
import io.lifeboat.audit.timing.StepTiming;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.incident.ObligationClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as JSON. Durations are seconds; null is unknown and is written, so that nobody takes it for forgotten. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportView(
        String incidentId,
        String application,
        int planRevision,
        DisasterClass disasterClass,
        @Nullable String region,
        String verdict,
        Clocks clocks,
        SegmentsView segments,
        Rto rto,
        Rpo rpo,
        List<Execution> executions,
        List<DecisionView> decisions,
        List<ObligationView> obligations) {

    /** Where the time went, in seconds. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SegmentsView(
            @Nullable Double detectSeconds,
            @Nullable Double decideSeconds,
            @Nullable Double approvalSeconds,
            @Nullable Double executeSeconds,
            @Nullable Double verifySeconds) {

        static SegmentsView of(Segments segments) {
            return new SegmentsView(
                    seconds(segments.detect()),
                    seconds(segments.decide()),
                    seconds(segments.approval()),
                    seconds(segments.execute()),
                    seconds(segments.verify()));
        }
    }

    /** The recovery time, in seconds. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Rto(
            @Nullable Double objectiveSeconds,
            @Nullable Double firstSeconds,
            @Nullable Double p99Seconds,
            @Nullable Double lastSeconds,
            List<OfWatch> byWatch) {

        static Rto of(RecoveryTimes times) {
            return new Rto(
                    seconds(times.objective()),
                    seconds(times.first()),
                    seconds(times.p99()),
                    seconds(times.last()),
                    times.byWatch().stream()
                            .map(watch -> new OfWatch(
                                    watch.watch(), watch.share(), seconds(watch.shortest()), seconds(watch.longest())))
                            .toList());
        }
    }

    /** One entrance watch. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfWatch(
            String watch,
            double share,
            @Nullable Double shortestSeconds,
            @Nullable Double longestSeconds) {}

    /** The loss, in seconds. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Rpo(@Nullable Double objectiveSeconds, List<Statement> statements) {}

    /** One statement of the loss. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Statement(
            Instant at,
            String moment,
            @Nullable Double atLeastSeconds,
            @Nullable Double atMostSeconds,
            String basis) {

        static Statement of(RecoveryReport.Loss loss) {
            return new Statement(
                    loss.at(),
                    Words.of(loss.moment()),
                    loss.interval() == null ? null : seconds(loss.interval().atLeast()),
                    loss.interval() == null ? null : seconds(loss.interval().atMost()),
                    loss.basis());
        }
    }

    /** One run. */
    public record Execution(
            String executionId,
            Mode mode,
            String procedure,
            String from,
            String to,
            Instant opened,
            String state,
            List<Step> steps) {

        static Execution of(ExecutionTiming run) {
            return new Execution(
                    run.executionId(),
                    run.mode(),
                    run.procedure(),
                    run.from(),
                    run.to(),
                    run.opened(),
                    run.state(),
                    run.steps().stream().map(Step::of).toList());
        }
    }

    /** One step. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Step(
            String stepId,
            @Nullable String action,
            @Nullable Instant started,
            @Nullable Double elapsedSeconds,
            int attempts,
            String outcome) {

        static Step of(StepTiming step) {
            return new Step(
                    step.stepId(),
                    step.action(),
                    step.started(),
                    seconds(step.elapsed()),
                    step.attempts(),
                    step.outcome());
        }
    }

    /** One turn of the gate, with the checks that did not pass. */
    public record DecisionView(Instant at, String outcome, List<String> because) {

        static DecisionView of(RecoveryReport.Decision decision) {
            return new DecisionView(
                    decision.at(), Words.of(decision.evaluation().outcome()), Words.openChecks(decision.evaluation()));
        }
    }

    /**
     * Something owed.
     *
     * @param outcome kept, waived or overtaken; null while it is open
     * @param proof what shows that it was kept, or why it was waived or overtaken
     * @param closedBy who closed it and why; null when the machine did
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ObligationView(
            String obligationId,
            String kind,
            String text,
            Instant due,
            boolean open,
            @Nullable String outcome,
            @Nullable String proof,
            @Nullable Act closedBy) {

        static ObligationView of(RecoveryReport.Obligation owed) {
            ObligationClosed end = owed.end();
            return new ObligationView(
                    owed.obligation().obligationId(),
                    owed.obligation().kind(),
                    owed.obligation().text(),
                    owed.due(),
                    owed.open(),
                    end == null ? null : Words.of(end.outcome()),
                    end == null ? null : end.proof(),
                    end == null ? null : end.act());
        }
    }

    /** The JSON form of a report. */
    public static ReportView of(RecoveryReport report) {
        return new ReportView(
                report.incidentId(),
                report.application(),
                report.planRevision(),
                report.disasterClass(),
                report.region(),
                report.verdict(),
                report.clocks(),
                SegmentsView.of(report.segments()),
                Rto.of(report.recovery()),
                new Rpo(
                        seconds(report.lossObjective()),
                        report.losses().stream().map(Statement::of).toList()),
                report.executions().stream().map(Execution::of).toList(),
                report.decisions().stream().map(DecisionView::of).toList(),
                report.obligations().stream().map(ObligationView::of).toList());
    }

    static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / 1000.0;
    }
}
