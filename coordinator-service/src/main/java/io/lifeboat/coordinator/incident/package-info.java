/**
 * The incident: one disaster of one application, from the first suspicion to closure.
 *
 * <p>In: sightings, the evidence as it changes, what people say, and time passing. Out: a journal entry for every
 * evaluation of the gate, the turns the incident took on {@code incident-events}, pages to people, and, when the gate
 * proceeds, one execution, opened in the same transaction. An application has one open incident at most; every change of
 * one happens under a lock of its application, so that any number of coordinators may watch over it.
 *
 * <pre>
 *   sighting -> Incidents -> Evaluation -> Decision (no execution yet) -> ExecutionOpener
 *                                       -> Recovery (while one runs)   -> closed
 *   people   -> IncidentResource -> Verbs -> Evaluation
 *   time     -> Lookout -> Evaluation
 * </pre>
 */
@NullMarked
package io.lifeboat.coordinator.incident;

import org.jspecify.annotations.NullMarked;
