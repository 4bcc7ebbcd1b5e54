package io.lifeboat.simulator.replay;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Judgement;
import io.lifeboat.simulator.scenario.Turn;
import io.lifeboat.simulator.scenario.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many of many stories came to what, by class. */
final class Tally {

    private final Map<String, Map<End, Integer>> byClass = new TreeMap<>();
    private final Map<End, Integer> all = new EnumMap<>(End.class);
    private int told;

    /** What a story came to; of several the first of these. */
    enum End {
        PROCEEDED("proceeded", GateOutcome.PROCEED),
        VETOED("vetoed", GateOutcome.VETO),
        ASKED("asked", GateOutcome.AWAIT_APPROVAL),
        HELD("held", GateOutcome.HOLD),
        NOTHING("opened no incident", null);

        private final String words;
        private final @Nullable GateOutcome outcome;

        End(String words, @Nullable GateOutcome outcome) {
            this.words = words;
            this.outcome = outcome;
        }

        static End of(List<Turn> turns) {
            return Arrays.stream(values())
                    .filter(end -> turns.stream().anyMatch(turn -> turn.outcome() == end.outcome))
                    .findFirst()
                    .orElse(NOTHING);
        }

        /** What it was taken for when it came to that; where it was held only, what it was taken for last. */
        @Nullable
        DisasterClass takenFor(List<Turn> turns) {
            return this == HELD
                    ? Judgement.takenFor(turns)
                    : turns.reversed().stream()
                            .filter(turn -> turn.outcome() == outcome)
                            .map(Turn::disasterClass)
                            .findFirst()
                            .orElse(null);
        }
    }

    /** Counts one. */
    void add(Decided result) {
        End end = End.of(result.turns());
        told++;
        all.merge(end, 1, Integer::sum);
        DisasterClass taken = end.takenFor(result.turns());
        if (taken != null) {
            byClass.computeIfAbsent(Words.of(taken), missing -> new EnumMap<>(End.class))
                    .merge(end, 1, Integer::sum);
        }
    }

    /** All of it in words; empty when one or none was told. */
    List<String> lines() {
        if (told < 2) {
            return List.of();
        }
        Map<String, Map<End, Integer>> rows = new LinkedHashMap<>();
        rows.put("%d told, the gate would have".formatted(told), all);
        byClass.forEach((taken, ends) -> rows.put("  " + taken, ends));
        return rows.entrySet().stream()
                .map(row -> row.getKey() + ": " + words(row.getValue()))
                .toList();
    }

    private static String words(Map<End, Integer> ends) {
        return ends.entrySet().stream()
                .map(end -> end.getKey().words + " " + end.getValue())
                .collect(Collectors.joining(", "));
    }
}
