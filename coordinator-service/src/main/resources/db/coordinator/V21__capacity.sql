-- The most each service was to run where its application was active, hour by hour: a region that is gone cannot be asked.
create table capacity_sample (
    application text        not null,
    region      text        not null,
    cluster     text        not null,
    service     text        not null,
    hour        timestamptz not null,
    minimum     integer     not null,
    desired     integer     not null,
    latest_at   timestamptz not null,
    primary key (application, region, cluster, service, hour)
);
