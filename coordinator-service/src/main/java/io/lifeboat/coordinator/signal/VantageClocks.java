package io.lifeboat.coordinator.signal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares the vantages' clocks with one clock, the broker's: {@code lifeboat_vantage_clock_ahead_seconds{vantage}}, and a word
 * to the operations log when one is further off than {@code lifeboat.vantage.clock-tolerance}, and when it is right again.
 */
@ApplicationScoped
public class VantageClocks {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");
    private static final double MILLIS = 1_000.0;

    private final MeterRegistry registry;
    private final Duration tolerance;
    private final Map<String, AtomicLong> aheadMillis = new ConcurrentHashMap<>();
    private final Map<String, Boolean> wrong = new ConcurrentHashMap<>();

    VantageClocks(
            MeterRegistry registry,
            @ConfigProperty(name = "lifeboat.vantage.clock-tolerance", defaultValue = "30s") Duration tolerance) {
        this.registry = registry;
        this.tolerance = tolerance;
    }

    /** A vantage's snapshot was appended when its clock was that far ahead. */
    void compared(String vantage, Duration ahead) {
        aheadMillis.computeIfAbsent(vantage, this::register).set(ahead.toMillis());
        boolean isWrong = ahead.abs().compareTo(tolerance) > 0;
        boolean wasWrong = Boolean.TRUE.equals(wrong.put(vantage, isWrong));
        if (isWrong && !wasWrong) {
            OPERATIONS.warnf(
                    "%s, beside the broker's; no age is told by it; set it right, or look whether its messages take long",
                    new WrongClock(vantage, ahead).inWords());
        } else if (wasWrong && !isWrong) {
            OPERATIONS.infof("the clock of %s is right again", vantage);
        }
    }

    private AtomicLong register(String vantage) {
        AtomicLong millis = new AtomicLong();
        Gauge.builder("lifeboat.vantage.clock.ahead", millis, now -> now.get() / MILLIS)
                .description("How far a vantage's clock is ahead of the broker's")
                .baseUnit("seconds")
                .tag("vantage", vantage)
                .register(registry);
        return millis;
    }
}
