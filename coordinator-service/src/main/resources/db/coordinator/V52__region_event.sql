-- The loss of a region as one event, however many applications lived there.
create table region_event (
    id           text        primary key,
    region       text        not null,
    opened_at    timestamptz not null default now(),
    closed_at    timestamptz,                    -- when the next loss of the region began and nothing of this one was open
    approved_who text,
    approved_why text,
    approved_at  timestamptz,
    forgiven     integer     not null default 0, -- failures after which a person said go on
    go_on_who    text,
    go_on_why    text
);
create unique index region_event_open on region_event (region) where closed_at is null;

alter table incident
    add column region_event text references region_event (id),
    add column priority     integer not null default 1,
    add column depends_on   text    not null default '', -- applications, with commas
    add column gate_says    text,                        -- the gate's outcome but for waves
    add column gate_because text,
    add column queued_since timestamptz,                 -- since when only its wave keeps it waiting
    add column queued_for   text;                        -- what people had said yes to by then
create index incident_region_event on incident (region_event) where region_event is not null;
