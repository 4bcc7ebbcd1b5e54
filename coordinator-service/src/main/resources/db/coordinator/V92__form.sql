-- Who says yes to a switchover, which loses nothing, has not said yes to a failover.
alter table incident
    add column form text;
alter table incident_approval
    add column form text not null default 'UNPLANNED';
