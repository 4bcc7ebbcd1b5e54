package io.lifeboat.executor.call;

import java.time.Duration;

/**
 * Leave to send calls that change something, given right after epoch and lease were checked and the intent was committed.
 *
 * <p>It ends before the lease does, so that no call of this instance can still be under way when another instance takes
 * the run over. A long pause of this process therefore ends in a {@link PermitExpiredException} and not in a late call.
 */
public final class Permit {

    /** A call that has less time than this left is not worth sending: it would only become ambiguous. */
    private static final Duration LEAST = Duration.ofMillis(200);

    private final long endsAtNanos;
    private final Duration longestCall;
    private final Ticker ticker;

    private Permit(long endsAtNanos, Duration longestCall, Ticker ticker) {
        this.endsAtNanos = endsAtNanos;
        this.longestCall = longestCall;
        this.ticker = ticker;
    }

    /**
     * A permit that ends at a reading of this machine's monotonic clock: fixed when the lease was taken, so that a pause
     * between taking the lease and giving the permit does not lengthen it.
     *
     * @param endsAtNanos a reading of that clock, before the lease ends
     * @param longestCall the longest a single call may take
     * @param ticker that clock
     */
    public static Permit until(long endsAtNanos, Duration longestCall, Ticker ticker) {
        return new Permit(endsAtNanos, longestCall, ticker);
    }

    /** A permit that starts now and lasts so long. */
    public static Permit lasting(Duration lasting, Duration longestCall) {
        return until(Ticker.SYSTEM.nanos() + lasting.toNanos(), longestCall, Ticker.SYSTEM);
    }

    /** The reading of the clock after which no call is sent any more. */
    public long lastCallNanos() {
        return endsAtNanos - LEAST.toNanos();
    }

    /**
     * The time-out of a call sent now.
     *
     * @throws PermitExpiredException when there is no time left for one
     */
    public Duration callTimeout() {
        Duration left = requireTime();
        return left.compareTo(longestCall) < 0 ? left : longestCall;
    }

    /**
     * How long it still lasts: asked again at the last moment before a call leaves.
     *
     * @throws PermitExpiredException when there is no time left for a call
     */
    public Duration requireTime() {
        Duration left = Duration.ofNanos(endsAtNanos - ticker.nanos());
        if (left.compareTo(LEAST) < 0) {
            throw new PermitExpiredException();
        }
        return left;
    }
}
