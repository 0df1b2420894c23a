package dev.kontor.kernel.forward;

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
import dev.kontor.kernel.people.FirstStart;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The business time of a demo company goes forward to a day. It never goes back. */
@Component
public final class ForwardTime implements CompanyCommand {

    static final String NAME = "time/forward";
    private static final int MOST_DAYS = 1100;

    private final ForwardRows rows;
    private final boolean demo;

    @Activate
    public ForwardTime(@Reference ForwardRows rows, @Reference FirstStart start) {
        this(rows, start.demo());
    }

    ForwardTime(ForwardRows rows, boolean demo) {
        this.rows = rows;
        this.demo = demo;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("kernel.forward");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(Text.of("kernel.forward.go"), Field.date("until", Text.of("kernel.forward.until")).withHint(Text.of("kernel.forward.hint")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (!demo) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("kernel.forward.demo-only"));
        }
        LocalDate until = values.date("until").orElseThrow();
        if (!until.isAfter(company.today()) || until.isAfter(company.today().plusDays(MOST_DAYS))) {
            throw Refused.at("until", Text.of("kernel.forward.ahead", company.today(), company.today().plusDays(MOST_DAYS)));
        }
        rows.put(until);
        Text said = Text.of("kernel.forward.goes", until);
        company.note("time.forward", said, List.of(new Change("until", company.today().toString(), until.toString())));
        return Answer.of(said).goingTo(ForwardPage.PATH);
    }
}
