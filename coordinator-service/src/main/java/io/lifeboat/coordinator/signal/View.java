package io.lifeboat.coordinator.signal;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One vantage's latest snapshot and how long ago it was sent.
 *
 * @param vantage the vantage, as the plan names it
 * @param region the region it stands in, or null when it stands in none
 * @param snapshot what it said last; null when it never said anything
 * @param sinceSent since that was sent; null when it never said anything
 * @param clockAhead how far the vantage's clock was ahead of the broker's when that was appended, negative where it was behind;
 *     null when it is not known
 */
public record View(
        String vantage,
        @Nullable String region,
        @Nullable SignalSnapshot snapshot,
        @Nullable Duration sinceSent,
        @Nullable Duration clockAhead) {

    /** A view of a vantage whose clock nobody has compared. */
    public View(
            String vantage, @Nullable String region, @Nullable SignalSnapshot snapshot, @Nullable Duration sinceSent) {
        this(vantage, region, snapshot, sinceSent, null);
    }

    /**
     * A healthy detector sends at least every 30 s; one that has been silent for half as long again is unknown.
     */
    public static final Duration SILENT_AFTER = Duration.ofSeconds(45);

    /** Whether the vantage has said anything lately. */
    public boolean heard() {
        return snapshot != null && sinceSent != null && sinceSent.compareTo(SILENT_AFTER) <= 0;
    }

    /** Whether it was heard and trusts its own eyes. */
    public boolean trusted() {
        return snapshot != null && heard() && snapshot.sight() == Sight.CLEAR;
    }

    /** Why it is not trusted, in words; empty when it is. */
    public Optional<String> distrust() {
        if (snapshot == null || sinceSent == null) {
            return Optional.of(vantage + " has not reported yet");
        }
        if (!heard()) {
            return Optional.of(vantage + " is silent");
        }
        if (snapshot.sight() != Sight.CLEAR) {
            String reason = snapshot.sightReason();
            return Optional.of(vantage + " does not trust its own sight" + (reason == null ? "" : ": " + reason));
        }
        return Optional.empty();
    }

    /** Its signals; empty when it never said anything. */
    public List<Signal> signals() {
        return snapshot == null ? List.of() : snapshot.signals();
    }

    /** Age now of something that was this old when the snapshot was sent. */
    public Optional<Duration> aged(@Nullable Duration whenSent) {
        return whenSent == null || sinceSent == null ? Optional.empty() : Optional.of(whenSent.plus(sinceSent));
    }

    /**
     * How old something may be to count: what is up is told every 30 s only, so it may be older than what is wrong, of which
     * there is news every 5 s.
     *
     * @param within how old what is wrong may be
     */
    public static Duration limit(SignalState state, Duration within) {
        return state == SignalState.UP && SILENT_AFTER.compareTo(within) > 0 ? SILENT_AFTER : within;
    }

    /** Whether it spoke lately enough, for what it sees. */
    public boolean spokeWithin(Duration within) {
        return sinceSent != null && sinceSent.compareTo(limit(within)) <= 0;
    }

    /** How old what it says may be to count: a vantage that sees everything up says so every 30 s only. */
    public Duration limit(Duration within) {
        boolean allUp = !signals().isEmpty() && signals().stream().allMatch(signal -> signal.state() == SignalState.UP);
        return limit(allUp ? SignalState.UP : SignalState.DOWN, within);
    }

    /** Its clock, if that is further off than it may be. */
    public Optional<WrongClock> wrongClock(Duration tolerance) {
        return Optional.ofNullable(clockAhead)
                .filter(ahead -> ahead.abs().compareTo(tolerance) > 0)
                .map(ahead -> new WrongClock(vantage, ahead));
    }

    /** The write heartbeats it told of. */
    public Stream<Heartbeat> heartbeats() {
        return signals().stream().map(Signal::heartbeat).flatMap(Stream::ofNullable);
    }

    /**
     * For how long the writer has refused this vantage's writes; empty while it accepts them or nobody knows. Both ends
     * of the difference are the vantage's own clock.
     */
    public Optional<Duration> refusedFor() {
        if (snapshot == null) {
            return Optional.empty();
        }
        return heartbeats()
                .map(Heartbeat::failedAt)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .flatMap(failedAt -> aged(Duration.between(failedAt, snapshot.sentAt())));
    }
}
