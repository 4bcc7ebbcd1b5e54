package io.lifeboat.bench.figure;

import java.util.Locale;
import java.util.OptionalDouble;

/** Sections as text for people. */
public final class Table {

    private static final String LINE = "  %-58s %6s %9s %9s %9s %9s  %s%n";

    private Table() {}

    /** One section: its lines, then its notes. */
    public static String text(Section section) {
        StringBuilder text = new StringBuilder();
        text.append(section.id().toUpperCase(Locale.ROOT))
                .append("  ")
                .append(section.title())
                .append('\n');
        text.append(LINE.formatted("", "n", "least", "median", "p99", "most", "beside the same run's comparison"));
        for (Row row : section.rows()) {
            Distribution measured = row.measured();
            text.append(LINE.formatted(
                    row.what() + " (" + row.unit() + ")",
                    measured.count(),
                    number(measured.least()),
                    number(measured.median()),
                    number(measured.p99()),
                    number(measured.most()),
                    comparison(row)));
        }
        section.notes().forEach(note -> text.append("  - ").append(note).append('\n'));
        boolean few = section.rows().stream().anyMatch(row -> row.measured().count() < Distribution.ENOUGH_FOR_P99);
        if (few) {
            text.append("  - Under ")
                    .append(Distribution.ENOUGH_FOR_P99)
                    .append(" samples no p99 is told: it would be the largest sample under another name.\n");
        }
        return text.toString();
    }

    private static String comparison(Row row) {
        Row beside = row.beside();
        if (beside == null) {
            return "";
        }
        return "%s x at the median%s of: %s"
                .formatted(
                        number(row.medianRatio()),
                        row.p99Ratio().isPresent() ? ", " + number(row.p99Ratio()) + " x at p99" : "",
                        beside.what());
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "-";
        }
        double number = value.getAsDouble();
        int digits = Math.abs(number) >= 1000 ? 0 : Math.abs(number) >= 100 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
