-- Decisions are read on from the stamp of the last: two of the same, from two nodes in one moment, would leave one out. The
-- node that comes second repeats its command.

update kernel_decision set running = running + (
    select count(*) from kernel_decision other where other.running = kernel_decision.running and other.id < kernel_decision.id)
where exists (
    select 1 from kernel_decision other where other.running = kernel_decision.running and other.id < kernel_decision.id);
drop index kernel_decision_newest;
create unique index kernel_decision_newest on kernel_decision (running desc);
