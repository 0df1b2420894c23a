ALTER TABLE logistics_shipment ADD COLUMN released_on VARCHAR(10) DEFAULT '' NOT NULL;
