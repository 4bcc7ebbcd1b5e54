-- The ledger: every message once, in one chain of hashes for each application. The service's own role may select and insert,
-- and nothing more; see the grants at the end.
CREATE TABLE ledger (
    application   text NOT NULL,
    sequence      bigint NOT NULL,
    message_id    text NOT NULL,
    type          text NOT NULL,
    topic         text NOT NULL,
    partition     int NOT NULL,
    record_offset bigint NOT NULL,
    appended_at   timestamptz NOT NULL,
    headers       text NOT NULL,
    body          bytea,
    incident_id   text,
    previous      bytea NOT NULL,
    hash          bytea NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (application, sequence),
    UNIQUE (message_id, topic)
);

COMMENT ON COLUMN ledger.message_id IS 'CloudEvents id; topic/partition/offset for a record without one';
COMMENT ON COLUMN ledger.appended_at IS 'by the broker, the one clock of the flow';
COMMENT ON COLUMN ledger.incident_id IS 'read from the body for finding entries; not hashed, for it can be read again';
COMMENT ON COLUMN ledger.hash IS 'SHA-256 over the previous hash and the entry; see io.lifeboat.audit.ledger.Chain';

CREATE INDEX ledger_incident ON ledger (incident_id, application, sequence) WHERE incident_id IS NOT NULL;
CREATE INDEX ledger_type ON ledger (application, type, sequence);

-- The chain's end, locked while entries are added. That it agrees with the last row shows that none was cut off.
CREATE TABLE ledger_head (
    application text PRIMARY KEY,
    sequence    bigint NOT NULL,
    hash        bytea NOT NULL
);

GRANT UPDATE ON ledger_head TO audit;
GRANT UPDATE, DELETE ON outbox, inbox, lease TO audit;
