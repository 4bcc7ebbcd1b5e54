package io.lifeboat.contract.outage;

/** A transition for one application as one vantage sees it. */
public sealed interface OutageEvent permits OutageSuspected, OutageConfirmed, OutageCleared {

    /** What was seen, by whom and how long ago. */
    Sighting sighting();
}
