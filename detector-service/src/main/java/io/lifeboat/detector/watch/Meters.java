package io.lifeboat.detector.watch;

import io.lifeboat.contract.plan.AuroraLagProbe;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.plan.DnsProbe;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.LifecycleProbe;
import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.plan.Probe;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Judgement;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the detector counts: {@code lifeboat_probe_duration_seconds}, {@code lifeboat_probe_results_total},
 * {@code lifeboat_signal_state} (how many of an application's signals are in each state),
 * {@code lifeboat_detection_delay_seconds} and {@code lifeboat_detector_sight}. No ids in labels.
 */
final class Meters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1)
    };

    private final MeterRegistry registry;
    private final String vantage;
    private final Timer detectionDelay;
    private final AtomicReference<Sight> sight = new AtomicReference<>(Sight.WARMING);
    private final Map<String, Map<SignalState, AtomicInteger>> states = new HashMap<>();
    private final Map<LookKey, Timer> durations = new HashMap<>();

    private record LookKey(String application, String kind) {}

    Meters(MeterRegistry registry, String vantage) {
        this.registry = registry;
        this.vantage = vantage;
        this.detectionDelay = Timer.builder("lifeboat.detection.delay")
                .description("from the latest good look before a fault to its confirmation")
                .serviceLevelObjectives(BUCKETS)
                .tags(Tags.of("vantage", vantage))
                .register(registry);
        for (Sight value : Sight.values()) {
            Gauge.builder("lifeboat.detector.sight", sight, current -> current.get() == value ? 1 : 0)
                    .description("1 for how the detector thinks of its own eyes now")
                    .tags("vantage", vantage, "sight", lower(value))
                    .register(registry);
        }
    }

    void looked(String application, Probe probe, Look look) {
        String kind = kind(probe);
        durations
                .computeIfAbsent(new LookKey(application, kind), key -> Timer.builder("lifeboat.probe.duration")
                        .description("how long looks took")
                        .serviceLevelObjectives(BUCKETS)
                        .tags("application", application, "kind", kind, "vantage", vantage)
                        .register(registry))
                .record(look.took());
        registry.counter(
                        "lifeboat.probe.results",
                        "application",
                        application,
                        "kind",
                        kind,
                        "vantage",
                        vantage,
                        "result",
                        lower(look.state()))
                .increment();
    }

    void told(String application, List<Judgement> judgements, Eyesight.View view) {
        Map<SignalState, AtomicInteger> counts = states.computeIfAbsent(application, this::register);
        for (SignalState state : SignalState.values()) {
            long inIt = judgements.stream()
                    .filter(judgement -> judgement.told(view) == state)
                    .count();
            counts.get(state).set(Math.toIntExact(inIt));
        }
    }

    void confirmed(Duration delay) {
        detectionDelay.record(delay);
    }

    void sight(Sight now) {
        sight.set(now);
    }

    void forgotten(String application) {
        states.remove(application);
        durations.keySet().removeIf(key -> key.application().equals(application));
        List<Meter> gone = registry.getMeters().stream()
                .filter(meter -> application.equals(meter.getId().getTag("application")))
                .toList();
        gone.forEach(registry::remove);
    }

    private Map<SignalState, AtomicInteger> register(String application) {
        Map<SignalState, AtomicInteger> counts = new EnumMap<>(SignalState.class);
        for (SignalState state : SignalState.values()) {
            AtomicInteger count = new AtomicInteger();
            counts.put(state, count);
            Gauge.builder("lifeboat.signal.state", count, AtomicInteger::get)
                    .description("how many of the application's signals are in that state")
                    .tags("application", application, "vantage", vantage, "state", lower(state))
                    .register(registry);
        }
        return counts;
    }

    private static String kind(Probe probe) {
        return switch (probe) {
            case HttpsProbe https -> "https";
            case TcpProbe tcp -> "tcp";
            case DnsProbe dns -> "dns";
            case SqlWriteProbe write -> "sql-write";
            case AuroraLagProbe lag -> "aurora-lag";
            case EcsCapacityProbe capacity -> "ecs-capacity";
            case AwsApiProbe api -> "aws-api";
            case RowCountProbe rows -> "row-count";
            case DeletionRateProbe deletions -> "deletion-rate";
            case InvariantProbe invariant -> "invariant";
            case KmsKeyProbe keys -> "kms-key";
            case BackupDeletionsProbe backups -> "backup-deletions";
            case LifecycleProbe lifecycle -> "lifecycle";
            case ObjectCountProbe objects -> "object-count";
            case ManifestProbe manifest -> "manifest";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
