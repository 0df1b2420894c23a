package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Tables as they are written in {@code rules/README.md}, one a sheet. */
@Component
public final class DecisionTables implements RuleTables {

    /** Raise it whenever the rules that are made of the same cells change. */
    private static final String NOTATION = "tables-1";

    @Override
    public String notation() {
        return NOTATION;
    }

    @Override
    public Read read(String set, String packageName, String file, byte[] content) {
        List<Fault> faults = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        try {
            for (Grid grid : grids(file, content, faults)) {
                TableHead.of(grid, faults).ifPresent(head -> tables.add(new TableRules(set, packageName, head, grid, faults).table()));
            }
        } catch (Unfit unfit) {
            faults.add(unfit.fault());
        }
        return new Read(faults.isEmpty() ? tables : List.of(), faults);
    }

    private static List<Grid> grids(String file, byte[] content, List<Fault> faults) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv" -> List.of(CsvFile.read(content));
            case "xlsx" -> Workbook.read(content, faults);
            case "xlsm", "xltm", "xlsb" -> throw Unfit.file(Text.of("tables.macros"));
            default -> throw Unfit.file(Text.of("tables.kind", ending));
        };
    }
}
