package io.lifeboat.contract.outage;

/**
 * A first look failed; the windows are not yet full.
 *
 * @param sighting what was seen
 */
public record OutageSuspected(Sighting sighting) implements OutageEvent {}
