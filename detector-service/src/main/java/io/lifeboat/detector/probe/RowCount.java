package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows beside the most there were lately. */
final class RowCount implements DataMeasure {

    private static final int ALL = 100;

    private final RowCountProbe probe;
    private final MostLately most;
    private final RowGrowth growth;

    RowCount(RowCountProbe probe, List<MaintenanceWindow> maintenance) {
        this.probe = probe;
        this.most = new MostLately(probe.within(), maintenance);
        this.growth = new RowGrowth(probe.table());
    }

    @Override
    public String statement() {
        return "SELECT count(*) FROM " + probe.table();
    }

    @Override
    public Reading judge(@Nullable Object value, Moment at, Instant wall) {
        if (!(value instanceof Long rows)) {
            return new Reading(SignalState.UNKNOWN, "the rows of " + probe.table() + " were not counted");
        }
        long before = most.with(rows, at, wall);
        boolean gone = rows * ALL < before * (ALL - probe.dropPercent());
        GrowthFacts grown = growth.with(rows, at).orElse(null);
        String reason = "%s has %d rows; the most lately were %d".formatted(probe.table(), rows, before);
        return gone
                ? new Reading(
                        SignalState.DOWN,
                        reason + ", and no more than %d %% may go".formatted(probe.dropPercent()),
                        grown)
                : new Reading(SignalState.UP, reason, grown);
    }
}
