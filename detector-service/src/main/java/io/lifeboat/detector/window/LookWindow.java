package io.lifeboat.detector.window;

import io.lifeboat.contract.plan.Window;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The latest looks of one watch, and what they come to.
 *
 * <pre>
 *              of looks taken               down of the last `of` failed
 *   UNKNOWN ------------------> UP / DEGRADED ------------------------------> DOWN
 *      ^                          ^                                            |
 *      |                          +--------------------------------------------+
 *      |                                `up` good looks one after the other
 *      +---- `of` looks one after the other could not be taken (from anywhere)
 * </pre>
 *
 * <p>Degraded is when as many looks as would make it down were at least degraded, or when a fifth of the last twenty
 * failed though never enough together; it is up again when fewer than a tenth did and {@code up} looks were clean.
 * Immutable.
 */
public final class LookWindow {

    private static final int MEMORY = 20;
    private static final int ENOUGH_FOR_A_RATE = 10;
    private static final double DEGRADED_FROM = 0.2;
    private static final double CLEAN_BELOW = 0.1;

    private final Window rule;
    /** Looks that saw something, oldest first. */
    private final List<Look> looks;

    private final int unseen;
    private final SignalState state;
    private final String reason;
    private final Optional<Moment> since;
    private final Optional<Look> latestGood;

    private LookWindow(
            Window rule,
            List<Look> looks,
            int unseen,
            SignalState state,
            String reason,
            Optional<Moment> since,
            Optional<Look> latestGood) {
        this.rule = rule;
        this.looks = looks;
        this.unseen = unseen;
        this.state = state;
        this.reason = reason;
        this.since = since;
        this.latestGood = latestGood;
    }

    /** A window that has seen nothing. */
    public static LookWindow empty(Window rule) {
        return new LookWindow(
                rule, List.of(), 0, SignalState.UNKNOWN, "not looked at yet", Optional.empty(), Optional.empty());
    }

    /** The window after one more look. */
    public LookWindow after(Look look) {
        return look.state() == SignalState.UNKNOWN ? afterUnseen(look) : afterSeen(look);
    }

    /** The judgement. */
    public SignalState state() {
        return state;
    }

    /** Why, in words. */
    public String reason() {
        return reason;
    }

    /**
     * Since when it has been so: for up the end of the first of the good looks that made it up, for down the end of the
     * first of the failed ones. Empty before the first look.
     */
    public Optional<Moment> since() {
        return since;
    }

    /** The latest look that saw something. */
    public Optional<Look> latest() {
        return looks.isEmpty() ? Optional.empty() : Optional.of(looks.getLast());
    }

    /** The latest good look. */
    public Optional<Look> latestGood() {
        return latestGood;
    }

    /** When the run of failed looks that lasts until now began: the end of its first. Empty when the latest was good. */
    public Optional<Moment> failingSince() {
        int run = run(Look::failed);
        return run == 0
                ? Optional.empty()
                : Optional.of(looks.get(looks.size() - run).ended());
    }

    /**
     * When the run of looks that lasts until now and got no answer from the target began: the end of its first. Empty when
     * the latest was answered, well or not.
     */
    public Optional<Moment> unansweredSince() {
        int run = run(look -> look.failed() && !look.answered());
        return run == 0
                ? Optional.empty()
                : Optional.of(looks.get(looks.size() - run).ended());
    }

    /** Whether enough looks were taken to judge. */
    public boolean full() {
        return state != SignalState.UNKNOWN;
    }

    /** Whether the latest look could not be taken. */
    public boolean blind() {
        return unseen > 0;
    }

    /** Whether the latest look speaks against the judgement, so that another one soon would tell. */
    public boolean undecided() {
        return latest().filter(look -> look.failed() ? state != SignalState.DOWN : state == SignalState.DOWN)
                .isPresent();
    }

    private LookWindow afterUnseen(Look look) {
        int row = unseen + 1;
        if (row < rule.of()) {
            String words = state == SignalState.UNKNOWN ? look.reason() : reason;
            return new LookWindow(rule, looks, row, state, words, since, latestGood);
        }
        Optional<Moment> from = state == SignalState.UNKNOWN && since.isPresent() ? since : Optional.of(look.ended());
        return new LookWindow(rule, List.of(), row, SignalState.UNKNOWN, look.reason(), from, latestGood);
    }

    private LookWindow afterSeen(Look look) {
        List<Look> seen = new ArrayList<>(looks);
        seen.add(look);
        int memory = Math.max(MEMORY, rule.of());
        LookWindow next = with(List.copyOf(seen.subList(Math.max(0, seen.size() - memory), seen.size())), look);
        SignalState judged = next.judge();
        boolean recovered = state == SignalState.DOWN && judged != SignalState.DOWN;
        // What happened before the recovery must not make the recovered look degraded.
        List<Look> kept = recovered ? next.tail(next.run(Look::good)) : next.looks;
        return new LookWindow(
                rule,
                kept,
                0,
                judged,
                next.words(judged),
                judged == state ? since : Optional.of(next.begin(judged)),
                next.latestGood);
    }

    private LookWindow with(List<Look> seen, Look look) {
        return new LookWindow(rule, seen, 0, state, reason, since, look.good() ? Optional.of(look) : latestGood);
    }

    private SignalState judge() {
        if (state == SignalState.UNKNOWN && looks.size() < rule.of()) {
            return SignalState.UNKNOWN;
        }
        List<Look> counted = tail(rule.of());
        long failed = counted.stream().filter(Look::failed).count();
        if (failed >= rule.down() || (state == SignalState.DOWN && run(Look::good) < rule.up())) {
            return SignalState.DOWN;
        }
        long poor =
                counted.stream().filter(look -> look.state() != SignalState.UP).count();
        boolean manyPoor = poor >= rule.down() && poor > failed;
        if (manyPoor || failureRate() >= DEGRADED_FROM) {
            return SignalState.DEGRADED;
        }
        boolean clean = run(look -> look.state() == SignalState.UP) >= rule.up() && failureRate() < CLEAN_BELOW;
        return state == SignalState.DEGRADED && !clean ? SignalState.DEGRADED : SignalState.UP;
    }

    private double failureRate() {
        return looks.size() < ENOUGH_FOR_A_RATE
                ? 0
                : (double) looks.stream().filter(Look::failed).count() / looks.size();
    }

    private String words(SignalState judged) {
        Look last = looks.getLast();
        if (judged == SignalState.UNKNOWN) {
            return looks.size() + " of " + rule.of() + " looks taken";
        }
        if (last.failed() || judged == SignalState.UP) {
            return last.reason();
        }
        if (last.state() == SignalState.DEGRADED) {
            return last.reason();
        }
        long failed = looks.stream().filter(Look::failed).count();
        return failed + " of the last " + looks.size() + " looks failed";
    }

    private Moment begin(SignalState judged) {
        int length =
                switch (judged) {
                    case UP -> Math.max(1, run(Look::good));
                    case DOWN -> failedTail();
                    case DEGRADED, UNKNOWN -> 1;
                };
        return looks.get(looks.size() - length).ended();
    }

    /** How far back the first failed look of the judged ones lies. */
    private int failedTail() {
        List<Look> counted = tail(rule.of());
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i).failed()) {
                return counted.size() - i;
            }
        }
        return 1;
    }

    private int run(Predicate<Look> which) {
        int run = 0;
        while (run < looks.size() && which.test(looks.get(looks.size() - 1 - run))) {
            run++;
        }
        return run;
    }

    private List<Look> tail(int length) {
        return looks.subList(Math.max(0, looks.size() - length), looks.size());
    }
}
