-- The latest decision of an order at a point is one row; without this each of the order's decisions is read for it.
create index kernel_decision_latest on kernel_decision (order_number, point, running desc);
