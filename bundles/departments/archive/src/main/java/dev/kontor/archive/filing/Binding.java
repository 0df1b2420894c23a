package dev.kontor.archive.filing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Contract.SupplementaryAgreement;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.api.time.Clock;
import dev.kontor.archive.book.ArchivalCode;
import dev.kontor.archive.book.Catalogue;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Numbers;
import dev.kontor.archive.book.RecordClass;
import dev.kontor.archive.book.Retention;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents are bound into a volume: numbered, listed, entered into the catalogue, and the catalogue printed. */
@Component(service = Binding.class)
public final class Binding {

    private static final Set<MilestoneName> REMEMBERED = Set.of(
            MilestoneName.LOGISTICS_DELIVERED, MilestoneName.ORDER_COMPLETED, MilestoneName.REVIEW_TERMINATED);
    /** Enough to find a clause by how it begins. */
    private static final int MOST_OF_A_CLAUSE = 500;

    private final VolumeBook book;
    private final Numbers numbers;
    private final Catalogue catalogue;
    private final Printer printer;
    private final Texts texts;
    private final Clock clock;

    @Activate
    public Binding(
            @Reference VolumeBook book, @Reference Numbers numbers, @Reference Catalogue catalogue, @Reference Printer printer,
            @Reference Texts texts, @Reference Clock clock) {
        this.book = book;
        this.numbers = numbers;
        this.catalogue = catalogue;
        this.printer = printer;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param pages by document; of others nobody has counted them */
    Volume bind(OrderFile file, List<Document> documents, RecordClass classified, Map<String, Integer> pages, String remarks) {
        Map<DocumentKind, Retention> periods = Classification.retention(file, documents, book);
        Order order = file.order().orElseThrow();
        ArchivalCode code = numbers.next(classified, year(documents), Retention.longest(periods.values()));
        Volume volume = new Volume(order, book.of(file.number()).size() + 1, code, remarks);
        volume.file(file.actor().id(), file.now());
        book.keep(volume);
        List<Item> items = new ArrayList<>();
        for (Document document : documents) {
            Item item = new Item(
                    volume, items.size() + 1, document, pages.getOrDefault(document.id(), 0), periods.get(document.kind()));
            book.keep(item);
            items.add(item);
        }
        catalogue.enter(volume, words(file, order, volume, items));
        file.file(VolumeBook.CATALOGUE, printer.print(CataloguePaper.of(volume, items, book::name), "zh-CN"));
        tell(file, volume, items.size());
        return volume;
    }

    private void tell(OrderFile file, Volume volume, int documents) {
        file.index("archive-" + volume.part(), volume.code());
        Text filed = Text.of("archive.filed-as", documents, volume.code());
        file.note("archive.filed", filed, List.of(
                new Change("code", "", volume.code()), new Change("class", "", volume.classCode()),
                new Change("period", "", volume.period())));
        boolean ended = Ending.of(file).filter(how -> !how.completed()).isPresent();
        if (volume.part() == 1 && !ended) { // what company leadership ended passes no further stage
            file.reach(MilestoneName.ARCHIVE_FILED);
        }
        file.notify(Role.FINANCE_CLERK, filed);
    }

    /** Documents belong to the year in which the last of them arose. */
    private int year(List<Document> documents) {
        return documents.stream()
                .mapToInt(document -> document.filedAt().atZone(clock.zone()).getYear())
                .max()
                .orElseThrow();
    }

    /** What people may remember of the order and of the volume. */
    private String words(OrderFile file, Order order, Volume volume, List<Item> items) {
        StringJoiner words = new StringJoiner("\n");
        words.add(volume.code()).add(order.number().value()).add(volume.contract()).add(order.contract().customerNumber());
        words.add(order.contract().callOff()).add(order.contact().name()).add(order.delivery().place());
        order.contract().agreements().forEach(agreement -> words.add(agreement.number()));
        words.add(volume.customer()).add(volume.customerName()).add(volume.remarks());
        order.lines().forEach(line -> add(line, words));
        order.terms().stream()
                .map(ContractTerm::words)
                .map(clause -> clause.substring(0, Math.min(MOST_OF_A_CLAUSE, clause.length())))
                .forEach(words::add);
        file.machines().stream().map(Machine::serial).forEach(serial -> words.add(serial.value()));
        days(file, order).map(LocalDate::toString).forEach(words::add);
        items.forEach(item -> words.add(item.name()).add(item.kind().value()));
        items.stream().map(Item::kind).distinct().map(book::name).forEach(kind -> {
            words.add(texts.say(kind, Locale.SIMPLIFIED_CHINESE));
            words.add(texts.say(kind, Locale.ENGLISH));
        });
        return words.toString();
    }

    private static void add(OrderLine line, StringJoiner words) {
        words.add(line.model()).add(line.name());
        line.parameters().forEach(each -> words.add(each.name() + " " + each.value() + " " + each.unit()));
        line.accessories().forEach(words::add);
    }

    /** Signing, of supplementary agreements too, delivery, completion and filing. */
    private static Stream<LocalDate> days(OrderFile file, Order order) {
        return Stream.of(
                        Stream.of(order.contract().signedOn(), file.today()),
                        order.contract().agreements().stream().map(SupplementaryAgreement::signedOn),
                        file.passed().stream().filter(passed -> REMEMBERED.contains(passed.name())).map(Milestone::on))
                .flatMap(Function.identity());
    }
}
