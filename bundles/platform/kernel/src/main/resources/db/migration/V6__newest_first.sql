-- Lists show the newest first, and Derby reads an index in its own direction only: without these it sorts every order.

create index kernel_order_newest on kernel_order (running desc);
create index kernel_order_milestone_newest on kernel_order (milestone, running desc);
create index kernel_order_representative_newest on kernel_order (representative, running desc);
