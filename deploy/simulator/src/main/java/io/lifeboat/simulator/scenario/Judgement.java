package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.incident.Argument;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided beside what was expected.
 *
 * @param differences in words; empty when it is as expected
 */
public record Judgement(List<String> differences) {

    /** Compares them. */
    public static Judgement of(Scenario.Expected expected, Decided result) {
        List<String> differences = new ArrayList<>(result.surprises());
        Optional<Turn> last = result.turns().isEmpty()
                ? Optional.empty()
                : Optional.of(result.turns().getLast());
        GateOutcome outcome = result.opened() || result.openAtTheEnd()
                ? last.map(Turn::outcome).orElse(null)
                : null;
        compare("outcome", expected.outcome(), outcome, differences);
        compare("class", expected.disasterClass(), takenFor(result.turns()), differences);
        if (expected.check() != null) {
            compare(
                    "check",
                    expected.check(),
                    last.flatMap(Turn::decisive).map(check -> check.check()).orElse(null),
                    differences);
        }
        expected.says().forEach((check, text) -> said(check, text, result.turns(), differences));
        explained(expected, result.turns(), differences);
        last.filter(turn -> turn.outcome() == GateOutcome.PROCEED).ifPresent(turn -> {
            between(expected.notBefore(), expected.notAfter(), turn.at(), differences);
        });
        return new Judgement(List.copyOf(differences));
    }

    /** Whether there is no difference. */
    public boolean asExpected() {
        return differences.isEmpty();
    }

    /** What it was taken for last, once more was known than that something is wrong. */
    public static @Nullable DisasterClass takenFor(List<Turn> turns) {
        List<DisasterClass> known = turns.stream()
                .map(Turn::disasterClass)
                .filter(disasterClass -> disasterClass != DisasterClass.UNKNOWN)
                .toList();
        if (known.isEmpty()) {
            return turns.isEmpty() ? null : DisasterClass.UNKNOWN;
        }
        return known.getLast();
    }

    private static void said(String check, String text, List<Turn> turns, List<String> differences) {
        List<String> reasons = turns.stream()
                .flatMap(turn -> turn.checks().stream())
                .filter(result -> result.check().equals(check))
                .map(CheckResult::reason)
                .distinct()
                .toList();
        if (reasons.stream().noneMatch(reason -> reason.contains(text))) {
            differences.add("%s: expected it to say '%s', it said %s".formatted(check, text, reasons));
        }
    }

    /** The last turn in which it was taken for what it was to be taken for. */
    private static void explained(Scenario.Expected expected, List<Turn> turns, List<String> differences) {
        List<Turn> taken = turns.stream()
                .filter(turn -> turn.disasterClass() == expected.disasterClass())
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        Turn turn = taken.getLast();
        if (expected.confidence() != null) {
            compare("confidence", expected.confidence(), turn.confidence(), differences);
        }
        contains("evidence for", expected.evidenceFor(), turn.evidenceFor(), differences);
        contains("evidence against", expected.evidenceAgainst(), turn.evidenceAgainst(), differences);
    }

    private static void contains(String what, List<String> expected, List<Argument> said, List<String> differences) {
        List<String> all = said.stream().map(Words::of).toList();
        expected.stream()
                .filter(text -> all.stream().noneMatch(line -> line.contains(text)))
                .forEach(text -> differences.add("%s: expected '%s', was %s".formatted(what, text, all)));
    }

    private static void compare(
            String what, @Nullable Object expected, @Nullable Object said, List<String> differences) {
        if (!Objects.equals(expected, said)) {
            differences.add("%s: expected %s, was %s".formatted(what, Words.of(expected), Words.of(said)));
        }
    }

    private static void between(
            @Nullable Duration notBefore, @Nullable Duration notAfter, Duration at, List<String> differences) {
        if (notBefore != null && at.compareTo(notBefore) < 0) {
            differences.add("proceeds after %s, expected not before %s".formatted(Words.of(at), Words.of(notBefore)));
        }
        if (notAfter != null && at.compareTo(notAfter) > 0) {
            differences.add("proceeds after %s, expected no later than %s".formatted(Words.of(at), Words.of(notAfter)));
        }
    }
}
