package io.lifeboat.e2e.demo;

import io.lifeboat.e2e.job.Lived;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.job.Measured;
import io.lifeboat.e2e.job.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Promised, audited and lived through, side by side.
 *
 * @param rows one for RTO and RPO each
 * @param findings what the verdict rests on
 */
record Comparison(List<Row> rows, List<Verdict.Finding> findings) {

    /** One measure. */
    record Row(String measure, String objective, String audited, String customers) {}

    static Comparison of(MainJob.Outcome outcome) {
        Measured measured = outcome.measured();
        Lived lived = outcome.lived();
        return new Comparison(
                List.of(
                        new Row("RTO, first customer", "", Verdict.text(measured.first()), Verdict.text(lived.first())),
                        new Row("RTO, 99 % of customers", "", Verdict.text(measured.p99()), Verdict.text(lived.p99())),
                        new Row(
                                "RTO, last customer",
                                Verdict.text(measured.rtoObjective()),
                                Verdict.text(measured.last()),
                                Verdict.text(lived.last())),
                        new Row(
                                "RPO (loss)",
                                Verdict.text(measured.rpoObjective()),
                                Verdict.text(measured.lossAtLeast()) + " to " + Verdict.text(measured.lossAtMost()),
                                Verdict.text(lived.lossSeconds())
                                        + (lived.lostOrders() == null ? "" : ", " + lived.lostOrders() + " orders"))),
                outcome.verdict().findings());
    }

    /** For a terminal. */
    String text() {
        String table = rows.stream()
                .map(row -> "  %-24s %-12s %-20s %s"
                        .formatted(row.measure(), row.objective(), row.audited(), row.customers()))
                .collect(Collectors.joining("\n"));
        String judged = findings.stream()
                .map(finding -> (finding.ok() ? "  ok    " : "  WRONG ") + finding.what())
                .collect(Collectors.joining("\n"));
        return "  %-24s %-12s %-20s %s%n%s%n%n%s%n".formatted("", "objective", "audited", "customers", table, judged);
    }

    /** For a file. */
    String markdown() {
        String table = rows.stream()
                .map(row -> "| %s | %s | %s | %s |"
                        .formatted(row.measure(), row.objective(), row.audited(), row.customers()))
                .collect(Collectors.joining("\n"));
        String judged = findings.stream()
                .map(finding -> "- " + (finding.ok() ? "ok: " : "**wrong**: ") + finding.what())
                .collect(Collectors.joining("\n"));
        return """
                ## Beside what the customers lived through
                | measure | objective | audited | customers |
                |---|---|---|---|
                %s

                %s
                """.formatted(table, judged);
    }
}
