package io.lifeboat.coordinator.arming;

import java.time.Duration;

/**
 * How many applications the machine may move by itself within a while. What looks like the loss of everything is more often an
 * error of whoever looks.
 *
 * @param moved how many others it moved within that while
 * @param most how many it may
 * @param within the while
 */
public record Blast(int moved, int most, Duration within) {

    /** Whether one more would be too many. */
    public boolean reached() {
        return moved >= most;
    }
}
