-- Since when this database remembers without a gap: a row for the server it was first seen on, and one for each time it was
-- seen on another or on another timeline, as it is after a restore and after a promotion. Rows are only ever added, and a
-- restore takes the later ones away with the rest: what is missing then is seen again, and noted again.
create table recollection (
    number   bigint      primary key,          -- 1, 2, ...
    identity text        not null,             -- system identifier and timeline, or 'not told' where nobody may read them
    since    timestamptz not null default now(),
    who      text,                             -- the person who told that it was restored; null when it was seen
    why      text
);
