-- Who did a step of a machine before it was made once more: none of them says that it conforms, however often it is reworked.
CREATE TABLE production_earlier_step (
  id CHAR(36) NOT NULL PRIMARY KEY,
  serial VARCHAR(40) NOT NULL,
  name VARCHAR(200) NOT NULL,
  finished_on VARCHAR(10) NOT NULL,
  confirmed_by VARCHAR(64) NOT NULL
);
CREATE INDEX production_earlier_step_serial ON production_earlier_step (serial, confirmed_by);
