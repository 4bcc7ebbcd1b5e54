package io.lifeboat.audit.ledger;

import java.util.List;

/**
 * Entries were committed; fired once for every batch, on a thread that must not be held.
 *
 * @param entries what was added, in order
 */
public record Added(List<LedgerEntry> entries) {

    public Added {
        entries = List.copyOf(entries);
    }
}
