package io.lifeboat.coordinator.card;

import io.lifeboat.contract.incident.Argument;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.timing.ExpectedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The card for a reader: one page of Markdown that reads as well in a terminal. */
final class CardMarkdown {

    /** Of a list that may be long; the JSON has all of it. */
    private static final int MOST_ARGUMENTS = 4;

    private static final int MOST_CHECKS = 7;
    private static final int MOST_ROWS = 5;

    private static final int LONGEST_CELL = 200;

    private final Card card;
    private final String base;
    private final List<String> lines = new ArrayList<>();

    private CardMarkdown(Card card, String base) {
        this.card = card;
        this.base = base;
    }

    /**
     * Writes it.
     *
     * @param base where this service answers, without a slash at the end
     */
    static String of(Card card, String base) {
        return new CardMarkdown(card, base).page();
    }

    private String page() {
        heading();
        asked();
        costs();
        seenBy();
        holds();
        similar();
        uncovered();
        return String.join("\n", lines) + "\n";
    }

    private void heading() {
        Card.Taken taken = card.taken();
        say(
                "# %s: %s%s, %s, since %s (%s)",
                card.application(),
                Words.of(taken.disasterClass()),
                taken.region() == null ? "" : " of " + taken.region(),
                card.state(),
                Words.of(card.since()),
                Words.of(Duration.between(card.since(), card.at())));
        say("");
        Card.Said gate = card.gate();
        if (gate == null) {
            say("**The gate** was not asked yet.");
        } else {
            CheckResult because = gate.decisive();
            say(
                    "**The gate says %s**%s (%s ago)",
                    Words.of(gate.outcome()),
                    because == null ? "" : ": %s: %s".formatted(because.check(), text(because.reason())),
                    Words.of(gate.age()));
        }
        say("Class: %s", taken());
        confidence();
        say(
                "Commander: %s. Incident %s.",
                card.commander() == null ? "nobody" : text(card.commander()), card.incidentId());
    }

    private void confidence() {
        Explanation explanation = card.taken().explanation();
        if (explanation == null) {
            return;
        }
        say("Confidence: %s: %s", Words.of(explanation.confidence()), text(explanation.reason()));
        arguments("For", explanation.evidenceFor());
        arguments("Against", explanation.evidenceAgainst());
    }

    private void arguments(String side, List<Argument> arguments) {
        if (!arguments.isEmpty()) {
            say(
                    "%s: %s",
                    side,
                    arguments.stream()
                            .limit(MOST_ARGUMENTS)
                            .map(argument -> argument.by().isEmpty()
                                    ? text(argument.what())
                                    : text(argument.what() + " (" + String.join(", ", argument.by()) + ")"))
                            .collect(Collectors.joining("; ")));
        }
    }

    private String taken() {
        Card.Taken taken = card.taken();
        List<String> parts = new ArrayList<>();
        if (taken.agreed()) {
            parts.add("%d vantages agree, %d needed".formatted(taken.troubled(), taken.quorum()));
        }
        parts.add(text(taken.reason()));
        if (taken.declared() != null) {
            parts.add("declared by %s: %s"
                    .formatted(
                            text(taken.declared().who()), text(taken.declared().why())));
        }
        if (taken.damage() != null) {
            parts.add("damage: " + text(taken.damage()));
        }
        return String.join("; ", parts);
    }

    private void asked() {
        section("Asked of you");
        say("%s", text(card.asked().says()));
        if (card.asked().answers().isEmpty()) {
            return;
        }
        say("");
        for (Asked.Answer answer : card.asked().answers()) {
            say("    # %s", answer.means());
            say("    %s", curl(answer));
        }
    }

    private String curl(Asked.Answer answer) {
        String url = base + answer.path();
        return answer.body() == null
                ? "curl " + url
                : "curl -X %s %s -H 'Content-Type: application/json' -d '%s'"
                        .formatted(answer.method(), url, answer.body());
    }

    private void costs() {
        section("What it costs");
        say("| | now | promised |");
        say("|---|---|---|");
        Card.Loss loss = card.loss();
        say("| loss | %s | %s |", loss(loss), known(loss.objective(), Words::of));
        say("| loss in rows | %s | |", text(loss.rows()));
        Card.Time time = card.time();
        say("| outage so far | %s | %s |", known(time.outage(), Words::of), known(time.objective(), Words::of));
        say("| to recover | %s | |", recovery(time));
        Fence fence = card.fence();
        say("| fence | %s: %s | |", Words.of(fence.state()), text(fence.reason()));
    }

    private static String loss(Card.Loss loss) {
        LossInterval interval = loss.interval();
        if (interval == null) {
            return "unknown: " + text(loss.basis());
        }
        String amount = interval.atLeast().isZero()
                ? "at most " + Words.of(interval.atMost())
                : "%s to %s".formatted(Words.of(interval.atLeast()), Words.of(interval.atMost()));
        return "%s (%s%s)"
                .formatted(
                        amount,
                        text(loss.basis()),
                        loss.sampleAge() == null ? "" : ", " + Words.of(loss.sampleAge()) + " old");
    }

    private static String recovery(Card.Time time) {
        ExpectedTime expected = time.expected();
        if (expected == null) {
            return "nothing is to be run";
        }
        Duration median = expected.median();
        Duration slow = expected.slow();
        String running = time.running() == null ? "" : "; runs for " + Words.of(time.running());
        return median == null || slow == null
                ? "unknown: %s%s".formatted(text(expected.basis()), running)
                : "%s, slow %s%s (%s)".formatted(Words.of(median), Words.of(slow), running, text(expected.basis()));
    }

    private void seenBy() {
        if (card.seenBy().isEmpty()) {
            return;
        }
        section("Seen from");
        say("| vantage | sees | for | look | because |");
        say("|---|---|---|---|---|");
        rows(card.seenBy(), "vantages", seen -> "| %s (%s) | %s | %s | %s | %s |"
                .formatted(
                        seen.vantage(),
                        seen.region() == null ? "no region" : seen.region(),
                        Words.of(seen.finding()),
                        seen.heldFor() == null ? "-" : Words.of(seen.heldFor()),
                        look(seen),
                        text(seen.reason())));
    }

    private static String look(Card.SeenBy seen) {
        Duration age = seen.evidenceAge() == null ? seen.sinceSent() : seen.evidenceAge();
        return age == null ? "never" : Words.of(age) + " ago";
    }

    private void holds() {
        Card.Said gate = card.gate();
        if (gate == null) {
            return;
        }
        section("Checks that hold");
        gate.holding().stream()
                .limit(MOST_CHECKS)
                .forEach(check -> say(
                        "- %s %s: %s%s",
                        Words.of(check.verdict()),
                        check.check(),
                        text(check.reason()),
                        check.evidenceAge() == null ? "" : " (" + Words.of(check.evidenceAge()) + " old)"));
        if (gate.holding().size() > MOST_CHECKS) {
            say("- and %d more; the JSON has them", gate.holding().size() - MOST_CHECKS);
        }
        say(
                "%s%d of %d checks pass.",
                gate.holding().isEmpty() ? "" : "- ",
                gate.passing(),
                gate.passing() + gate.holding().size());
    }

    private void similar() {
        section("Similar incidents");
        if (card.similar().isEmpty()) {
            say(
                    card.taken().disasterClass() == DisasterClass.UNKNOWN
                            ? "Nobody can say before its class is known."
                            : "None that is over was taken for this class.");
            return;
        }
        say("| opened | application | executed | lasted | outcome |");
        say("|---|---|---|---|---|");
        card.similar()
                .forEach(past -> say(
                        "| %s | %s | %s | %s | %s |",
                        Words.of(past.openedAt()),
                        past.application(),
                        past.executed() ? "yes" : "no",
                        Words.of(past.lasted()),
                        text(past.outcome())));
    }

    private void uncovered() {
        section("Left uncovered");
        if (card.uncovered().isEmpty()) {
            say("The plan names nothing that no step covers.");
        }
        rows(card.uncovered(), "assets", asset -> "- %s: %s".formatted(text(asset.asset()), text(asset.reason())));
    }

    private <T> void rows(List<T> all, String what, Function<T, String> row) {
        all.stream().limit(MOST_ROWS).map(row).forEach(lines::add);
        if (all.size() > MOST_ROWS) {
            say("and %d more %s; the JSON has them", all.size() - MOST_ROWS, what);
        }
    }

    private void section(String title) {
        say("");
        say("## %s", title);
    }

    private void say(String format, Object... parts) {
        lines.add(format.formatted(parts));
    }

    private static <T> String known(@Nullable T value, Function<T, String> words) {
        return value == null ? "unknown" : words.apply(value);
    }

    /** What others wrote: on one line, not too long, and nothing in it that a table or a terminal takes for its own. */
    private static String text(String said) {
        String line = said.replaceAll("\\s+", " ")
                .replaceAll("\\p{Cntrl}", "")
                .replace("|", "\\|")
                .strip();
        return line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL - 3) + "...";
    }
}
