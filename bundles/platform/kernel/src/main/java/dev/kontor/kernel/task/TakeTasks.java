package dev.kontor.kernel.task;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes tasks of one's roles, so that no two people do the same. */
@Component
public final class TakeTasks implements CompanyCommand {

    private final HandTasks hands;

    @Activate
    public TakeTasks(@Reference OpenTasks tasks) {
        this.hands = new HandTasks(tasks);
    }

    @Override
    public String name() {
        return "tasks/take";
    }

    @Override
    public Text title() {
        return Text.of("kernel.tasks.take");
    }

    /** Everybody: each task says whose it is. */
    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Form form(Person person, String subject) {
        return HandTasks.form(title());
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        return hands.run(company, values, "kernel.tasks.was-taken", OrderFile::take);
    }
}
