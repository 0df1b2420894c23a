package dev.kontor.finance.release;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Collecting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership confirms a proposed release, or declines it: never who proposed it, never who answers for the order (policy 9). */
@Component
public final class ConfirmRelease implements OrderCommand {

    private final Releases releases;
    private final Collecting collecting;

    @Activate
    public ConfirmRelease(@Reference Releases releases, @Reference Collecting collecting) {
        this.releases = releases;
        this.collecting = collecting;
    }

    @Override
    public String name() {
        return "finance/confirm-release";
    }

    @Override
    public Text title() {
        return Text.of("finance.release.confirm");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(ProposeRelease.RELEASE);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return ProposeRelease.isStranger(file) && proposal(file, task).filter(each -> !isProposer(file, each)).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text proposed = proposal(file, task).map(ProposeRelease::words).orElse(Text.plain(""));
        return Form.of(
                Text.of("finance.release.confirm-submit"),
                Field.yesNo("agreed", Text.of("finance.release.agreed")).withHint(proposed).withClause("4.2"),
                Field.longText("remarks", Text.of("finance.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Release release = proposal(file, task)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("finance.release.settled-already")));
        boolean agreed = values.yes("agreed");
        demand(file, release, agreed, values);
        String how = agreed ? Release.CONFIRMED : Release.DECLINED;
        release.settle(how, values.text("remarks"), file);
        file.complete(task.orElseThrow().id(), new Outcome(how, values.text("remarks")));
        collecting.look(file);
        Text said = Text.of(
                "finance.release." + how, release.item().words(), release.amount(), release.expiresOn(), file.actor().name());
        file.note("finance.release-" + how, said, changes(release));
        file.notify(new PersonId(release.proposedBy()), said);
        file.notify(file.summary().representative(), said);
        return Answer.of(said, file.number()).withId(release.id());
    }

    private static void demand(OrderFile file, Release release, boolean agreed, Values values) {
        if (isProposer(file, release)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.release.second-person"));
        }
        if (!ProposeRelease.isStranger(file)) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.release.own-order"));
        }
        if (agreed && release.expiresOn().isBefore(file.today())) {
            throw Refused.at("agreed", Text.of("finance.release.over", release.expiresOn()));
        }
        if (!agreed && !values.has("remarks")) {
            throw Refused.at("remarks", Text.of("finance.release.decline-needs-words"));
        }
    }

    private static boolean isProposer(OrderView file, Release release) {
        return file.actor().id().value().equals(release.proposedBy());
    }

    private Optional<Release> proposal(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> releases.of(file.number()).stream()
                .filter(each -> each.isProposed() && each.item().value().equals(owed.subject()))
                .findFirst());
    }

    /** Everything about it, for the journal. */
    static List<Change> changes(Release release) {
        return List.of(
                new Change("item", "", release.item().value()),
                new Change("amount", "", release.amount().toString()),
                new Change("expires", "", release.expiresOn().toString()),
                new Change("reason", "", release.reason()),
                new Change("proposed-by", "", release.proposedBy()),
                new Change("settled-by", "", release.settledBy()));
    }
}
