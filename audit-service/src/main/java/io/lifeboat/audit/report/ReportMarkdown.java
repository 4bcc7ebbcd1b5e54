package io.lifeboat.audit.report;

import io.lifeboat.audit.timing.Clocks;
import io.lifeboat.audit.timing.ExecutionTiming;
import io.lifeboat.audit.timing.RecoveryReport;
import io.lifeboat.audit.timing.RecoveryTimes;
import io.lifeboat.audit.timing.Segments;
import io.lifeboat.audit.timing.StepTiming;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.ObligationClosed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report for a reader, as Markdown. */
public final class ReportMarkdown {

    private ReportMarkdown() {}

    /** Writes it. */
    public static String of(RecoveryReport report) {
        return String.join(
                "\n",
                heading(report),
                objectives(report),
                clocks(report.clocks()),
                segments(report.segments()),
                recovery(report.recovery()),
                losses(report),
                executions(report),
                decisions(report),
                obligations(report));
    }

    private static String heading(RecoveryReport report) {
        return """
                # Recovery of %s
                Incident %s: %s of %s, under revision %d of the plan. **%s**
                """.formatted(
                        report.application(),
                        report.incidentId(),
                        Words.of(report.disasterClass()),
                        report.region() == null ? "no region that stands out" : report.region(),
                        report.planRevision(),
                        report.verdict());
    }

    private static String objectives(RecoveryReport report) {
        return """
                | | objective | achieved |
                |---|---|---|
                | RTO, last customer | %s | %s |
                | RPO | %s | %s |
                """.formatted(
                        Words.of(report.recovery().objective()),
                        Words.of(report.recovery().last()),
                        Words.of(report.lossObjective()),
                        interval(report.loss()));
    }

    private static String clocks(Clocks clocks) {
        return """
                ## Clocks
                All on the broker's clock.

                | turn | when |
                |---|---|
                | fault began | %s |
                | suspected | %s |
                | confirmed | %s |
                | decided | %s |
                | serving again | %s |
                | closed | %s |
                """.formatted(
                        Words.of(clocks.faultBegan()),
                        Words.of(clocks.suspected()),
                        Words.of(clocks.confirmed()),
                        Words.of(clocks.decided()),
                        Words.of(clocks.servingAgain()),
                        Words.of(clocks.closed()));
    }

    private static String segments(Segments segments) {
        return """
                ## Where the time went
                | detect | decide | of that, waiting for people | execute | verify |
                |---|---|---|---|---|
                | %s | %s | %s | %s | %s |
                """.formatted(
                        Words.of(segments.detect()),
                        Words.of(segments.decide()),
                        segments.approval() == null ? "nobody was asked" : Words.of(segments.approval()),
                        Words.of(segments.execute()),
                        Words.of(segments.verify()));
    }

    private static String recovery(RecoveryTimes times) {
        String rows = times.byWatch().stream()
                .map(watch -> "| %s | %.0f %% | %s | %s |"
                        .formatted(
                                watch.watch(),
                                watch.share() * 100,
                                Words.of(watch.shortest()),
                                Words.of(watch.longest())))
                .collect(Collectors.joining("\n"));
        return """
                ## Recovery time by kind of customer
                First %s, 99 %% %s, last %s.

                | entrance watch | stands for | shortest outage seen | longest |
                |---|---|---|---|
                %s
                """.formatted(Words.of(times.first()), Words.of(times.p99()), Words.of(times.last()), rows);
    }

    private static String losses(RecoveryReport report) {
        String rows = report.losses().stream()
                .map(loss ->
                        "| %s | %s | %s |".formatted(Words.of(loss.moment()), interval(loss.interval()), loss.basis()))
                .collect(Collectors.joining("\n"));
        return """
                ## Loss
                | stated at | interval | basis |
                |---|---|---|
                %s
                """.formatted(rows.isEmpty() ? "| - | unknown | nobody stated one |" : rows);
    }

    private static String executions(RecoveryReport report) {
        return report.executions().stream().map(ReportMarkdown::execution).collect(Collectors.joining("\n"));
    }

    private static String execution(ExecutionTiming run) {
        String rows = run.steps().stream().map(ReportMarkdown::step).collect(Collectors.joining("\n"));
        return """
                ## %s from %s to %s: %s
                Execution %s, %s.

                | step | action | started | took | attempts | outcome |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                run.procedure(), run.from(), run.to(), run.state(), run.executionId(), Words.of(run.mode()), rows);
    }

    private static String step(StepTiming step) {
        return "| %s | %s | %s | %s | %d | %s |"
                .formatted(
                        step.stepId(),
                        step.action() == null ? "-" : step.action(),
                        step.started() == null ? "-" : Words.of(step.started()),
                        step.elapsed() == null ? "-" : Words.of(step.elapsed()),
                        step.attempts(),
                        step.outcome());
    }

    private static String decisions(RecoveryReport report) {
        String rows = report.decisions().stream()
                .map(decision -> "| %s | %s | %s |"
                        .formatted(
                                Words.of(decision.at()),
                                Words.of(decision.evaluation().outcome()),
                                String.join("; ", Words.openChecks(decision.evaluation()))))
                .collect(Collectors.joining("\n"));
        return """
                ## What the gate decided
                | when | outcome | checks that did not pass |
                |---|---|---|
                %s
                """.formatted(rows);
    }

    private static String obligations(RecoveryReport report) {
        if (report.obligations().isEmpty()) {
            return "## Still owed\nNothing.\n";
        }
        return report.obligations().stream()
                .map(ReportMarkdown::obligation)
                .collect(Collectors.joining("\n", "## Still owed\n", "\n"));
    }

    private static String obligation(RecoveryReport.Obligation owed) {
        ObligationClosed end = owed.end();
        String text = owed.obligation().text();
        if (end == null) {
            return "- **open**: %s (due %s)".formatted(text, Words.of(owed.due()));
        }
        Act act = end.act();
        return "- %s: %s: %s%s"
                .formatted(Words.of(end.outcome()), text, end.proof(), act == null ? "" : " (by " + act.who() + ")");
    }

    private static String interval(@Nullable LossInterval loss) {
        return loss == null ? "unknown" : Words.of(loss.atLeast()) + " to " + Words.of(loss.atMost());
    }
}
