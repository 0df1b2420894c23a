package dev.kontor.entry.opening;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Numbered;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import dev.kontor.entry.Submission;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.DraftOrder;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.Written;
import dev.kontor.entry.intake.SourceRow;
import dev.kontor.entry.need.ChannelCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the orders of a closed opening, each in a command of its own: one that fails is tried again and holds up nobody. */
@Component(service = Admission.class)
public final class Admission {

    private final Openings openings;
    private final Drafts drafts;
    private final ChannelCounts counts;

    @Activate
    public Admission(@Reference Openings openings, @Reference Drafts drafts, @Reference ChannelCounts counts) {
        this.openings = openings;
        this.drafts = drafts;
        this.counts = counts;
    }

    /** A row of the opening becomes an order. One of which a number was taken meanwhile is left out. */
    public void attend(CompanyFile company, String matter) {
        openings.rows().find(matter.substring(Openings.MATTER.length()))
                .filter(row -> row.order().isEmpty() && row.leftOut().isEmpty())
                .ifPresent(row -> open(company, row, new RowContent(openings.rows().fields(row))));
    }

    private void open(CompanyFile company, Row row, RowContent content) {
        Opening opening = openings.book().find(row.opening()).orElseThrow();
        Contract contract = content.contract();
        OpenedOrder opened = content.opened(opening.asOf());
        List<Text> taken = new ArrayList<>(company.taken(List.of(contract), content.machines().stream().map(Numbered::serial).toList()));
        taken.addAll(openings.conflicts(opened));
        if (!taken.isEmpty()) {
            openings.rows().leaveOut(row, "taken");
            company.note("entry.opening", Text.of("entry.opening.left-out", row.contract(), taken.get(0)), List.of());
            return;
        }
        Customer customer = company.enrol(new SourceRow(values(content)).customer());
        OrderFile file = company.takeOver(contract, customer.id(), new PersonId(content.text("representative")), opened,
                begun -> enter(begun, opening, row, content));
        file.note("entry.opened", Text.of("entry.opening.opened", opening.asOf(), row.source(), row.key(), signers(opening)), List.of());
        keep(file, content);
        openings.release(company, row);
        openings.rows().opened(row, file.number().value());
    }

    /** No file that two people have signed for is lost: what no department filed proves the opening. */
    private static void keep(OrderFile file, RowContent content) {
        content.files().stream()
                .filter(each -> file.documents().stream().noneMatch(filed -> filed.digest().equals(each.digest())))
                .forEach(each -> file.file(OpenedOrder.EVIDENCE, each));
    }

    private static Values values(RowContent content) {
        return Paths.values(content.fields());
    }

    private Text signers(Opening opening) {
        return Text.plain(String.join(", ", openings.book().signatures(opening).stream().map(each -> each.by().value()).toList()));
    }

    /** What was entered elsewhere is in force; who brought it in answers for it. */
    private void enter(OrderFile file, Opening opening, Row row, RowContent content) {
        Draft empty = drafts.begin(file.number(), true, row.source(), row.key());
        TreeMap<String, Written> fields = new TreeMap<>();
        content.draft().forEach((path, value) -> fields.put(path, new Written(value, row.by(), row.at())));
        Draft draft = new Draft(file.number(), empty.version(), true, fields);
        Optional<Upload> contract = content.file("");
        if (contract.isPresent()) {
            draft = draft.with(file.file(Entry.CONTRACT, contract.get()));
        }
        drafts.replace(empty, draft);
        Order order = new DraftOrder(draft.plain()).order(file.number(), 1, file.summary().representative(), List.of());
        file.revise(order);
        drafts.confirm(file.number(), new Drafts.Confirmation(1, row.by(), row.at()));
        counts.count(order);
        file.index("entry", Submission.words(order));
        openings.book().evidence(opening).forEach(each -> file.file(OpenedOrder.EVIDENCE, each.file()));
    }
}
