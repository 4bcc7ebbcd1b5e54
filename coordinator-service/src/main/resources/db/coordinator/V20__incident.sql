-- The latest snapshot of each application and vantage. sent_at is on this database's clock: now() minus the time since the
-- broker appended the message, so that ages are differences of one clock whoever asks, and after a restart too.
create table vantage_view (
    application text        not null,
    vantage     text        not null,
    boot_id     text        not null,
    sequence    bigint      not null,
    sent_at     timestamptz not null,
    snapshot    text        not null, -- SignalSnapshot as JSON
    primary key (application, vantage)
);

-- One disaster of one application, from the first suspicion to closure.
create table incident (
    id                  text        primary key,
    version             bigint      not null,
    application         text        not null,
    state               text        not null check (state in
                            ('suspected', 'confirmed', 'awaiting-approval', 'held', 'recovering', 'closed')),
    disaster_class      text        not null,
    region              text,                 -- the region in trouble, where one stands out
    active              text        not null, -- the region observed active; once recovering, the one that was left
    plan_revision       integer     not null,
    opened_at           timestamptz not null,
    fault_at            timestamptz,          -- the latest good look before the first failure
    clear_since         timestamptz,          -- since when every vantage sees it in order again
    declared_who        text,
    declared_why        text,
    declared_class      text,
    asked_at            timestamptz,
    held_at             timestamptz,
    held_who            text,
    held_why            text,
    execution_id        text,
    execution_opened_at timestamptz,
    evaluations         bigint      not null default 0,
    evaluated_at        timestamptz,
    exposure_millis     bigint,               -- the tightest upper end known since writes stopped
    exposure_sampled_at timestamptz,
    outcome             text,
    closed_at           timestamptz,
    closed_who          text,
    closed_why          text
);

-- What makes it one incident for a disaster, however often and in whatever order it is told of.
create unique index incident_open on incident (application) where closed_at is null;
create index incident_by_application on incident (application, opened_at);

-- What the detectors told of, in the order it came.
create table incident_sighting (
    id              bigint      generated always as identity primary key,
    incident_id     text        not null references incident (id),
    kind            text        not null check (kind in ('suspected', 'confirmed', 'cleared')),
    vantage         text        not null,
    detector        text        not null,
    region          text,
    fault_millis    bigint,
    seen_at         timestamptz not null
);
create index incident_sighting_of on incident_sighting (incident_id);

create table incident_approval (
    incident_id text        not null references incident (id),
    who         text        not null,
    why         text        not null,
    given_at    timestamptz not null,
    primary key (incident_id, who)
);

-- The last write each vantage saw accepted at the old writer; times are of the vantage's clock.
create table incident_heartbeat (
    incident_id text not null references incident (id),
    vantage     text not null,
    heartbeat   text not null, -- Heartbeat as JSON
    primary key (incident_id, vantage)
);

-- How each kind of customer lived through it: when an entrance watch last saw a good answer, by the vantage's clock.
create table incident_entrance (
    incident_id  text    not null references incident (id),
    watch        text    not null,
    vantage      text    not null,
    last_good_at timestamptz,
    served_again boolean not null default false,
    primary key (incident_id, watch, vantage)
);

-- Every evaluation of the gate. Repeats that say the same share a row: first_ and last_ tell both ends of the run.
create table gate_journal (
    id               bigint      generated always as identity primary key,
    incident_id      text        not null references incident (id),
    first_evaluation bigint      not null,
    last_evaluation  bigint      not null,
    outcome          text        not null,
    disaster_class   text        not null,
    first_decision   text        not null, -- GateDecision as JSON, with the ages as they were
    last_decision    text        not null,
    evidence         text        not null, -- what the vantages said at the first of them
    first_at         timestamptz not null,
    last_at          timestamptz not null
);
create index gate_journal_of on gate_journal (incident_id, id);

-- What waits for a person. It pages until one answers, always under the same notification id.
create table page (
    notification_id text        primary key,
    application     text        not null,
    incident_id     text        not null,
    text            text        not null,
    asked_at        timestamptz not null default now(),
    next_at         timestamptz not null default now(),
    times           integer     not null default 0,
    answered_at     timestamptz
);
create index page_waiting on page (next_at) where answered_at is null;
