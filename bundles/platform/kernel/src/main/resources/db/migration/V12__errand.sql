-- Matters of orders that company commands left to their department, until the department has attended to them.

create table kernel_errand (
    order_number varchar(17) not null,
    department varchar(100) not null,
    matter varchar(100) not null,
    running bigint not null,
    entrusted_at bigint not null,
    attempts integer not null,
    failure varchar(500) not null,
    constraint kernel_errand_pk primary key (order_number, department, matter)
);
create index kernel_errand_running on kernel_errand (running);
