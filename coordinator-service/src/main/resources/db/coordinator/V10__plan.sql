-- Plans: one row a revision, never changed afterwards. The revision in force is the newest one, unless it withdraws.
create table plan_revision (
    application  text        not null,
    revision     integer     not null check (revision > 0),
    hash         text        not null,
    state        text        not null check (state in ('in-force', 'withdrawn')),
    body         text        not null, -- the message as it went out on the topic: JSON
    document     text,                 -- the YAML as it was submitted, comments and all; null when withdrawn
    submitted_at timestamptz not null default now(),
    primary key (application, revision)
);

create function plan_revision_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'plan_revision: a revision is immutable; submit a new one';
end
$$;

create trigger plan_revision_is_immutable before update or delete on plan_revision
    for each row execute function plan_revision_is_immutable();
