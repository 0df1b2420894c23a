package dev.kontor.kernel.customer;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.EquipmentModel;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a new equipment model into the catalogue, or changes one. */
@Component
public final class SaveModel implements CompanyCommand {

    private final ModelBook book;

    @Activate
    public SaveModel(@Reference ModelBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "models/save";
    }

    @Override
    public Text title() {
        return Text.of("kernel.models.save");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_HEAD);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.hidden("subject").optional(),
                Field.text("model", Text.of("kernel.model")),
                Field.text("name", Text.of("kernel.model.name")),
                Field.text("unit", Text.of("kernel.model.unit")),
                Field.amount("price", Text.of("kernel.model.price")),
                Field.text("currency", Text.of("kernel.model.currency")),
                Field.group("parameters", Text.of("kernel.model.parameters"), List.of(
                                Field.text("name", Text.of("kernel.parameter.name")),
                                Field.text("value", Text.of("kernel.parameter.value")),
                                Field.text("unit", Text.of("kernel.parameter.unit")).optional()))
                        .optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return known(subject).map(SaveModel::values).orElse(new Values(Map.of("currency", "CNY", "unit", "台")));
    }

    @Override
    public long version(String subject) {
        return known(subject).map(EquipmentModel::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        EquipmentModel model = model(values);
        Optional<EquipmentModel> before = book.model(model.model());
        if (values.has("subject") && !values.text("subject").equals(model.model())) {
            throw Refused.at("model", Text.of("kernel.model.fixed"));
        }
        if (!values.has("subject") && before.isPresent()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.model.taken", model.model()));
        }
        before.ifPresentOrElse(known -> book.update(model), () -> book.insert(model));
        Text done = Text.of("kernel.model.was-saved", model.model());
        company.note("model.saved", done, List.of(
                new Change(model.model(), before.map(SaveModel::shown).orElse(""), shown(model))));
        return Answer.of(done).goingTo("models").withId(model.model());
    }

    private Optional<EquipmentModel> known(String subject) {
        return subject.isEmpty() ? Optional.empty() : book.model(subject);
    }

    private static EquipmentModel model(Values values) {
        String currency = values.text("currency");
        if (!currency.matches("[A-Z]{3}")) {
            throw Refused.at("currency", Text.of("kernel.model.currency-form"));
        }
        Money price = new Money(values.number("price").orElseThrow(), currency);
        if (price.amount().signum() < 0) {
            throw Refused.at("price", Text.of("kernel.model.price-form"));
        }
        List<TechnicalParameter> parameters = values.rows("parameters").stream()
                .map(row -> new TechnicalParameter(row.text("name"), row.text("value"), row.text("unit")))
                .toList();
        return new EquipmentModel(values.text("model"), values.text("name"), values.text("unit"), price, parameters, 0);
    }

    private static Values values(EquipmentModel model) {
        return new Values(Map.of(
                "subject", model.model(),
                "model", model.model(),
                "name", model.name(),
                "unit", model.unit(),
                "price", model.listPrice().amount().toPlainString(),
                "currency", model.listPrice().currency(),
                "parameters", model.parameters().stream()
                        .map(each -> new Values(Map.of("name", each.name(), "value", each.value(), "unit", each.unit())))
                        .toList()));
    }

    private static String shown(EquipmentModel model) {
        return model.name() + ", " + model.unit() + ", " + model.listPrice() + ", "
                + String.join("; ", model.parameters().stream()
                        .map(each -> (each.name() + " " + each.value() + " " + each.unit()).strip())
                        .toList());
    }
}
