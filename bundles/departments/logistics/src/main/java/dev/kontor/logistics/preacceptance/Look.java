package dev.kontor.logistics.preacceptance;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.AcceptanceReport;
import dev.kontor.logistics.acceptance.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that the customer looks at of one machine.
 *
 * @param name ends the names of its fields
 */
record Look(String name, Item.Asked asked) {

    List<Field> fields() {
        List<Field.Option> findings = Stream.of(Item.RIGHT, Item.WRONG)
                .map(finding -> new Field.Option(finding, Text.of("logistics.finding." + finding)))
                .toList();
        return List.of(
                Field.choice("item-" + name, AcceptanceReport.label(asked), findings).optional().withClause("6.2"),
                Field.text("remark-" + name, Text.of("logistics.remarks")).optional());
    }

    String finding(Values values) {
        return values.text("item-" + name);
    }

    String remark(Values values) {
        return values.text("remark-" + name);
    }

    /** What is missing before it counts as looked at. @param accepted the machine is to be accepted as it is */
    Optional<Refused.Gap> gap(Values values, boolean accepted) {
        if (finding(values).isEmpty()) {
            return gap("item-", "logistics.pre.not-looked-at");
        }
        if (finding(values).equals(Item.WRONG)) {
            return accepted
                    ? gap("item-", "logistics.pre.wrong-is-not-accepted")
                    : remark(values).isEmpty() ? gap("remark-", "logistics.remark-missing") : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Refused.Gap> gap(String field, String words) {
        return Optional.of(new Refused.Gap(field + name, Text.of(words)));
    }
}
