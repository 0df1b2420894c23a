-- A department opens on several arrivals, each with a name of its own (decision 27). What was a department only to open once
-- more is an arrival of its department from here on. Who opened on one milestone opens on an arrival named like it.

alter table kernel_arrival add column arrival varchar(100) default '' not null;
alter table kernel_arrived add column arrival varchar(100) default '' not null;

update kernel_arrival set arrival = (select r.opens_on from kernel_roster r where r.kind = 'department'
    and r.name = kernel_arrival.department) where exists (select 1 from kernel_roster r where r.kind = 'department'
    and r.name = kernel_arrival.department and r.opens_on not like '%,%');
update kernel_arrived set arrival = (select r.opens_on from kernel_roster r where r.kind = 'department'
    and r.name = kernel_arrived.department) where exists (select 1 from kernel_roster r where r.kind = 'department'
    and r.name = kernel_arrived.department and r.opens_on not like '%,%');
update kernel_arrival set arrival = 'completed' where department = 'finance-completion';
update kernel_arrived set arrival = 'completed' where department = 'finance-completion';
update kernel_arrival set arrival = 'days' where department = 'finance-days';
update kernel_arrived set arrival = 'days' where department = 'finance-days';
update kernel_arrival set arrival = 'papers' where department in ('entry-papers', 'review-papers');
update kernel_arrived set arrival = 'papers' where department in ('entry-papers', 'review-papers');

alter table kernel_arrival drop constraint kernel_arrival_pk;
alter table kernel_arrival add constraint kernel_arrival_pk primary key (order_number, department, arrival, revision);
alter table kernel_arrived drop constraint kernel_arrived_pk;
alter table kernel_arrived add constraint kernel_arrived_pk primary key (order_number, department, arrival, revision);

update kernel_arrival set department = 'finance' where department in ('finance-release', 'finance-dispatched',
    'finance-arrived', 'finance-delivered', 'finance-days', 'finance-settlement', 'finance-completion');
update kernel_arrived set department = 'finance' where department in ('finance-release', 'finance-dispatched',
    'finance-arrived', 'finance-delivered', 'finance-days', 'finance-settlement', 'finance-completion');
update kernel_arrival set department = 'entry' where department = 'entry-papers';
update kernel_arrived set department = 'entry' where department = 'entry-papers';
update kernel_arrival set department = 'review' where department = 'review-papers';
update kernel_arrived set department = 'review' where department = 'review-papers';
update kernel_arrival set department = 'production' where department = 'production-end';
update kernel_arrived set department = 'production' where department = 'production-end';
update kernel_arrival set department = 'logistics' where department = 'logistics-shipping';
update kernel_arrived set department = 'logistics' where department = 'logistics-shipping';
update kernel_arrival set department = 'aftersales' where department = 'aftersales-retrospective';
update kernel_arrived set department = 'aftersales' where department = 'aftersales-retrospective';
update kernel_errand set department = 'finance' where department = 'finance-days';
update kernel_plan set department = 'finance' where department = 'finance-days';

-- What an absent department opens on is known from here alone; one that runs says it anew.
delete from kernel_roster where kind = 'department' and name in ('finance-release', 'finance-dispatched', 'finance-arrived',
    'finance-delivered', 'finance-days', 'finance-settlement', 'finance-completion', 'entry-papers', 'review-papers',
    'production-end', 'logistics-shipping', 'aftersales-retrospective');
update kernel_roster set opens_on = ':' || opens_on where kind = 'department' and opens_on like '%,%';
update kernel_roster set opens_on = opens_on || ':' || opens_on where kind = 'department' and opens_on <> ''
    and opens_on not like '%:%';
update kernel_roster set opens_on = 'completed:finance.collected,logistics.delivered days:review.cleared'
    || ' finance.collected:finance.collected logistics.arrived:logistics.arrived logistics.delivered:logistics.delivered'
    || ' logistics.dispatched:logistics.dispatched review.cleared:review.cleared review.terminated:review.terminated'
    where kind = 'department' and name = 'finance';
update kernel_roster set opens_on = 'papers:review.cleared' where kind = 'department' and name = 'entry';
update kernel_roster set opens_on = opens_on || ' papers:review.cleared' where kind = 'department' and name = 'review';
update kernel_roster set opens_on = opens_on || ' review.terminated:review.terminated'
    where kind = 'department' and name = 'production';
update kernel_roster set opens_on = opens_on || ' production.finished:production.finished'
    where kind = 'department' and name = 'logistics';
update kernel_roster set opens_on = opens_on || ' finance.completed:finance.completed'
    where kind = 'department' and name = 'aftersales';
