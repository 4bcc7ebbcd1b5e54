package io.lifeboat.coordinator.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.signal.View;
import io.lifeboat.coordinator.signal.WrongClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident with all that it rests on.
 *
 * @param incident the incident
 * @param decision what the gate said last; null before it was asked
 * @param explanation how sure the class is that the vantages agree on now, and what speaks for and against it; null once it is
 *     closed
 * @param flapping whether the application's state comes and goes
 * @param wrongClocks the vantages whose clocks are off; no age is told by them
 * @param votes what each vantage makes of it now; empty once it is closed
 * @param vantages what each vantage says now, signal by signal; empty once it is closed
 * @param approvals who has said yes, ever
 * @param sightings what the detectors told of
 */
public record IncidentDetail(
        @JsonUnwrapped IncidentView incident,
        @Nullable JournalEntry decision,
        @Nullable Explanation explanation,
        boolean flapping,
        List<WrongClock> wrongClocks,
        List<Vote> votes,
        List<View> vantages,
        List<Act> approvals,
        List<SightingView> sightings) {}
