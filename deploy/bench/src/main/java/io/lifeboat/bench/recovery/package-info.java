/**
 * B8, recovery after a crash.
 *
 * <p>In: {@code kill -9} of coordinator and executor while many plans are under way. Out: how long until they are ready again,
 * until every plan progresses, and what happened twice.
 */
@NullMarked
package io.lifeboat.bench.recovery;

import org.jspecify.annotations.NullMarked;
