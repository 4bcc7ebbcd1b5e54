/**
 * Scenarios in real time: the same files that are told under a turned clock, told to a packaged coordinator on a real Kafka and
 * PostgreSQL.
 *
 * <p>In: the scenarios that are marked live, and a room. Out: the messages of their vantages, each in its time, what people and
 * pipelines say over REST, and whether the coordinator decided as each scenario expects.
 */
@NullMarked
package io.lifeboat.bench.scenario;

import org.jspecify.annotations.NullMarked;
