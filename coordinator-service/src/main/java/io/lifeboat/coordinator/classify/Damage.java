package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.LifecycleProbe;
import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the watches that look at the data, and at what it is kept in, say of it now. One vantage that trusts its eyes is
 * enough: damage is a reason not to act, and takes no quorum.
 *
 * @param breaches what is not as it should be
 * @param watches how many watches of the plan look at the data
 * @param looks how many looks of theirs somebody has judged
 */
public record Damage(List<Breach> breaches, int watches, int looks) {

    /** How long after its window a breach is expected still: some looks, and the time in which they are told. */
    private static final int GRACE_LOOKS = 3;

    private static final Duration GRACE = Duration.ofMinutes(1);

    /**
     * The gravest first. Who holds the data to ransom deletes and overwrites as well, and what is restored after a deletion
     * must be whole.
     */
    private static final List<DisasterClass> BY_GRAVITY =
            List.of(DisasterClass.RANSOMWARE, DisasterClass.MASS_DELETION, DisasterClass.DATA_CORRUPTION);

    public Damage {
        breaches = List.copyOf(breaches);
    }

    /**
     * A data watch that is down.
     *
     * @param disasterClass what kind of damage it stands for
     * @param watch the watch
     * @param vantage who sees it
     * @param reason what it measured
     * @param heldFor for how long it has been so
     * @param expected whether it began in one of the watch's maintenance windows, which is open or was until just now
     */
    public record Breach(
            DisasterClass disasterClass,
            String watch,
            String vantage,
            String reason,
            Duration heldFor,
            boolean expected) {}

    /**
     * What the vantages see of it.
     *
     * @param now the time of day, for the maintenance windows
     */
    public static Damage seen(Plan plan, Evidence evidence, Instant now) {
        List<Looked> all = evidence.views().stream()
                .filter(View::trusted)
                .flatMap(view -> view.signals().stream().flatMap(signal -> looked(plan, view, signal)))
                .toList();
        return new Damage(
                all.stream()
                        .filter(look -> look.signal().state() == SignalState.DOWN)
                        .map(look -> look.breach(now))
                        .toList(),
                (int) plan.watches().stream()
                        .filter(watch -> watch.probe() instanceof DataProbe)
                        .count(),
                all.size());
    }

    /** What no maintenance window explains, the gravest first, and of the same gravity the longest. */
    public List<Breach> unexpected() {
        return breaches.stream()
                .filter(breach -> !breach.expected())
                .sorted(Comparator.<Breach>comparingInt(breach -> BY_GRAVITY.indexOf(breach.disasterClass()))
                        .thenComparing(Breach::heldFor, Comparator.reverseOrder()))
                .toList();
    }

    /** A breach that began in its maintenance window. */
    public Optional<Breach> expected() {
        return breaches.stream().filter(Breach::expected).findFirst();
    }

    /** Why nothing is known against the data, in words. */
    public String whole() {
        if (watches == 0) {
            return "the plan has no watch that looks at the data";
        }
        return looks > 0
                ? "nobody who looks at the data sees anything wrong with it"
                : "nobody can look at the data now, and nobody saw anything wrong with it";
    }

    /** The one of two classes of damage that decides what is to be done. */
    public static DisasterClass graver(DisasterClass one, DisasterClass other) {
        return BY_GRAVITY.indexOf(one) <= BY_GRAVITY.indexOf(other) ? one : other;
    }

    /** The kind of damage a probe finds. */
    static DisasterClass of(DataProbe probe) {
        return switch (probe) {
            case RowCountProbe rows -> DisasterClass.MASS_DELETION;
            case DeletionRateProbe deletions -> DisasterClass.MASS_DELETION;
            case InvariantProbe invariant -> DisasterClass.DATA_CORRUPTION;
            case KmsKeyProbe keys -> DisasterClass.RANSOMWARE;
            case BackupDeletionsProbe backups -> DisasterClass.RANSOMWARE;
            case LifecycleProbe lifecycle -> DisasterClass.RANSOMWARE;
            case ObjectCountProbe objects -> DisasterClass.MASS_DELETION;
            case ManifestProbe manifest -> DisasterClass.DATA_CORRUPTION;
        };
    }

    private static Stream<Looked> looked(Plan plan, View view, Signal signal) {
        return plan
                .watch(signal.watch())
                .filter(watch -> signal.state() != SignalState.UNKNOWN && watch.probe() instanceof DataProbe)
                .map(watch -> new Looked(watch, (DataProbe) watch.probe(), view, signal))
                .stream();
    }

    private record Looked(Watch watch, DataProbe probe, View view, Signal signal) {

        Breach breach(Instant now) {
            Duration heldFor = view.aged(signal.heldFor()).orElse(signal.heldFor());
            Instant began = now.minus(heldFor);
            // The detector takes what the maintenance left for whole at its first look afterwards.
            Instant lately = now.minus(watch.every().multipliedBy(GRACE_LOOKS)).minus(GRACE);
            return new Breach(
                    of(probe),
                    watch.id(),
                    view.vantage(),
                    "%s, as %s sees it: %s".formatted(watch.id(), view.vantage(), signal.reason()),
                    heldFor,
                    watch.maintenance().stream()
                            .anyMatch(window -> window.covers(began) && (window.covers(now) || window.covers(lately))));
        }
    }
}
