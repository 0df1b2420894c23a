package dev.kontor.tables;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A rule set whose rules are a table: large orders are evaluated, sales are reminded of those in dollars. */
final class TrialSet {

    static final String SET = "trial/size";
    /** The head and two rows, as text with the divider {@code ,}. */
    static final String CSV = """
            size,from,Order,,,Require,,,,,,,,Remind,,,
            field,,currency in,total.amount >=,total.amount <,task,subject,role,within,reason,value,value,clause,role,subject,reason,clause
            unit,,,CNY,CNY,,,,WD,,fact,fact,,,,,
            large,2020-01-01,CNY,2000000,10000000,finance.evaluation,finance,finance.reviewer,5,large,Order total,Order total.amount >=,4.2,,,,
            # the largest are told to the head of sales as well,,,,,,,,,,,,,,,,
            very large,2020-01-01,"CNY, HKD",10000000,,finance.evaluation,finance,finance.reviewer,3,large,Order total,Order total.amount >=,4.10,sales.head,head,largest,4.10
            """;

    static final String RULES = """
            package trial.size
            import dev.kontor.api.order.Order
            import dev.kontor.api.people.Role
            import dev.kontor.api.rule.*
            import dev.kontor.api.task.TaskKind
            rule "size large"
            when
                $from : Parameter( set == "trial/size", name == "from" )
                $below : Parameter( set == "trial/size", name == "below" )
                $days : Parameter( set == "trial/size", name == "days" )
                Order( currency in ( "CNY" ), total.amount >= $from.value, total.amount < $below.value, $total : total )
            then
                insertLogical( new Conclusion.Require( new TaskKind("finance.evaluation"), "finance", new Role("finance.reviewer"),
                    $days.workingDays(), Reason.of("large", $total, $from.value()), new Clause("4.2") ) );
            end
            rule "size very large"
            when
                $from : Parameter( set == "trial/size", name == "below" )
                $days : Parameter( set == "trial/size", name == "short-days" )
                Order( currency in ( "CNY", "HKD" ), total.amount >= $from.value, $total : total )
            then
                insertLogical( new Conclusion.Require( new TaskKind("finance.evaluation"), "finance", new Role("finance.reviewer"),
                    $days.workingDays(), Reason.of("large", $total, $from.value()), new Clause("4.10") ) );
                insertLogical( new Conclusion.Remind( new Role("sales.head"), "head", "", Reason.of("largest"), new Clause("4.10") ) );
            end
            """;
    static final String PARAMETERS = """
            name,value,unit,from,clause
            from,2000000,CNY,2020-01-01,4.2
            below,10000000,CNY,2020-01-01,4.2
            days,5,WD,2020-01-01,4.2
            short-days,3,WD,2020-01-01,4.2
            """;

    /** The boundaries and their nearest neighbours; what each expects is the whole answer. */
    static final String CASES = """
            - name: one cent below
              facts:
                - Order: {total: 1999999.99}
              expect: []
            - name: exactly large
              facts:
                - Order: {total: 2000000}
              expect:
                - Require: {task: finance.evaluation, subject: finance, role: finance.reviewer, within: 5, reason: large,
                            arguments: [CNY 2000000.00, 2000000], clause: "4.2", rule: size large, en: "is not below 2,000,000"}
            - name: one cent below very large
              facts:
                - Order: {total: 9999999.99}
              expect:
                - Require: {within: 5, clause: "4.2"}
            - name: exactly very large
              facts:
                - Order: {total: 10000000}
              expect:
                - Require: {within: 3, clause: "4.10", arguments: [CNY 10000000.00, 10000000]}
                - Remind: {role: sales.head, subject: head, reason: largest, clause: "4.10"}
            - name: another currency
              facts:
                - Order: {total: USD 99000000}
              expect: []
            - name: the second currency of a list
              facts:
                - Order: {total: HKD 10000000}
              expect:
                - Require: {within: 3}
                - Remind: {reason: largest}
            """;
    private static final String WORDS = """
            title=Size
            size-large=Large orders
            size-very-large=Very large orders
            large={0} is not below {1}.
            largest=It is one of the largest.
            """;
    private static final String COLUMNS = """
            parameter.size-order-total-amount-from=Amount, from
            parameter.size-order-total-amount-below=Amount, below
            parameter.size-require-within=Time
            """;
    private static final String NUMBERS = """
            parameter.from=From
            parameter.below=Below
            parameter.days=Time
            parameter.short-days=Short time
            """;

    private TrialSet() {}

    static RuleSetFiles byHand() {
        return RuleSetFiles.of(SET, Map.of("rules.drl", RULES, "parameters.csv", PARAMETERS, "cases/size.yaml", CASES,
                "texts.properties", WORDS + NUMBERS, "texts_zh.properties", WORDS + NUMBERS));
    }

    static RuleSetFiles with(String file, byte[] table) {
        return RuleSetFiles.of(SET, Map.of("cases/size.yaml", CASES, "texts.properties", WORDS + COLUMNS, "texts_zh.properties", WORDS + COLUMNS))
                .with(Map.of(file, table));
    }

    static RuleSetFiles csv(String table) {
        return with("size.csv", table.getBytes(StandardCharsets.UTF_8));
    }

    static Checked check(RuleSetFiles files) {
        return new RuleSetCheck(FactTypes.of(TrialSet.class.getClassLoader()), set -> ParameterTable.EMPTY, parameter -> false,
                () -> Optional.of(new DecisionTables()), ShippedSets.NONE).check(files);
    }

    /** {@code size.csv B7 tables.number}, and of the words of a sheet its name too. */
    static List<String> problems(RuleSetFiles files) {
        return check(files).found().stream().map(TrialSet::told).toList();
    }

    private static String told(Problem problem) {
        String place = problem.message().key().equals("engine.in-cell") ? place(problem.message().arguments().get(0)) : "";
        return (problem.file() + " " + place + " " + Problems.key(problem)).replace("  ", " ");
    }

    private static String place(Object name) {
        return String.join(" ", ((dev.kontor.api.text.Text) name).arguments().stream().map(String::valueOf).toList());
    }

    /** The cells of a table as text, as the CSV reader reads them. */
    static List<List<String>> cells(String csv) {
        Grid grid = CsvFile.read(csv.getBytes(StandardCharsets.UTF_8));
        return java.util.stream.IntStream.rangeClosed(1, grid.rows().lastKey())
                .mapToObj(row -> java.util.stream.IntStream.rangeClosed(1, 20).mapToObj(column -> grid.at(row, column).text()).toList())
                .toList();
    }

    /** What is done to a sheet after it was filled. */
    interface Change {
        void on(Worksheet sheet);
    }

    /** The table as a workbook, numbers as numbers, of a sheet called 规模 Late. */
    static byte[] xlsx(String csv, Change change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Trial", "1.0")) {
            Worksheet sheet = book.newWorksheet("规模 Late");
            List<List<String>> rows = cells(csv);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    boolean number = text.matches("\\d+(\\.\\d+)?") && !text.startsWith("4.");
                    if (number) {
                        sheet.value(row, column, new java.math.BigDecimal(text));
                    } else if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                }
            }
            change.on(sheet);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] xlsx() {
        return xlsx(CSV, sheet -> { });
    }

    /** The workbook with parts put in, or changed where it has them. */
    static byte[] rezipped(byte[] workbook, Map<String, java.util.function.UnaryOperator<String>> changes) {
        Map<String, byte[]> parts = new TreeMap<>(ZipParts.of(workbook));
        changes.forEach((part, change) -> parts.put(part, change
                .apply(new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        return RuleSetFiles.zip(parts);
    }
}
