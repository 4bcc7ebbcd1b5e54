package io.lifeboat.audit.ledger;

import java.util.List;

/**
 * Entries were committed; fired asynchronously, once for every batch.
 *
 * @param entries what was added, in order
 */
public record Added(List<LedgerEntry> entries) {

    public Added {
        entries = List.copyOf(entries);
    }
}
