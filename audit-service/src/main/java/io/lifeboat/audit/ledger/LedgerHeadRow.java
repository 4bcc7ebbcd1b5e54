package io.lifeboat.audit.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of a chain. */
@Entity
@Table(name = "ledger_head")
class LedgerHeadRow {

    @Id
    String application;

    long sequence;

    byte[] hash;

    /** For Hibernate. */
    protected LedgerHeadRow() {}
}
