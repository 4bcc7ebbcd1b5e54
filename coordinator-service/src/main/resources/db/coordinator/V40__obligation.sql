-- What is still owed when an execution has ended: one row each, with the whole of it as a value. What is asked for by SQL
-- stands beside it.
create table obligation (
    obligation_id text        primary key,
    application   text        not null,
    incident_id   text        not null,
    kind          text        not null,
    state         text        not null check (state in ('open', 'kept', 'waived', 'overtaken')),
    body          text        not null, -- JSON
    next_at       timestamptz,          -- when time alone changes something next; null when it does not
    page_at       timestamptz,          -- when a person is paged next; null while one is being paged, and once it is closed
    opened_at     timestamptz not null,
    due_at        timestamptz not null,
    closed_at     timestamptz,          -- null while it is owed
    version       bigint      not null
);

create index obligation_open on obligation (application) where closed_at is null;
create index obligation_due on obligation (least(next_at, page_at)) where closed_at is null;
