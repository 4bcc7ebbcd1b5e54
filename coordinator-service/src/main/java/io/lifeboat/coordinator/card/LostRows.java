package io.lifeboat.coordinator.card;

import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.signal.Growth;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.coordinator.signal.Evidence;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a loss in seconds is in rows, by how fast the counted tables grew before: an estimate, and of rows added only. Of several
 * vantages the one that saw a table grow fastest counts, so that the figure is not too small.
 */
final class LostRows {

    private LostRows() {}

    /** In words, a table each; or why nobody knows. */
    static String of(@Nullable LossInterval loss, Evidence evidence) {
        Map<String, Growth> byTable = new TreeMap<>();
        evidence.views().stream()
                .flatMap(view -> view.signals().stream())
                .map(Signal::growth)
                .filter(Objects::nonNull)
                .forEach(growth -> byTable.merge(growth.table(), growth, LostRows::faster));
        if (byTable.isEmpty()) {
            return "unknown: no row-count watch has counted a table that grows";
        }
        if (loss == null) {
            return "unknown, as the loss is";
        }
        return byTable.values().stream().map(growth -> words(loss, growth)).collect(Collectors.joining("; "))
                + " (rows added; changed ones are not counted)";
    }

    private static String words(LossInterval loss, Growth growth) {
        long least = (long) Math.floor(perSecond(growth) * seconds(loss.atLeast()));
        long most = (long) Math.ceil(perSecond(growth) * seconds(loss.atMost()));
        String figure = least == most ? Long.toString(most) : least + " to " + most;
        return "about %s of %s, which grew by %d in %s"
                .formatted(figure, growth.table(), growth.rows(), Words.of(growth.over()));
    }

    private static Growth faster(Growth one, Growth other) {
        return perSecond(one) >= perSecond(other) ? one : other;
    }

    private static double perSecond(Growth growth) {
        return growth.over().isZero() ? 0 : growth.rows() / seconds(growth.over());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
