package dev.kontor.kernel.desk;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.wall.BadDeeds.Deed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code bad/act}: writes to the order, then does what it must not. */
record BadCommand(String name, Deed deed) implements OrderCommand {

    BadCommand(Deed deed) {
        this("bad/act", deed);
    }

    @Override
    public Text title() {
        return Text.of("bad.act");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(title());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        file.note("bad.began", Text.plain("in the middle"), List.of());
        try {
            return deed.on(file);
        } catch (Exception e) {
            throw BadCommand.<RuntimeException>undeclared(e);
        }
    }

    /** Whatever it is, as it is. */
    @SuppressWarnings("unchecked")
    private static <T extends Exception> T undeclared(Exception e) throws T {
        throw (T) e;
    }
}
