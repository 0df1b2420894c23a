package dev.kontor.kernel.time;

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
import dev.kontor.api.time.Calendars.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company works on a day, or does not, whatever the notices say. From today on: what is over stays judged as it was. */
@Component
public final class OverrideDay implements CompanyCommand {

    private final CompanyCalendar calendar;
    private final OverrideBook book;

    @Activate
    public OverrideDay(@Reference CompanyCalendar calendar, @Reference OverrideBook book) {
        this.calendar = calendar;
        this.book = book;
    }

    @Override
    public String name() {
        return "calendars/override";
    }

    @Override
    public Text title() {
        return Text.of("kernel.calendars.override");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.date("day", Text.of("kernel.calendar.day")),
                Field.choice("working", Text.of("kernel.calendar.kind"), List.of(
                        new Field.Option("no", Text.of("kernel.calendar.off")),
                        new Field.Option("yes", Text.of("kernel.calendar.working")))),
                Field.text("reason", Text.of("kernel.calendar.reason")).withHint(Text.of("kernel.calendar.hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("day", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        LocalDate day = values.date("day").orElseThrow();
        if (day.isBefore(company.today())) {
            throw Refused.at("day", Text.of("kernel.calendar.past"));
        }
        boolean was = calendar.isWorkingDay(day);
        book.set(new Day(day, values.yes("working"), values.text("reason"), true), company.actor().id(), company.now(), calendar);
        Text kind = Text.of(values.yes("working") ? "kernel.calendar.working" : "kernel.calendar.off");
        Text done = Text.of("kernel.calendar.was-set", day, kind, values.text("reason"));
        company.note("calendar.override", done, List.of(new Change(day + " working", was ? "yes" : "no", values.text("working"))));
        return Answer.of(done).goingTo("calendars/" + day.getYear());
    }
}
