package io.lifeboat.contract.outage;

/**
 * What was suspected or confirmed before is up again.
 *
 * @param sighting what was seen
 */
public record OutageCleared(Sighting sighting) implements OutageEvent {}
