package io.lifeboat.coordinator.classify;

import io.lifeboat.coordinator.deploy.DeployMarker;
import io.lifeboat.coordinator.health.HealthNotice;
import io.lifeboat.coordinator.signal.WrongClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside what the vantages see. It explains, and makes the class more or less sure; it never is the class.
 *
 * @param deploys what was deployed lately
 * @param suspectFor for how long after a deploy what begins is suspected to be its fault
 * @param notices what AWS says of the plan's regions
 * @param flapping whether the application's state comes and goes
 * @param wrongClocks the vantages whose clocks are off
 */
public record Circumstances(
        List<DeployMarker> deploys,
        Duration suspectFor,
        List<HealthNotice> notices,
        Flapping flapping,
        List<WrongClock> wrongClocks) {

    /** Nothing is known. */
    public static final Circumstances NONE =
            new Circumstances(List.of(), Duration.ZERO, List.of(), Flapping.none(Instant.EPOCH), List.of());

    /** A pipeline tells of a deploy when it is done, and what it broke shows while it goes on. */
    private static final Duration ROLLOUT = Duration.ofMinutes(5);

    public Circumstances {
        deploys = List.copyOf(deploys);
        notices = List.copyOf(notices);
        wrongClocks = List.copyOf(wrongClocks);
    }

    /**
     * The latest deploy to a region that a fault may come from.
     *
     * @param faultAge for how long the fault has been seen; null while nothing is
     */
    public Optional<DeployMarker> suspect(String region, @Nullable Duration faultAge) {
        return faultAge == null
                ? Optional.empty()
                : deploys.stream()
                        .filter(deploy -> deploy.regions().contains(region))
                        .filter(deploy -> {
                            Duration before = deploy.age().minus(faultAge);
                            return before.compareTo(suspectFor) <= 0
                                    && before.plus(ROLLOUT).compareTo(Duration.ZERO) >= 0;
                        })
                        .min(Comparator.comparing(DeployMarker::age));
    }

    /** A suspected deploy, in words. */
    public static String inWords(DeployMarker deploy, Duration faultAge) {
        Duration before = deploy.age().minus(faultAge);
        String when = before.isNegative()
                ? "while it began"
                : before.compareTo(Duration.ofMinutes(2)) < 0
                        ? before.toSeconds() + " s before it began"
                        : before.toMinutes() + " min before it began";
        return "a deploy of %s %s to %s ended %s"
                .formatted(deploy.what(), deploy.version(), String.join(" and ", deploy.regions()), when);
    }
}
