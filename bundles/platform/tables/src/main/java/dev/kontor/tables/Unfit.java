package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Cell;
import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.text.Text;

/** Nothing more of the file can be read. Ends at {@link DecisionTables}. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    private Unfit(Fault fault) {
        super(fault.message().key());
        this.fault = fault;
    }

    static Unfit file(Text message) {
        return new Unfit(new Fault(new Cell("", 0, 0), message));
    }

    static Unfit at(Cell cell, String key, Object... arguments) {
        return new Unfit(new Fault(cell, Text.of(key, arguments)));
    }

    Fault fault() {
        return fault;
    }
}
