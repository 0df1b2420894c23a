-- Failures after which a bundle was left alone, and the bundles that are not called until an administrator releases them.

create table kernel_strike (
    id char(36) not null,
    bundle varchar(200) not null,
    struck_at bigint not null,
    place varchar(200) not null,
    what varchar(300) not null,
    reference varchar(8) not null,
    constraint kernel_strike_pk primary key (id)
);
create index kernel_strike_bundle on kernel_strike (bundle, struck_at);

create table kernel_quarantine (
    bundle varchar(200) not null,
    since bigint not null,
    constraint kernel_quarantine_pk primary key (bundle)
);
