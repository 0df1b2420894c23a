package dev.kontor.entry;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.ContractForm;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.PaymentTemplate;
import dev.kontor.entry.need.Channels;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saves what is typed of a contract so far, complete or not, and names what is still to be supplied. */
@Component
public final class SaveCommand implements OrderCommand {

    private final Drafts drafts;
    private final Channels channels;

    @Activate
    public SaveCommand(@Reference Drafts drafts, @Reference Channels channels) {
        this.drafts = drafts;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "entry/save";
    }

    @Override
    public Text title() {
        return Text.of("entry.save.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return Entry.isWithSales(file) && drafts.find(file.number()).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return ContractForm.of(channels.options(file.actor()));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return drafts.find(file.number()).map(Draft::values).orElse(Values.NONE);
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return drafts.version(file.number());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Draft before = drafts.find(file.number())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("entry.no-draft", file.number().value())));
        SortedMap<String, String> typed = Paths.flat(values);
        PaymentTemplate.fill(typed);
        Set<String> roots = new HashSet<>(ContractForm.roots());
        roots.removeAll(Set.of("plan", "contract-file"));
        Draft rewritten = before.rewritten(typed, roots, file.actor().id(), file.now());
        Draft after = values.upload("contract-file")
                .map(upload -> rewritten.with(file.file(Entry.CONTRACT, upload)))
                .orElse(rewritten);
        drafts.replace(before, after);
        List<Refused.Gap> gaps = Completeness.gaps(after.plain());
        file.note("entry.saved", Text.of("entry.saved", gaps.size()), before.changes(after));
        Text said = gaps.isEmpty() ? Text.of("entry.save.complete") : Text.of("entry.save.partial", gaps.size());
        return Answer.of(said, file.number()).goingTo("entry/confirm/" + file.number());
    }
}
