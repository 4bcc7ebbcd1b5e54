package io.lifeboat.contract.outage;

/**
 * The windows of a region's or the entrance's watches agree: down.
 *
 * @param sighting what was seen
 */
public record OutageConfirmed(Sighting sighting) implements OutageEvent {}
