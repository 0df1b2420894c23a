create table ${unit}_thing (
    number varchar(20) not null,
    remarks ${text} not null,
    amount bigint not null,
    constraint ${unit}_thing_pk primary key (number)
);
