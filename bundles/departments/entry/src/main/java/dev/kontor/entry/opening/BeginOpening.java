package dev.kontor.entry.opening;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.draft.ContractForm;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.intake.SourceRow;
import dev.kontor.entry.opening.Opening.Stated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The opening begins with its day, what the books say, and a paper that proves it; asked again it takes over what is new. Machines
 * state the totals of many customers in parts, one after the other.
 */
@Component
public final class BeginOpening implements CompanyCommand {

    private final Openings openings;

    @Activate
    public BeginOpening(@Reference Openings openings) {
        this.openings = openings;
    }

    @Override
    public String name() {
        return "entry/begin-opening";
    }

    @Override
    public Text title() {
        return Text.of("entry.opening.begin.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Entry.IMPORTER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("entry.opening.begin.button"),
                Field.date("as-of", Text.of("entry.opening.as-of")).withHint(Text.of("entry.opening.hint-as-of")),
                Field.group("totals", Text.of("entry.opening.totals"), List.of(
                        cell("customer"), cell("currency").optional(), cell("orders"), cell("receivable"), cell("exposure"))),
                Field.file("evidence", Text.of("document.entry.opening")),
                Field.hidden("part").optional());
    }

    private static Field cell(String name) {
        return Field.text(name, Text.of("entry.field.totals." + name));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        LocalDate asOf = values.date("as-of").orElseThrow();
        if (asOf.isAfter(company.today())) {
            throw Refused.at("as-of", Text.of("entry.opening.gap.ahead"));
        }
        Part part = Part.of(values.text("part"));
        Opening opening = opening(company, asOf);
        List<Stated> totals = totals(values, openings.book().statedBefore(opening, part));
        Upload evidence = values.upload("evidence").orElseThrow();
        boolean proved = openings.book().evidence(opening).stream().anyMatch(each -> each.file().digest().equals(evidence.digest()));
        boolean fewer = openings.book().endAt(opening, part);
        boolean stated = alike(openings.book().stated(opening, part), totals);
        if (!proved) {
            openings.book().prove(opening, evidence, company.actor(), company.now());
            company.keep(opening.keeper(), evidence);
        }
        if (!stated) {
            openings.book().state(opening, part, totals, company.actor());
        }
        Text said = Text.of("entry.opening.begun", opening.number(), asOf, openings.book().stated(opening).size());
        if (!proved || !stated || fewer) {
            openings.book().changed(opening);
            company.note("entry.opening", said, List.of(
                    new Change("as-of", "", asOf.toString()), new Change("evidence", "", evidence.name() + " " + evidence.digest())));
        }
        return Answer.of(said).goingTo(Openings.PAGE).withId(opening.number() + "-" + opening.droppedRows());
    }

    /** One that is open is of one day only: what was said of another day must be dropped first. */
    private Opening opening(CompanyFile company, LocalDate asOf) {
        Opening opening = openings.book().current()
                .map(openings.book()::lock)
                .filter(each -> each.state() != Opening.State.DROPPED)
                .orElseGet(() -> openings.book().begin(asOf, company.actor(), company.now()));
        if (!opening.isOpen()) {
            throw Openings.closed(opening);
        }
        if (!opening.asOf().equals(asOf)) {
            throw Refused.at("as-of", Text.of("entry.opening.gap.other-day", opening.asOf()));
        }
        return opening;
    }

    private static boolean alike(List<Stated> known, List<Stated> said) {
        return known.size() == said.size()
                && said.stream().allMatch(each -> known.stream().anyMatch(other -> other.customer().equals(each.customer())
                        && other.currency().equals(each.currency())
                        && other.orders() == each.orders()
                        && other.receivable().compareTo(each.receivable()) == 0
                        && other.exposure().compareTo(each.exposure()) == 0));
    }

    private static String key(Stated stated) {
        return stated.customer() + " " + stated.currency();
    }

    /** @param before of the parts before: what a customer owes in a currency is stated once in all of them */
    private static List<Stated> totals(Values values, List<Stated> before) {
        List<Gap> gaps = new ArrayList<>();
        List<Stated> totals = new ArrayList<>();
        Set<String> seen = before.stream().map(BeginOpening::key).collect(Collectors.toCollection(HashSet::new));
        List<Values> rows = values.rows("totals");
        for (int i = 0; i < rows.size(); i++) {
            Stated stated = stated(rows.get(i), i, gaps);
            if (!seen.add(key(stated))) {
                gaps.add(new Gap(Paths.cell("totals", i, "customer"), Text.of("entry.opening.gap.stated-twice", stated.customer())));
            }
            totals.add(stated);
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return totals;
    }

    private static Stated stated(Values row, int i, List<Gap> gaps) {
        String currency = row.has("currency") ? row.text("currency") : "CNY";
        if (!ContractForm.CURRENCIES.contains(currency)) {
            gaps.add(new Gap(Paths.cell("totals", i, "currency"), Text.of("entry.gap.unknown", currency)));
        }
        if (!row.text("orders").matches("\\d{1,6}")) {
            gaps.add(new Gap(Paths.cell("totals", i, "orders"), Text.of("entry.gap.number", row.text("orders"), 0)));
        }
        Map<String, BigDecimal> amounts = Map.of("receivable", amount(row, i, "receivable", gaps), "exposure", amount(row, i, "exposure", gaps));
        String customer = new SourceRow(new Values(Map.of("customer", row.text("customer")))).customerId();
        int orders = row.text("orders").matches("\\d{1,6}") ? Integer.parseInt(row.text("orders")) : 0;
        return new Stated(customer, currency, orders, amounts.get("receivable"), amounts.get("exposure"));
    }

    private static BigDecimal amount(Values row, int i, String cell, List<Gap> gaps) {
        String written = row.text(cell);
        if (!written.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            gaps.add(new Gap(Paths.cell("totals", i, cell), Text.of("entry.gap.number", written, 2)));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(written).setScale(2);
    }
}
