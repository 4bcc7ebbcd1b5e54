-- How long each step took so far, as the audit service told it last: a copy of the compacted topic timings.
create table step_timing (
    application text        not null,
    step_id     text        not null,
    mode        text        not null check (mode in ('live', 'rehearsal', 'drill', 'simulated')),
    statistics  text        not null, -- StepStatistics as JSON
    appended_at timestamptz not null, -- by the broker's clock: a record read again must not undo a later one
    primary key (application, step_id, mode)
);
