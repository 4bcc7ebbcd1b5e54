package io.lifeboat.coordinator.arming;

import io.lifeboat.contract.Act;
import java.time.Instant;

/**
 * All automation is stopped: no execution starts a new step, and none is opened.
 *
 * @param act who stopped it, and why
 * @param since when, by the database's clock
 */
public record GlobalStop(Act act, Instant since) {}
