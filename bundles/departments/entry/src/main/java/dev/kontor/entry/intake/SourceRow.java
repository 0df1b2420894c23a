package dev.kontor.entry.intake;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Contact;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Paths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a row of another system says of contract, customer and representative, whatever becomes of it. */
public record SourceRow(Values values) {

    private static final Pattern CELL = Pattern.compile("([^\\[]+)\\[(\\d{1,6})](.+)");

    /** What must be right before a file can be opened at all. */
    public List<Gap> gaps(LocalDate today, Accounts accounts) {
        List<Gap> gaps = new ArrayList<>();
        String number = values.text("contract-number");
        if (number.isEmpty() || number.length() > 64) {
            gaps.add(new Gap("contract-number", Text.of("entry.gap.contract-number")));
        }
        Completeness.dayOf(values.text("signed-on")).ifPresentOrElse(
                day -> {
                    if (day.isAfter(today)) {
                        gaps.add(new Gap("signed-on", Text.of("entry.gap.signed-ahead")));
                    }
                },
                () -> gaps.add(new Gap("signed-on", Text.of("entry.gap.day", values.text("signed-on")))));
        if (!customerId().matches("[A-Z0-9][A-Z0-9-]{0,31}")) {
            gaps.add(new Gap("customer", Text.of("entry.gap.customer", values.text("customer"))));
        }
        if (values.text("customer-name").isEmpty()) {
            gaps.add(new Gap("customer-name", Text.of("entry.gap.missing", Paths.label("customer-name"))));
        }
        if (!isRepresentative(values.text("representative"), accounts)) {
            gaps.add(new Gap("representative", Text.of("entry.gap.representative", values.text("representative"))));
        }
        return gaps;
    }

    private static boolean isRepresentative(String name, Accounts accounts) {
        return name.matches("[a-z][a-z0-9._-]{0,63}")
                && accounts.person(new PersonId(name)).filter(person -> person.holds(Role.SALES_REP)).isPresent();
    }

    public String customerId() {
        return values.text("customer").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "-");
    }

    public Customer customer() {
        Contact contact = new Contact(values.text("contact-name"), values.text("contact-phone"), values.text("contact-email"));
        return new Customer(new CustomerId(customerId()), values.text("customer-name"), values.text("credit-code"),
                values.text("country"), values.text("address"), "", "",
                contact.name().isEmpty() ? List.of() : List.of(contact), 0);
    }

    /** Does it; what is refused is named by the column it came from. */
    public <R> R named(Supplier<R> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            if (refused.gaps().isEmpty()) {
                throw refused;
            }
            Map<String, String> columns = columns(values.text("columns"));
            throw Refused.at(refused.gaps().stream().map(gap -> new Gap(of(columns, gap.field()), gap.message())).toList());
        }
    }

    /** Which column of the source each field came from: {@code field=Column}, one a line. */
    private static Map<String, String> columns(String lines) {
        Map<String, String> byField = new HashMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                byField.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        });
        return byField;
    }

    /** Of a group's row also which of them it is, {@code machines.csv: Plate #2}. */
    private static String of(Map<String, String> columns, String field) {
        Matcher cell = CELL.matcher(field);
        if (columns.containsKey(field) || !cell.matches()) {
            return columns.getOrDefault(field, field);
        }
        String column = columns.get(cell.group(1) + cell.group(3));
        return column == null ? field : column + " #" + (Integer.parseInt(cell.group(2)) + 1);
    }
}
