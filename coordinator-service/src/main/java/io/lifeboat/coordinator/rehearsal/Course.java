package io.lifeboat.coordinator.rehearsal;

/**
 * Which way a rehearsal goes.
 *
 * @param from the region it leaves
 * @param to the region it leads to
 */
record Course(String from, String to) {}
