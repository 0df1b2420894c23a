package dev.kontor.supervision.audit;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Supervision begins: from this month on every month is audited and scored when it is over. */
@Component
public final class Begin implements CompanyCommand {

    /** Months, as far back as an audit of what happened still helps. */
    private static final int EARLIEST = 12;

    private final AuditBook book;

    @Activate
    public Begin(@Reference AuditBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "supervision/begin";
    }

    @Override
    public Text title() {
        return Text.of("supervision.begin");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.begin-submit"),
                Field.date("from", Text.of("supervision.begin-from")).withHint(Text.of("supervision.begin-hint")).withClause("10.1"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (!book.audits("", 1).isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.begun-already"));
        }
        YearMonth first = YearMonth.from(values.date("from").orElseThrow());
        if (first.isBefore(YearMonth.from(company.today()).minusMonths(EARLIEST))) {
            throw Refused.at("from", Text.of("supervision.begin-early", EARLIEST));
        }
        next(company, first);
        Text said = Text.of("supervision.begun", first.toString());
        company.note("supervision.begun", said, List.of());
        return Answer.of(said).goingTo("supervision/audits");
    }

    /** The month is audited and scored on the first day after it. */
    public static void next(CompanyFile company, YearMonth month) {
        company.plan(Supervision.ID, "month " + month, month.plusMonths(1).atDay(1));
    }
}
