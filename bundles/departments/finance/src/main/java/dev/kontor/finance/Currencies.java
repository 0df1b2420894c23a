package dev.kontor.finance;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Currencies in which the company gives credit and takes money, as ISO 4217 names them. */
public final class Currencies {

    private static final List<String> COMPANY = List.of("CNY", "USD", "EUR", "JPY", "GBP", "HKD");

    private Currencies() {}

    /** @param contract the currency of the contract that it is about, which may be another one; empty where it is about none */
    public static Field field(Optional<String> contract) {
        return Field.choice("currency", Text.of("finance.currency"),
                known(contract).map(each -> new Field.Option(each, Text.plain(each))).toList());
    }

    /** @throws Refused at the field, for what is neither the contract's nor one that the company has */
    public static void demand(Values values, Optional<String> contract) {
        if (known(contract).noneMatch(values.text("currency")::equals)) {
            throw Refused.at("currency", Text.of("finance.currency-wrong", String.join(", ", known(contract).toList())));
        }
    }

    private static Stream<String> known(Optional<String> contract) {
        return Stream.concat(contract.stream(), COMPANY.stream()).distinct();
    }
}
