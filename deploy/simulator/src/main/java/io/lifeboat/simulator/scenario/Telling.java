package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One telling of a scenario: scripted vantages see what it says, and speak as seldom as detectors do. It has no clock; who asks
 * it says how much time has passed, and may ask late.
 */
public final class Telling {

    private static final Duration WHILE_UP = Duration.ofSeconds(30);
    private static final Duration WHILE_NOT_UP = Duration.ofSeconds(5);

    private final String application;
    private final Map<String, ScriptedVantage> vantages = new LinkedHashMap<>();
    private final Map<String, Duration> nextWord = new HashMap<>();
    private final Deque<Scenario.Change> changes;

    /**
     * Begins.
     *
     * @param inForce the plan whose watches and vantages the scenario names, and whose application is told of
     * @param begin when it begins, by the broker's clock, which is right by definition
     */
    public Telling(PlanRevision inForce, Scenario scenario, Instant begin) {
        this.application = inForce.application();
        Plan plan = Objects.requireNonNull(inForce.plan());
        plan.vantages().forEach(vantage -> {
            vantages.put(vantage.id(), new ScriptedVantage(inForce, vantage, begin));
            nextWord.put(vantage.id(), Duration.ZERO);
        });
        this.changes = new ArrayDeque<>(scenario.seen().stream()
                .sorted(Comparator.comparing(Scenario.Change::at))
                .toList());
    }

    /** When somebody speaks next, since the beginning. */
    public Duration next() {
        Duration word =
                nextWord.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        Scenario.Change change = changes.peek();
        return change == null || word.compareTo(change.at()) < 0 ? word : change.at();
    }

    /**
     * What is said since it was asked last.
     *
     * @param now since the beginning
     * @return in the order in which it is said; empty before the next word
     */
    public List<Said> due(Duration now) {
        List<Said> said = new ArrayList<>();
        for (Scenario.Change change = changes.peek();
                change != null && change.at().compareTo(now) <= 0;
                change = changes.peek()) {
            said.addAll(change(changes.remove(), now));
        }
        vantages.values().stream()
                .filter(vantage -> nextWord(vantage).compareTo(now) <= 0)
                .forEach(vantage -> said.addAll(word(vantage, now)));
        return said;
    }

    private Duration nextWord(ScriptedVantage vantage) {
        return Objects.requireNonNull(nextWord.get(vantage.name()));
    }

    private List<Said> change(Scenario.Change change, Duration now) {
        List<Said> said = new ArrayList<>();
        for (String name : change.by().isEmpty() ? vantages.keySet() : change.by()) {
            ScriptedVantage vantage = vantages.get(name);
            if (vantage == null) {
                throw new IllegalArgumentException(
                        "the plan has no vantage '%s'; it has %s".formatted(name, vantages.keySet()));
            }
            vantage.see(change, now).forEach(event -> said.add(said(vantage, event, now)));
            said.addAll(word(vantage, now));
        }
        return said;
    }

    /** All it sees, and when it speaks again unless something happens before. */
    private List<Said> word(ScriptedVantage vantage, Duration now) {
        nextWord.put(vantage.name(), now.plus(vantage.allUp() ? WHILE_UP : WHILE_NOT_UP));
        return vantage.silent() ? List.of() : List.of(said(vantage, vantage.snapshot(now), now));
    }

    private Said said(ScriptedVantage vantage, Record body, Duration now) {
        Instant clock = vantage.clock(now);
        return new Said(Envelope.pack("/lifeboat/detector/" + vantage.name(), application, clock, body), clock);
    }
}
