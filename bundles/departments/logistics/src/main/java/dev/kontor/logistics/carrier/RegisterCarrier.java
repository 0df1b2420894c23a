package dev.kontor.logistics.carrier;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
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

/** Logistics takes in a carrier, changes what is known of it, or has it chosen no longer. */
@Component
public final class RegisterCarrier implements CompanyCommand {

    /** How goods travel. */
    public static final List<String> MODES = List.of("road", "rail", "sea", "air", "courier", "pickup");

    private final Carriers carriers;

    @Activate
    public RegisterCarrier(@Reference Carriers carriers) {
        this.carriers = carriers;
    }

    @Override
    public String name() {
        return "logistics/register-carrier";
    }

    @Override
    public Text title() {
        return Text.of("logistics.register-carrier");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LOGISTICS_CLERK);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("logistics.carrier-keep"),
                Field.hidden("subject").optional(),
                Field.text("name", Text.of("logistics.carrier-name")).withClause("6.1"),
                Field.choices("modes", Text.of("logistics.carrier-modes"), modes()),
                Field.text("licence", Text.of("logistics.carrier-licence")).optional().withHint(Text.of("logistics.carrier-licence-hint")),
                Field.text("contact", Text.of("logistics.carrier-contact")),
                Field.text("phone", Text.of("logistics.carrier-phone")),
                Field.yesNo("active", Text.of("logistics.carrier-active")),
                Field.longText("remarks", Text.of("logistics.remarks")).optional());
    }

    /** Every way of transport as something to choose. */
    public static List<Field.Option> modes() {
        return MODES.stream().map(mode -> new Field.Option(mode, Text.of("logistics.mode." + mode))).toList();
    }

    @Override
    public Values initial(Person person, String subject) {
        return carriers.find(subject)
                .map(known -> new Values(Map.of(
                        "subject", subject,
                        "name", known.name(),
                        "modes", known.modes(),
                        "licence", known.licence(),
                        "contact", known.contact(),
                        "phone", known.phone(),
                        "active", known.isActive() ? "yes" : "no",
                        "remarks", known.remarks())))
                .orElseGet(() -> new Values(Map.of("active", "yes")));
    }

    @Override
    public long version(String subject) {
        return carriers.find(subject).map(Carrier::version).orElse(-1L);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String subject = values.text("subject");
        String name = values.text("name");
        Optional<Carrier> known = carriers.find(subject);
        if (known.isEmpty() && !subject.isEmpty()) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("logistics.no-such-carrier"));
        }
        if (carriers.named(name).filter(other -> !other.id().equals(subject)).isPresent()) {
            throw Refused.at("name", Text.of("logistics.carrier-taken", name));
        }
        Carrier carrier = known.orElseGet(() -> Carrier.named(name));
        List<Change> changes = changes(known, values);
        carrier.describe(name, values.choices("modes"), values.text("licence"), values.text("contact"), values.text("phone"),
                values.text("remarks"));
        carrier.change(values.yes("active"), company.actor().id().value(), company.now());
        if (known.isEmpty()) {
            carriers.keep(carrier);
        }
        Text said = Text.of("logistics.carrier-kept", name);
        company.note("logistics.carrier", said, changes);
        return Answer.of(said).goingTo("logistics/carriers").withId(carrier.id());
    }

    private static List<Change> changes(Optional<Carrier> known, Values values) {
        return List.of(
                new Change("name", known.map(Carrier::name).orElse(""), values.text("name")),
                new Change("modes", known.map(each -> String.join(",", each.modes())).orElse(""), String.join(",", values.choices("modes"))),
                new Change("licence", known.map(Carrier::licence).orElse(""), values.text("licence")),
                new Change("active", known.map(each -> each.isActive() ? "yes" : "no").orElse(""), values.text("active")));
    }
}
