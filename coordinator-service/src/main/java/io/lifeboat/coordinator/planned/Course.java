package io.lifeboat.coordinator.planned;

/**
 * Which way a planned move goes.
 *
 * @param from the region it leaves
 * @param to the region it leads to
 */
record Course(String from, String to) {}
