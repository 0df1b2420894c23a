package dev.kontor.engine.version;

import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleTables;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * The smallest reader of tables: a file is one cell with one number.
 *
 * @param sign how a total is compared with the number; what another notation would change
 */
record LimitTables(String notation, String sign) implements RuleTables {

    @Override
    public Read read(String set, String packageName, String file, byte[] content) {
        String rules = """
                package %s
                import dev.kontor.api.order.Order
                import dev.kontor.api.rule.*
                rule "limit row"
                when
                    $limit : Parameter( set == "%s", name == "limit-row-amount" )
                    Order( total.amount %s $limit.value )
                then
                    insertLogical( new Conclusion.Check( "size", true, Reason.of("large"), new Clause("4.2") ) );
                end
                """.formatted(packageName, set, sign);
        Cell cell = new Cell("", 1, 1);
        Parameter parameter = new Parameter(set, "limit-row-amount", new BigDecimal(new String(content, StandardCharsets.UTF_8).strip()), "CNY",
                LocalDate.of(2020, 1, 1), new Clause("4.2"));
        return new Read(List.of(new Table(rules, Collections.nCopies((int) rules.lines().count(), cell),
                List.of(new RuleTables.Number(parameter, "limit row", "limit-amount", cell)))), List.of());
    }
}
