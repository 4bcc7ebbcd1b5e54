-- What is known beside what the vantages see: how their clocks stand, whether an application's state comes and goes, what was
-- deployed, and what AWS says. All times but updated_at are this database's.

-- How far the vantage's clock was ahead of the broker's when its latest snapshot was appended.
alter table vantage_view add column clock_ahead_millis bigint;

-- The latest samples of whether a quorum sees the active region down; outlives the incidents.
create table steadiness (
    application text        not null,
    region      text        not null, -- the active one; what is moved begins anew
    agreed      boolean     not null,
    changes     bigint      not null, -- a bit for each sample, set where it was a change
    sampled_at  timestamptz not null,
    flaps       boolean     not null,
    primary key (application, region)
);

create table deploy_marker (
    id          bigint      generated always as identity primary key,
    application text        not null,
    what        text        not null,
    version     text        not null,
    regions     text        not null, -- with commas
    who         text        not null,
    marked_at   timestamptz not null default now()
);
create index deploy_marker_of on deploy_marker (application, marked_at);

-- The latest word of AWS Health on each of its events.
create table health_event (
    event_arn  text        primary key,
    region     text        not null,
    service    text        not null,
    type       text        not null,
    scope      text        not null,
    category   text        not null,
    status     text        not null,
    updated_at timestamptz,          -- by AWS's clock; only to tell an older word from a newer one
    told_at    timestamptz not null default now(), -- since when it has had this status here
    heard_at   timestamptz not null default now()
);
create index health_event_in on health_event (region) where status = 'open';
