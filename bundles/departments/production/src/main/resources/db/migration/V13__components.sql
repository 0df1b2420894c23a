-- What an inspection saw is asked for by the inspection: without this each asks all machines' components, and waits for whoever writes one.
CREATE INDEX production_component_inspection ON production_component (inspection_id);
