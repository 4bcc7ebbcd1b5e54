-- The recollection (V0.2 of the chassis) a run was accepted under. What was accepted before the database went back is carried
-- on by a newer attempt only.
alter table step_run add column memory bigint not null default 1;
