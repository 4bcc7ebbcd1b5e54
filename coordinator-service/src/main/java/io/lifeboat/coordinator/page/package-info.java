/**
 * Pages: whatever waits for a person calls a person, until one answers.
 *
 * <p>In: questions, asked in the transaction that raised them. Out: calls to the pager, the same question always under the
 * same notification id, so that a pager can tell a repeat from news; at least once each. An answer is an act of a person
 * elsewhere (an approval, a resumed execution, ...), or the question going away.
 */
@NullMarked
package io.lifeboat.coordinator.page;

import org.jspecify.annotations.NullMarked;
