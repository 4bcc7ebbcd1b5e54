package io.lifeboat.simulator.replay;

import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Turn;
import io.lifeboat.simulator.scenario.Words;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Prints what was decided, turn by turn; of a recording with the time it was, and what would have been done. */
final class ToldInWords {

    private static final int MOST_UNREADABLE = 20;

    private final PrintStream out;

    ToldInWords(PrintStream out) {
        this.out = out;
    }

    void tell(Path path, Told told) {
        out.printf("%s: %s%n", path.getFileName(), heading(told));
        unreadable(told.unreadable());
        told.result().ifPresent(result -> result(told, result));
    }

    private static String heading(Told told) {
        return told.recording()
                .map(recording -> "%s%d messages from %s to %s%s"
                        .formatted(
                                told.says().isEmpty() ? "" : told.says() + " ",
                                recording.messages().size(),
                                recording.messages().getFirst().appendedAt(),
                                recording.messages().getLast().appendedAt(),
                                told.passedOver() == 0 ? "" : ", " + told.passedOver() + " others passed over"))
                .orElse(told.says());
    }

    private void unreadable(List<String> lines) {
        lines.stream().limit(MOST_UNREADABLE).forEach(line -> out.println("  CANNOT BE READ: " + line));
        if (lines.size() > MOST_UNREADABLE) {
            out.printf("  and %d more%n", lines.size() - MOST_UNREADABLE);
        }
    }

    private void result(Told told, Decided result) {
        Optional<Instant> begins = told.recording().flatMap(Recording::begins);
        result.turns()
                .forEach(turn -> out.printf(
                        "  %s%8s  %-14s  %-18s  %s%n",
                        time(begins, turn.at()),
                        Words.of(turn.at()),
                        Words.of(turn.outcome()),
                        Words.of(turn.disasterClass()),
                        turn.decisive()
                                .map(check -> check.check() + ": " + check.reason())
                                .orElse("")));
        if (result.turns().isEmpty()) {
            out.println("  no incident was opened");
        } else {
            explain(result.turns().getLast());
        }
        if (begins.isPresent()) {
            result.deeds()
                    .forEach(deed ->
                            out.printf("  %s%8s  %s%n", time(begins, deed.at()), Words.of(deed.at()), deed.what()));
        }
        result.closed().forEach(outcome -> out.println("            closed: " + outcome));
        told.judgement()
                .ifPresentOrElse(
                        judgement -> out.println(
                                judgement.asExpected()
                                        ? "  as expected"
                                        : "  NOT AS EXPECTED: " + String.join("; ", judgement.differences())),
                        () -> result.surprises().forEach(surprise -> out.println("  " + surprise)));
    }

    private void explain(Turn turn) {
        out.printf("            confidence: %s%n", Words.of(turn.confidence()));
        turn.evidenceFor().forEach(argument -> out.println("            for      " + Words.of(argument)));
        turn.evidenceAgainst().forEach(argument -> out.println("            against  " + Words.of(argument)));
    }

    private static String time(Optional<Instant> begins, Duration at) {
        return begins.map(begin -> begin.plus(at).truncatedTo(ChronoUnit.SECONDS) + "  ")
                .orElse("");
    }
}
