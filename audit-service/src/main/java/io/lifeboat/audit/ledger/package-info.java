/**
 * Every message of the flow, once each, in one chain of hashes for each application.
 *
 * <p>In: Kafka records, readable or not. Out: {@link io.lifeboat.audit.ledger.LedgerEntry entries} by application, by
 * incident or by type, and a {@link io.lifeboat.audit.ledger.Verification}.
 */
@NullMarked
package io.lifeboat.audit.ledger;

import org.jspecify.annotations.NullMarked;
