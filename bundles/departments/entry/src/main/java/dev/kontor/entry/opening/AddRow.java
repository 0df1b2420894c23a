package dev.kontor.entry.opening;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder.Numbered;
import dev.kontor.api.order.Contract;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.intake.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An order of another system comes into the opening, or what is known of it is corrected. It becomes an order when two people
 * have signed the opening, and not before.
 */
@Component
public final class AddRow implements CompanyCommand {

    private final Openings openings;
    private final Accounts accounts;

    @Activate
    public AddRow(@Reference Openings openings, @Reference Accounts accounts) {
        this.openings = openings;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "entry/add-opening-row";
    }

    @Override
    public Text title() {
        return Text.of("entry.opening.add.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Entry.IMPORTER);
    }

    @Override
    public Form form(Person person, String subject) {
        return OpeningForm.form();
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        return new SourceRow(values).named(() -> add(company, values));
    }

    private Answer add(CompanyFile company, Values values) {
        Opening opening = openings.forWork();
        RowContent content = content(company, opening, values);
        Optional<Row> before = openings.rows().find(opening, values.text("source"), values.text("row"));
        demandFree(company, opening, content, before);
        Text said = Text.of("entry.opening.added", values.text("row"), content.contract().number().written());
        if (before.map(openings.rows()::fields).filter(content.fields()::equals).isPresent()) {
            return Answer.of(said).goingTo(Openings.PAGE).withId(before.get().id());
        }
        before.ifPresent(known -> {
            openings.release(company, known);
            openings.rows().drop(known);
        });
        Row row = row(company, opening, values, content);
        content.files().forEach(file -> company.keep(row.keeper(), file));
        openings.rows().put(row, content.contract().number().canonical(), content.fields(), content.numbers());
        openings.book().changed(opening);
        return Answer.of(said).goingTo(Openings.PAGE).withId(row.id());
    }

    private RowContent content(CompanyFile company, Opening opening, Values values) {
        RowContent content = RowContent.of(values);
        List<Gap> gaps = new ArrayList<>(new SourceRow(values).gaps(company.today(), accounts));
        List<String> named = gaps.stream().map(Gap::field).toList();
        RowCheck.gaps(content, opening.asOf()).stream().filter(gap -> !named.contains(gap.field())).forEach(gaps::add);
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        values.upload("contract-file").ifPresent(file -> content.put("", file));
        return content;
    }

    /** What an order, or another row, has already cannot be opened a second time. */
    private void demandFree(CompanyFile company, Opening opening, RowContent content, Optional<Row> before) {
        Contract contract = content.contract();
        List<Text> taken = company.taken(List.of(contract), serials(content));
        if (!taken.isEmpty()) {
            throw Refused.at("contract-number", taken.get(0));
        }
        openings.rows().ofContract(opening, contract.number().canonical()).stream()
                .filter(other -> before.filter(known -> known.id().equals(other.id())).isEmpty())
                .filter(other -> clash(contract, new RowContent(openings.rows().fields(other)).contract()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refused.at("contract-number", Text.of("entry.opening.gap.contract-twice", contract.number().written(), other.key()));
                });
        for (OpeningRows.Numbered each : content.numbers()) {
            if (openings.rows().holder(opening, each).filter(row -> before.filter(known -> known.id().equals(row)).isEmpty()).isPresent()) {
                throw Refused.at(each.path(), Text.of("entry.opening.gap.number-twice", each.number()));
            }
        }
    }

    private static boolean clash(Contract one, Contract other) {
        boolean framework = one.kind().equals(Contract.FRAMEWORK) && other.kind().equals(Contract.FRAMEWORK);
        return !framework || one.callOffKey().equals(other.callOffKey());
    }

    private static List<SerialNumber> serials(RowContent content) {
        return content.machines().stream().map(Numbered::serial).toList();
    }

    private static Row row(CompanyFile company, Opening opening, Values values, RowContent content) {
        return new Row(UUID.randomUUID().toString(), opening.number(), values.text("source"), values.text("row"),
                content.contract().number().written(), content.text("customer"), content.text("customer-name"), content.stage(),
                content.total(), content.receivable(), content.exposure(), company.actor().id(), company.now(), "", "");
    }
}
