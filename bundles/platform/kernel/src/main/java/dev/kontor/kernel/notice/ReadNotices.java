package dev.kontor.kernel.notice;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Marks one's notifications as read: one by its number, or all. Nothing for the journal. */
@Component
public final class ReadNotices implements CompanyCommand {

    private final Pigeonhole pigeonhole;

    @Activate
    public ReadNotices(@Reference Pigeonhole pigeonhole) {
        this.pigeonhole = pigeonhole;
    }

    @Override
    public String name() {
        return "notices/read";
    }

    @Override
    public Text title() {
        return Text.of("kernel.notices.read");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.hidden("subject").optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Optional<Long> notice =
                Optional.of(values.text("subject")).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf);
        int read = pigeonhole.read(company.actor().id(), notice);
        return Answer.of(Text.of("kernel.notices.were-read", read)).goingTo("notices");
    }
}
