-- When this database was made. Commands sent before are refused: an executor whose database was lost
-- must not carry out once more what it has forgotten.
create table first_start (
    at timestamptz not null
);
insert into first_start values (now());

-- The highest epoch seen in each slot of each application.
create table epoch (
    application text not null,
    slot        text not null,
    epoch       bigint not null,
    primary key (application, slot)
);

-- Executions under which nothing more is started, whatever their epoch.
create table retired_execution (
    execution_id text primary key,
    epoch        bigint not null,
    reason       text not null,
    retired_at   timestamptz not null default now()
);

create table step_run (
    command_id   text primary key,
    application  text not null,
    slot         text not null,
    epoch        bigint not null,
    execution_id text not null,
    step_id      text not null,
    attempt      integer not null,
    action       text not null,
    command      text not null,
    state        text not null,
    outcome      text,
    accepted_at  timestamptz not null,
    not_after    timestamptz not null,
    budget_end   timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    lease_holder text,
    lease_until  timestamptz,
    version      integer not null,
    -- A command sent twice under two ids is still one run.
    unique (execution_id, step_id, attempt)
);

create index step_run_open on step_run (lease_until) where outcome is null;
create index step_run_of_execution on step_run (execution_id);
