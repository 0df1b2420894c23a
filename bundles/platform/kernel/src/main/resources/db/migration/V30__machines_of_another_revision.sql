-- Machines are compared with the order in force since each is of a revision of it; nobody compared those whose order had been
-- changed before. Production attends to them once, however finished they are. What has left the works is what was ordered then.
insert into kernel_plan (order_number, department, matter, planned_on)
select distinct m.order_number, 'production', 'conformity', '2000-01-01'
from kernel_machine m join kernel_order o on o.number = m.order_number
where m.struck = 0 and m.revision <> o.revision
    and exists (select 1 from kernel_milestone r where r.order_number = m.order_number and r.name = 'review.cleared')
    and not exists (select 1 from kernel_machine_milestone l where l.serial = m.serial and l.name = 'logistics.dispatched');
