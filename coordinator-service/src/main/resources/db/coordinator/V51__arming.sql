-- What people said about automation as a whole: one row, there from the start. Who opens an execution holds it, so that a
-- stop is either before the opening or after it.
create table automation (
    one         boolean     primary key default true check (one),
    stopped_who text,
    stopped_why text,
    stopped_at  timestamptz
);
insert into automation default values;

-- What the gate asks of past executions, beside their bodies.
alter table execution
    add column state            text    not null default '',
    add column moved_from       text    not null default '',
    add column proven           boolean not null default false, -- every step that must not fail came about
    add column failing          boolean not null default false, -- paused by what went wrong
    add column plan_hash        text    not null default '',
    add column by_machine       boolean not null default false, -- nobody was asked before it was opened
    add column halted           boolean not null default false, -- paused by a stop of all automation
    add column acknowledged_who text,
    add column acknowledged_why text,
    add column acknowledged_at  timestamptz;

create index execution_open on execution (opened_at) where ended_at is null;
create index execution_by_machine on execution (opened_at) where by_machine;
create index execution_ended on execution (application, ended_at) where ended_at is not null;

-- Two people vouch that a plan was rehearsed, though not by an execution of its own.
create table plan_vouch (
    application text        not null,
    plan_hash   text        not null,
    who         text        not null,
    why         text        not null,
    second_who  text        not null,
    second_why  text        not null,
    said_at     timestamptz not null default now(),
    primary key (application, plan_hash)
);
