-- A sales representative's own orders by their total, in either direction, without sorting all of them.
create index kernel_order_representative_currency on kernel_order (representative, currency, total, running);
create index kernel_order_representative_largest on kernel_order (representative, currency desc, total desc, running desc);
