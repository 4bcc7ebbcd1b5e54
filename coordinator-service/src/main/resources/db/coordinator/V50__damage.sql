-- What was seen of the data in an incident, who owns it, and what two people lifted.
alter table incident
    add column damage_class      text,        -- the kind of damage seen; stays until it is lifted
    add column damage_watches    text,        -- the watches that saw it, with commas
    add column damage_reason     text,
    add column damage_seen_at    timestamptz,
    add column commander         text,
    add column commander_until   timestamptz,
    add column pending_key_class  text,        -- what one person wants it reclassified to, until another says the same
    add column pending_key_who    text,
    add column pending_key_why    text,
    add column pending_key_at     timestamptz,
    add column reclassified_at   timestamptz,
    add column reclassified_watches text,     -- whose word was lifted
    add column reclassified_by   text;        -- the two, and why, as JSON
