/**
 * What the gate makes of many applications at once.
 *
 * <p>In: some hundred plans and two vantages that tell of a lost region. Out: from each one's event to the gate's answer, from a
 * decision to its command, and whether waves and limits were kept.
 */
@NullMarked
package io.lifeboat.bench.gate;

import org.jspecify.annotations.NullMarked;
