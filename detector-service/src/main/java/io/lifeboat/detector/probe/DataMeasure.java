package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.DatabaseProbe;
import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database probe asks, and what it makes of the answers, one after the other. */
interface DataMeasure {

    /** A statement that only reads and answers one row of one value. */
    String statement();

    /**
     * Judges an answer.
     *
     * @param value what the database said; null when it said nothing
     * @param at when
     * @param wall the same by the time of day, for maintenance windows
     */
    Reading judge(@Nullable Object value, Moment at, Instant wall);

    /**
     * An answer, judged.
     *
     * @param growth by how much the table grew, where that was counted
     */
    record Reading(
            SignalState state, String reason, @Nullable GrowthFacts growth) {

        /** One that counted nothing. */
        Reading(SignalState state, String reason) {
            this(state, reason, null);
        }
    }

    /** The measure a probe asks for, with nothing measured yet. */
    static DataMeasure of(DatabaseProbe probe, List<MaintenanceWindow> maintenance) {
        return switch (probe) {
            case RowCountProbe rows -> new RowCount(rows, maintenance);
            case DeletionRateProbe deletions -> new DeletionRate(deletions);
            case InvariantProbe invariant -> new Invariant(invariant);
        };
    }
}
