package dev.kontor.api.rule;

import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads decision tables (决策表) of a rule set and says them as rules. A service that need not be there: without it a
 * candidate that holds tables is refused. Thread-safe; opens no transaction, keeps nothing, evaluates nothing.
 */
@ProviderType
public interface RuleTables {

    /** Named otherwise whenever the same cells come to mean another rule: what an older one made is made again. */
    String notation();

    /**
     * @param set {@code review/joint}, which owns the numbers
     * @param packageName of the set's rules
     * @param file the path below the set's folder; its ending says how it is read
     * @return never throws for what stands in the file: what is wrong is told as faults, and then the rules are worth nothing
     */
    Read read(String set, String packageName, String file, byte[] content);

    /** @param tables one for each sheet */
    record Read(List<Table> tables, List<Fault> faults) {

        public Read {
            tables = List.copyOf(tables);
            faults = List.copyOf(faults);
        }
    }

    /**
     * A table as it goes on its way, which is that of a rule file.
     *
     * @param rules the text of a rule file
     * @param cells of each line of the rules, the cell that it comes from
     */
    record Table(String rules, List<Cell> cells, List<Number> numbers) {

        public Table {
            cells = List.copyOf(cells);
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Row and column from 1; 0 where it is about the file.
     *
     * @param sheet empty in a file that has but one
     */
    record Cell(String sheet, int row, int column) {

        /** {@code B7}; empty where it is about the file. */
        public String name() {
            StringBuilder letters = new StringBuilder();
            for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
                letters.insert(0, (char) ('A' + (rest - 1) % 26));
            }
            return row == 0 ? "" : String.format(Locale.ROOT, "%s%d", letters, row);
        }
    }

    /**
     * A number of a cell: from then on a parameter of the set.
     *
     * @param rule the rule whose row it stands in
     * @param column what its column's title is kept by in the words of the set
     */
    record Number(Parameter parameter, String rule, String column, Cell cell) {}

    /** What keeps a table from being read, for people. */
    record Fault(Cell cell, Text message) {}
}
