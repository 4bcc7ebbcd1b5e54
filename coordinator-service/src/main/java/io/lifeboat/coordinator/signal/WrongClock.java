package io.lifeboat.coordinator.signal;

import java.time.Duration;

/**
 * A vantage whose clock is further off than it may be. No age is wrong for it: ages are ages at sending, plus the time since
 * the broker appended the message.
 *
 * @param vantage the vantage
 * @param ahead how far its clock was ahead of the broker's when the broker appended its latest snapshot; negative where it was
 *     behind, which is also what a snapshot looks like that was long on its way
 */
public record WrongClock(String vantage, Duration ahead) {

    /** In words. */
    public String inWords() {
        Duration off = ahead.abs();
        String much = off.compareTo(Duration.ofMinutes(2)) < 0 ? off.toSeconds() + " s" : off.toMinutes() + " min";
        return "the clock of %s is %s %s".formatted(vantage, much, ahead.isNegative() ? "slow" : "fast");
    }
}
