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

/** A day is again what the notices say. */
@Component
public final class WithdrawDay implements CompanyCommand {

    private final CompanyCalendar calendar;
    private final OverrideBook book;

    @Activate
    public WithdrawDay(@Reference CompanyCalendar calendar, @Reference OverrideBook book) {
        this.calendar = calendar;
        this.book = book;
    }

    @Override
    public String name() {
        return "calendars/withdraw";
    }

    @Override
    public Text title() {
        return Text.of("kernel.calendars.withdraw");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        List<Field.Option> days = book.days().stream()
                .map(day -> new Field.Option(day.day().toString(), Text.of("kernel.calendar.shown", day.day(), day.name())))
                .toList();
        return Form.of(title(), Field.choice("day", Text.of("kernel.calendar.day"), days));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("day", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        LocalDate date = LocalDate.parse(values.text("day"));
        Day day = book.days().stream().filter(each -> each.day().equals(date)).findFirst().orElseThrow();
        if (date.isBefore(company.today())) {
            throw Refused.at("day", Text.of("kernel.calendar.past"));
        }
        book.withdraw(date, calendar);
        Text done = Text.of("kernel.calendar.was-withdrawn", date, day.name());
        company.note("calendar.withdrawn", done, List.of(new Change(date + " working", day.working() ? "yes" : "no", "")));
        return Answer.of(done).goingTo("calendars/" + date.getYear());
    }
}
