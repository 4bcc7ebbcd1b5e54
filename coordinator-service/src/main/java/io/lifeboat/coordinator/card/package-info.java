/**
 * The card: one resource with all a commander needs to say yes or no.
 *
 * <p>In: an incident with all that is known of it, its execution, the times of past executions and incidents like it. Out:
 * {@link io.lifeboat.coordinator.card.Card} as a value, as JSON and as one page of Markdown. Assembling and rendering take
 * values and return values; {@link io.lifeboat.coordinator.card.Cards} alone reads.
 */
@NullMarked
package io.lifeboat.coordinator.card;

import org.jspecify.annotations.NullMarked;
