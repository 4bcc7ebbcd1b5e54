/**
 * What the coordinator recorded of an incident and its executions: the messages on the topic {@code incident-events}.
 *
 * <p>In: sightings, signals, step events and what people decided. Out: one record for every turn an incident takes, from
 * which the audit service tells the story without asking anyone.
 */
@NullMarked
package io.lifeboat.contract.incident;

import org.jspecify.annotations.NullMarked;
