-- The fencing number of each application's slot. Live and rehearsal executions share the acting line; drills have their
-- own and never delay a live one.
create table execution_slot (
    application text   not null,
    line        text   not null check (line in ('acting', 'drill')),
    epoch       bigint not null,
    primary key (application, line)
);

-- Executions: one row each, with the whole of it as a value. What is asked for by SQL stands beside it.
create table execution (
    execution_id text        primary key,
    incident_id  text        not null,
    application  text        not null,
    mode         text        not null check (mode in ('live', 'rehearsal', 'drill', 'simulated')),
    body         text        not null, -- JSON
    in_flight    integer     not null, -- how many steps an executor has or may have
    due_at       timestamptz,          -- when time alone changes something next; null when it does not
    opened_at    timestamptz not null,
    ended_at     timestamptz,          -- null while it holds its slot
    version      bigint      not null
);

-- This, and nothing a process remembers, is what makes "one open execution an application" true.
create unique index execution_one_open on execution (application)
    where ended_at is null and mode in ('live', 'rehearsal');

create index execution_due on execution (due_at) where due_at is not null;
create index execution_incident on execution (incident_id);
