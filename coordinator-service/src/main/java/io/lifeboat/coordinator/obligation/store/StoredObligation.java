package io.lifeboat.coordinator.obligation.store;

import io.lifeboat.coordinator.obligation.Obligation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An obligation with the times of its row, by the database's clock.
 *
 * @param obligation the obligation
 * @param openedAt since when it is owed
 * @param dueAt by when
 * @param closedAt when it was closed; null while it is open
 */
public record StoredObligation(
        Obligation obligation,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant closedAt) {}
