-- Machines by serial number, and the milestones that each has passed.

create table kernel_machine (
    serial varchar(40) not null,
    order_number varchar(17) not null,
    line integer not null,
    model varchar(200) not null,
    quantity decimal(18, 3) not null,
    revision integer not null,
    struck integer not null,
    enrolled_at bigint not null,
    constraint kernel_machine_pk primary key (serial)
);
create index kernel_machine_order on kernel_machine (order_number);

create table kernel_machine_milestone (
    serial varchar(40) not null,
    name varchar(100) not null,
    running bigint not null,
    happened_on char(10) not null,
    reached_by varchar(64) not null,
    reached_at bigint not null,
    constraint kernel_machine_milestone_pk primary key (serial, name)
);

-- The day on which an order reached a milestone; empty: the day on which it was recorded.
alter table kernel_milestone add column happened_on varchar(10) default '' not null;

-- Matters that a department will attend to when their day comes; one of no order belongs to the company.
create table kernel_plan (
    order_number varchar(17) not null,
    department varchar(100) not null,
    matter varchar(100) not null,
    planned_on char(10) not null,
    constraint kernel_plan_pk primary key (order_number, department, matter)
);
create index kernel_plan_day on kernel_plan (planned_on);
