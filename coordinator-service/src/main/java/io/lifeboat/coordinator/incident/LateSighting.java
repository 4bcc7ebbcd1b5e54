package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sighting comes so late that it is of an incident that is over. One outage is one incident, however late some of its
 * messages come; but what a vantage still sees is never taken for old. Pure.
 */
final class LateSighting {

    private LateSighting() {}

    /**
     * Whether it opens nothing any more: it was told before the latest incident was closed, and either is about a region that
     * is not active, or its vantage has said since that all is well there.
     *
     * @param since how long ago it was told
     * @param sinceClosed since the latest incident was closed
     * @param active the region observed active
     * @param evidence what the vantages say now
     */
    static boolean isOver(Sighting sighting, Duration since, Duration sinceClosed, String active, Evidence evidence) {
        if (since.compareTo(sinceClosed) <= 0) {
            return false;
        }
        if (sighting.region() != null && !sighting.region().equals(active)) {
            return true;
        }
        return evidence.views().stream()
                .filter(view -> view.vantage().equals(sighting.vantage()))
                .anyMatch(view -> view.trusted() && saidSince(view, sighting, since) && well(view, sighting.region()));
    }

    /**
     * Whether its age may be an error, and it is to be believed: it is about the active region or the entrance, and its vantage
     * sees that fail still, or has said nothing since. Ages are not looked at, for they may err as the sighting's does.
     */
    static boolean isNewsStill(Sighting sighting, String active, Evidence evidence) {
        if (sighting.region() != null && !sighting.region().equals(active)) {
            return false;
        }
        return evidence.views().stream()
                .filter(view -> view.vantage().equals(sighting.vantage()))
                .map(View::snapshot)
                .filter(Objects::nonNull)
                .anyMatch(latest -> saidBefore(latest, sighting) || failing(latest, sighting.region()));
    }

    private static boolean saidBefore(SignalSnapshot latest, Sighting sighting) {
        return latest.bootId().equals(sighting.bootId()) && latest.sequence() < sighting.sequence();
    }

    private static boolean failing(SignalSnapshot latest, @Nullable String region) {
        return latest.signals().stream()
                .anyMatch(signal -> Objects.equals(signal.region(), region) && signal.state() == SignalState.DOWN);
    }

    private static boolean saidSince(View view, Sighting sighting, Duration since) {
        SignalSnapshot snapshot = Objects.requireNonNull(view.snapshot());
        return snapshot.bootId().equals(sighting.bootId())
                ? snapshot.sequence() > sighting.sequence()
                : Objects.requireNonNull(view.sinceSent()).compareTo(since) < 0;
    }

    private static boolean well(View view, @Nullable String region) {
        return view.signals().stream()
                .filter(signal -> Objects.equals(signal.region(), region))
                .allMatch(signal -> signal.state() == SignalState.UP);
    }
}
