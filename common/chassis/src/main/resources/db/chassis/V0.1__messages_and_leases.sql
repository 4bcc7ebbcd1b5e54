-- Messages that wait to be sent. A row's position is taken under a lock of its application that lasts to the commit, so
-- within an application positions grow in commit order; a sequence alone gives no such promise.
CREATE SEQUENCE outbox_position;

CREATE TABLE outbox (
    id          uuid PRIMARY KEY,
    position    bigint NOT NULL,
    topic       text NOT NULL,
    application text NOT NULL,
    headers     text NOT NULL,
    body        bytea NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    refused     text
);

COMMENT ON COLUMN outbox.refused IS 'why the broker will never take it (too large, for example); null while it waits';

CREATE INDEX outbox_waiting ON outbox (position) WHERE refused IS NULL;

CREATE FUNCTION outbox_take_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(TG_TABLE_SCHEMA || '/' || NEW.application, 0));
    NEW.position := nextval(format('%I.outbox_position', TG_TABLE_SCHEMA));
    RETURN NEW;
END
$$;

CREATE TRIGGER outbox_position BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_take_position();

CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('lifeboat_outbox', TG_TABLE_SCHEMA);
    RETURN NULL;
END
$$;

CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();

-- Messages taken, so that a second delivery is known. Rows outlive the topics' retention.
CREATE TABLE inbox (
    consumer    text NOT NULL,
    message_id  text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, message_id)
);

CREATE INDEX inbox_received ON inbox (received_at);

CREATE TABLE lease (
    name   text PRIMARY KEY,
    holder text NOT NULL,
    until  timestamptz NOT NULL
);
