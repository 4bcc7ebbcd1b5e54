package io.lifeboat.bench.command;

import io.lifeboat.bench.figure.Distribution;
import io.lifeboat.bench.figure.Row;
import io.lifeboat.bench.figure.Section;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.e2e.stack.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** B4: from the decision's commit, and from the event that completes the evidence, to the command at a consumer. */
public final class DecisionToCommand {

    private static final int SLOW = 20;
    private static final int FAST = 200;

    /** The fast rate is kept for a shorter time: evidence must be fresh when the last of the applications fails. */
    private static final double SHARE_OF_FAST = 0.3;

    private final Layout layout;
    private final int seconds;
    private final Consumer<String> progress;

    public DecisionToCommand(Layout layout, int seconds, Consumer<String> progress) {
        this.layout = layout;
        this.seconds = seconds;
        this.progress = progress;
    }

    /** Measures. */
    public Section measure() {
        progress.accept("Kafka, PostgreSQL and a coordinator ...");
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(
                "Decision: PostgreSQL's commit time of the transaction that opened the execution. Command: the poll of an"
                        + " independent consumer that brought the RunStep. One machine, one monotonic clock.",
                "Event in: just before the outage event is produced that completes what the gate needs; both vantages'"
                        + " signals were sent before. In between lie two transactions: the event opens the incident, then"
                        + " the gate is asked and opens the execution.",
                "What differs: a command is committed with the decision, its journal entry and the execution before it is"
                        + " sent (the bare records are lost when their sender dies), and four messages leave for each decision: the"
                        + " command goes once the first of them is acknowledged."));
        try (Room room = Room.start(layout);
                StepServer server = new StepServer()) {
            room.coordinator("coordinator-1", Map.of());
            try (BareKafka bare = new BareKafka(room.bootstrap());
                    Decisions decisions = new Decisions(room, server)) {
                progress.accept("warming up ...");
                bare.at(100, 300);
                decisions.warmUp();
                rate(SLOW, SLOW * seconds, bare, decisions, rows, notes);
                rate(FAST, (int) (FAST * seconds * SHARE_OF_FAST), bare, decisions, rows, notes);
            }
        }
        return new Section("b4", "decision to command, and event in to command out", rows, notes);
    }

    /** Bare before and after, so that what changes meanwhile falls on both. */
    private void rate(int rate, int count, BareKafka bare, Decisions decisions, List<Row> rows, List<String> notes) {
        progress.accept("%d a second, %d applications ...".formatted(rate, count));
        BareKafka.Hops before = bare.at(rate, count / 2);
        Decisions.Timed timed = decisions.at(rate, count);
        BareKafka.Hops after = bare.at(rate, count / 2);
        Row one = Row.of(
                "bare Kafka, one hop, " + rate + "/s",
                "ms",
                BareKafka.distribution(List.of(before.one(), after.one())));
        Row two = Row.of(
                "bare Kafka, two hops, " + rate + "/s",
                "ms",
                BareKafka.distribution(List.of(before.two(), after.two())));
        progress.accept("medians: decision to command %.2f ms beside %.2f ms, event to command %.2f ms beside %.2f ms"
                .formatted(
                        Distribution.of(timed.decisionToCommand()).median().orElse(Double.NaN),
                        one.measured().median().orElse(Double.NaN),
                        Distribution.of(timed.eventToCommand()).median().orElse(Double.NaN),
                        two.measured().median().orElse(Double.NaN)));
        rows.add(one);
        rows.add(Row.of("decision to command, " + rate + "/s", "ms", Distribution.of(timed.decisionToCommand()))
                .beside(one));
        rows.add(two);
        rows.add(Row.of("event in to command out, " + rate + "/s", "ms", Distribution.of(timed.eventToCommand()))
                .beside(two));
        rows.add(Row.of(
                "  of it, event in to decision, " + rate + "/s", "ms", Distribution.of(timed.eventToDecision())));
        if (timed.missing() > 0) {
            notes.add("At %d/s %d of %d commands had not come within the patience; they are not in the figures."
                    .formatted(rate, timed.missing(), count));
        }
    }
}
