package dev.kontor.archive.keeping;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Packages;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership approves a destruction, which puts it into a register (销毁清册), or keeps the documents. */
@Component(service = CompanyCommand.class)
public final class DecideDestruction extends VolumeCommand {

    static final DocumentKind REGISTER = new DocumentKind("archive.destruction-register");

    private final Printer printer;

    @Activate
    public DecideDestruction(@Reference VolumeBook book, @Reference Printer printer) {
        super("decide-destruction", Text.of("archive.decide-destruction"), Set.of(Role.LEADERSHIP), book);
        this.printer = printer;
    }

    @Override
    protected List<Field> fields() {
        return List.of(
                Field.yesNo("destroy", Text.of("archive.destroy")).withClause("9.2"),
                Field.longText("reason", Text.of("archive.reason")));
    }

    @Override
    protected Text submit() {
        return Text.of("archive.decide-submit");
    }

    @Override
    protected Text work(CompanyFile company, OrderFile file, Volume volume, Values values) {
        Appraisal appraisal = Destruction.open(file, volume, book, Appraisal.State.APPRAISED);
        String by = company.actor().id().value();
        if (!values.yes("destroy")) {
            appraisal.reject(values.text("reason"), by, company.now());
            return noted(file, Text.of("archive.kept-on", volume.code(), values.text("reason")));
        }
        List<Item> items = Destruction.named(book.items(volume), appraisal);
        Destruction.demandAllowed(file, volume, items, book);
        List<Document> packages = Packages.kept(volume, file.documents());
        Document register = file.file(
                REGISTER, printer.print(RegisterPaper.of(volume, appraisal, items, packages, values.text("reason"), by, book), "zh-CN"));
        appraisal.approve(values.text("reason"), register.id(), by, company.now());
        Text said = noted(file, Text.of("archive.destruction-approved", volume.code(), items.size()));
        List.of(Role.SUPERVISOR, Role.FINANCE_CLERK).forEach(role -> file.notify(role, said));
        return said;
    }

    private static Text noted(OrderFile file, Text said) {
        file.note("archive.decide-destruction", said, List.of());
        return said;
    }
}
