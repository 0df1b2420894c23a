-- Follow-up visits: planned, due, held with what the customer said (R-8.4). Scores are 1 to 5, 0 until it is held.
CREATE TABLE aftersales_visit (
  id VARCHAR(40) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  customer VARCHAR(32) NOT NULL,
  customer_name VARCHAR(400) NOT NULL,
  months INTEGER NOT NULL,
  planned_on CHAR(10) NOT NULL,
  due_on VARCHAR(10) NOT NULL,
  is_held INTEGER NOT NULL,
  held_on VARCHAR(10) NOT NULL,
  held_month VARCHAR(7) NOT NULL,
  way VARCHAR(32) NOT NULL,
  spoke_with VARCHAR(200) NOT NULL,
  equipment INTEGER NOT NULL,
  service INTEGER NOT NULL,
  words VARCHAR(20000) NOT NULL,
  held_by VARCHAR(64) NOT NULL
);
CREATE INDEX aftersales_visit_order ON aftersales_visit (order_number, position);
CREATE INDEX aftersales_visit_planned ON aftersales_visit (is_held, planned_on, id);
CREATE INDEX aftersales_visit_held ON aftersales_visit (is_held, held_on, id);
CREATE INDEX aftersales_visit_month ON aftersales_visit (held_month);
CREATE INDEX aftersales_visit_customer ON aftersales_visit (customer, held_on);
