package dev.kontor.finance.release;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.dunning.Dunning;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Somebody proposes that the order go on in spite of open money or used-up credit, up to an amount and until a day; company
 * leadership then confirms it or not (policy 9). Alone it lets nothing go.
 */
@Component
public final class ProposeRelease implements OrderCommand {

    static final TaskKind RELEASE = new TaskKind("finance.release");

    private final Releases releases;
    private final Dunning dunning;
    private final WorkingCalendar calendar;

    @Activate
    public ProposeRelease(@Reference Releases releases, @Reference Dunning dunning, @Reference WorkingCalendar calendar) {
        this.releases = releases;
        this.dunning = dunning;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "finance/propose-release";
    }

    @Override
    public Text title() {
        return Text.of("finance.release.propose");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_HEAD, Role.FINANCE_CREDIT, Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().isPresent() && isStranger(file) && !proposable(file).isEmpty();
    }

    /** Nobody releases an order that they answer for. */
    static boolean isStranger(OrderView file) {
        return !file.actor().id().equals(file.summary().representative());
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> items = proposable(file).stream()
                .map(item -> new Field.Option(
                        item.value(), Text.of("finance.release.option", item.words(), releases.stake(file, item))))
                .toList();
        return Form.of(
                Text.of("finance.release.propose-submit"),
                Field.choice("item", Text.of("finance.release.item"), items).withClause("4.2"),
                Field.amount("amount", Text.of("finance.release.up-to")).withHint(Text.of("finance.release.up-to-hint")),
                Field.date("expires", Text.of("finance.expires")).withHint(Text.of("finance.release.expires-hint")),
                Field.longText("reason", Text.of("finance.reason")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (!isStranger(file)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.release.own-order"));
        }
        file.lock(file.order().orElseThrow().customer());
        Release release = proposed(file, values);
        releases.keep(release);
        Decision numbers = dunning.ask(file);
        file.raise(NewTask.of(RELEASE, Role.LEADERSHIP)
                .about(release.item().value())
                .until(calendar.deadline(file.today(), Numbers.of(numbers, "release-days").workingDays())));
        Text said = words(release);
        file.note("finance.release-proposed", said, ConfirmRelease.changes(release));
        file.notify(Role.LEADERSHIP, said);
        return Answer.of(said, file.number()).withId(release.id());
    }

    static Text words(Release release) {
        return Text.of(
                "finance.release.proposed", release.item().words(), release.amount(), release.expiresOn(),
                Text.person(release.proposedBy()), release.reason());
    }

    private Release proposed(OrderFile file, Values values) {
        Item item = proposable(file).stream()
                .filter(each -> each.value().equals(values.text("item")))
                .findFirst()
                .orElseThrow(() -> Refused.at("item", Text.of("finance.release.nothing-at-stake")));
        Money stake = releases.stake(file, item);
        Money upTo = Money.rounded(values.number("amount").orElseThrow(), stake.currency());
        LocalDate lastDay = values.date("expires").orElseThrow();
        if (upTo.compareTo(stake) < 0) {
            throw Refused.at("amount", Text.of("finance.release.up-to-small", stake));
        }
        if (lastDay.isBefore(file.today())) {
            throw Refused.at("expires", Text.of("finance.expires-past"));
        }
        return new Release(file, item, upTo, lastDay, values.text("reason"));
    }

    /** Where something is at stake, and about which nobody owes an answer already. */
    private List<Item> proposable(OrderView file) {
        List<Item> asked = releases.of(file.number()).stream().filter(Release::isProposed).map(Release::item).toList();
        return Stream.of(Item.values())
                .filter(item -> !asked.contains(item) && releases.stake(file, item).isPositive())
                .toList();
    }
}
