package dev.kontor.aftersales;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Block;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Narrows a list to a customer, within its tab. */
public final class CustomerFilter {

    private static final String CUSTOMER = "customer";

    private CustomerFilter() {}

    /** As customers are called, however it was typed. */
    public static String id(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** @param customer empty for everybody's */
    public static Block of(String path, String state, String customer) {
        Field field = Field.text(CUSTOMER, Text.of("aftersales.customer")).optional().suggesting(CUSTOMER);
        List<Block.Chip> chips = customer.isEmpty()
                ? List.of()
                : List.of(new Block.Chip(field.label(), Text.plain(customer), path + "?state=" + state));
        return new Block.Filter(path, List.of(field), new Values(Map.of("state", state, CUSTOMER, customer)), chips, List.of(), "");
    }
}
