-- The day to which the business time of a demo company goes forward; no row while it goes by itself.
create table kernel_forward (
    until_day char(10) not null
);
