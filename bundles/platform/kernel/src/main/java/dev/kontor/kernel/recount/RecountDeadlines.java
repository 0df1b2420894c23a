package dev.kontor.kernel.recount;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.recount.ProvisionalDeadlines.Moved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves provisional deadlines to what a notice that has arrived makes of them; each is shown before. */
@Component
public final class RecountDeadlines implements CompanyCommand {

    /** In one command; more are asked for again. */
    private static final int MOST = 500;

    private final ProvisionalDeadlines deadlines;

    @Activate
    public RecountDeadlines(@Reference ProvisionalDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return "calendars/recount";
    }

    @Override
    public Text title() {
        return Text.of("kernel.calendars.recount");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        List<Field.Option> options = changes().stream()
                .map(moved -> new Field.Option(moved.task().id().toString(), shown(moved)))
                .toList();
        return Form.of(
                title(), Field.choices("tasks", Text.of("kernel.recount.tasks"), options).withHint(Text.of("kernel.recount.hint")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("tasks", changes().stream().map(moved -> moved.task().id().toString()).toList()));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        List<String> chosen = values.choices("tasks");
        List<Moved> moved =
                changes().stream().filter(each -> chosen.contains(each.task().id().toString())).toList();
        moved.forEach(each -> deadlines.carryOut(each, company.actor().id(), company.now()));
        Text done = Text.of("kernel.recount.was-done", moved.size());
        company.note("calendar.recounted", done, moved.stream()
                .map(each -> new Change(
                        each.task().order() + " " + each.task().kind(), each.before().lastDay().toString(),
                        each.after().lastDay().toString()))
                .toList());
        return Answer.of(done).goingTo("calendars");
    }

    private List<Moved> changes() {
        return deadlines.changes().stream().limit(MOST).toList();
    }

    private static Text shown(Moved moved) {
        return Text.of(
                "kernel.recount.shown", moved.task().order().value(), Text.of("task." + moved.task().kind()),
                moved.before().lastDay(), moved.after().lastDay());
    }
}
