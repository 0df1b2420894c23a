-- Lists: what orders are sorted by and who waits, tasks that somebody took, filters and columns that people keep.

-- The deadline of an order that comes first, among open tasks whose clock runs and is judged.
alter table kernel_order add column due_at bigint not null default 9223372036854775807;
update kernel_order set due_at = coalesce(
    (select min(t.due_at) from kernel_task t
        where t.order_number = kernel_order.number and t.suspended_at = 0 and t.judged = 1),
    9223372036854775807);
create index kernel_order_due on kernel_order (due_at, running);
create index kernel_order_signed on kernel_order (signed_on, running);
create index kernel_order_total on kernel_order (total, running);

alter table kernel_task add column taken smallint not null default 0;
create index kernel_task_holder on kernel_task (holder, due_at, id);

create table kernel_kept_filter (
    id char(36) not null,
    person varchar(64) not null,
    list varchar(200) not null,
    name varchar(200) not null,
    query varchar(2000) not null,
    constraint kernel_kept_filter_pk primary key (id),
    constraint kernel_kept_filter_name unique (person, list, name)
);

create table kernel_chosen_columns (
    person varchar(64) not null,
    list varchar(200) not null,
    columns_of varchar(2000) not null,
    constraint kernel_chosen_columns_pk primary key (person, list)
);
