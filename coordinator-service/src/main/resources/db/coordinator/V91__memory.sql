-- The recollection (V0.2 of the chassis) that an open execution has come to terms with. What is below the newest was opened by
-- a memory that went back since, and starts nothing more until a person has looked.
alter table execution add column memory bigint not null default 1;

-- Applications of which the world was seen, or said by a person, to be as the database remembers it, since it was restored.
create table mended_memory (
    application text        not null,
    memory      bigint      not null,
    reason      text        not null,
    who         text,                  -- the person who said so; null when the vantages showed it
    why         text,
    at          timestamptz not null default now(),
    primary key (application, memory)
);
