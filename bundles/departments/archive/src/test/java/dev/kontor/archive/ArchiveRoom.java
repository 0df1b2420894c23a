package dev.kontor.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.archive.book.Catalogue;
import dev.kontor.archive.book.Numbers;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.filing.Binding;
import dev.kontor.archive.filing.Completion;
import dev.kontor.archive.filing.FileVolume;
import dev.kontor.archive.keeping.VolumeCommand;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeJournals;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The archive with its rows in a real database, its own rules, and an order on the desk. */
public final class ArchiveRoom implements AutoCloseable {

    public static final RuleBook RULES = RuleBook.of(List.of(Path.of("..", "..", "..", "rules")),
            "archive/completeness", "archive/retention", "archive/disposal", "archive/deadlines");

    /** The kinds of the order's own volume. */
    public static final List<String> NINE = List.of("entry.contract", "entry.order", "review.opinions", "production.plan",
            "production.inspection", "logistics.delivery-note", "logistics.acceptance", "finance.receipt");

    public final MemoryDocuments documents = new MemoryDocuments();
    public final FakeJournals journal = new FakeJournals();
    public final StoreHarness store;
    public final VolumeBook book;
    public final Numbers numbers;
    public final Catalogue catalogue;
    public final Completion completion;
    public final StillClock clock = new StillClock(() -> file().now());
    public final Texts texts = new BundleTexts();
    public final List<Paper> printed = new ArrayList<>();
    public final Printer printer = this::print;
    private FakeOrderFile file;

    public ArchiveRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        book = new VolumeBook(store.unit("archive"));
        numbers = new Numbers(store.unit("archive"));
        catalogue = new Catalogue(store.unit("archive"));
        completion = new Completion(book);
    }

    /**
     * The rules with other numbers in one set.
     *
     * @param folder where its copy may lie
     * @param numbers what stands in its parameters, and what stands there instead
     */
    public static RuleBook rules(Path folder, String set, Map<String, String> numbers) throws IOException {
        Path shipped = Path.of("..", "..", "..", "rules", set);
        Path own = folder.resolve(set);
        Files.createDirectories(own.resolve("cases"));
        try (Stream<Path> files = Files.walk(shipped).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> number : numbers.entrySet()) {
                    text = text.replace(number.getKey(), number.getValue());
                }
                Files.writeString(own.resolve(shipped.relativize(file).toString()), text);
            }
        }
        RuleBook rules = RULES.copy();
        rules.activate(List.of(folder), set);
        return rules;
    }

    /** An order that is on the desk from now on. */
    public FakeOrderFile open(Order order) {
        return open(order, RULES);
    }

    public FakeOrderFile open(Order order, RuleBook rules) {
        file = new FakeOrderFile(order, rules).with(new ArchiveDepartment(completion), new ArchiveFacts(book, clock));
        documents.of(file);
        return file;
    }

    public FakeOrderFile file() {
        return file;
    }

    private Upload print(Paper paper, String language) {
        printed.add(paper);
        return upload(paper.name() + ".pdf", paper + language);
    }

    public Upload upload(String name, String content) {
        try {
            return documents.take(name, new ByteArrayInputStream(content.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of the kind, filed by whoever acts. */
    public Document collect(String kind) {
        Document document =
                file.file(new DocumentKind(kind), upload(kind + ".pdf", kind + " of " + file.number() + " on " + file.today()));
        journal.add(file.number(), document.filedAt(), document.by(), "document.filed", Text.plain(""), "", new Change("digest", "", document.digest()));
        return document;
    }

    /** The order is delivered, collected and settled on that day; the archive hears of it. */
    public void complete(LocalDate on) {
        file.setToday(on);
        file.reach(MilestoneName.FINANCE_SETTLED);
        file.reach(MilestoneName.ORDER_COMPLETED);
        run(() -> file.arrive(new ArchiveDepartment(completion), MilestoneName.ORDER_COMPLETED.value()));
    }

    /** Company leadership ends the order on that day; the archive hears of it. */
    public void end(LocalDate on) {
        file.setToday(on);
        file.reach(MilestoneName.REVIEW_TERMINATED);
        run(() -> file.arrive(new ArchiveDepartment(completion), MilestoneName.REVIEW_TERMINATED.value()));
    }

    public FileVolume filing() {
        return new FileVolume(book, numbers, new Binding(book, numbers, catalogue, printer, texts, clock), documents, completion);
    }

    /** The archivist files the volume that is due. */
    public Answer fileVolume() {
        return fileVolume(Map.of());
    }

    public Answer fileVolume(Map<String, Object> values) {
        Task due = file.openTasks(Archive.FILE).get(0);
        Map<String, Object> all = new HashMap<>(Map.of("class", "XSDD"));
        all.putAll(values);
        file.as("song", Role.ARCHIVIST);
        return command(() -> filing().run(file, Optional.of(due), new Values(all)));
    }

    /** A complete order, filed on 2026-03-16. */
    public Volume filed(Order order) {
        open(order);
        NINE.forEach(this::collect);
        complete(LocalDate.of(2026, 3, 16));
        fileVolume();
        return command(() -> book.of(file.number()).get(0));
    }

    public Answer act(VolumeCommand command, Volume volume, String person, Role role, Map<String, Object> values) {
        file.as(person, role);
        FakeCompanyFile company = new FakeCompanyFile(file.today(), RULES).with(file).as(person, role);
        Map<String, Object> all = new HashMap<>(Map.of("subject", volume.id()));
        all.putAll(values);
        return command(() -> command.run(company, new Values(all)));
    }

    public <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public void run(Runnable work) {
        command(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        store.close();
    }

    /** The bundle's own words. */
    private static final class BundleTexts implements Texts {

        private final Map<String, Properties> words = Map.of("en", read("messages.properties"), "zh", read("messages_zh.properties"));

        private static Properties read(String file) {
            Properties words = new Properties();
            try (var in = Files.newBufferedReader(Path.of("src", "main", "resources", "i18n", file))) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        }

        @Override
        public String say(Text text, Locale language) {
            if (text.equals(Text.person("lina")) || text.equals(Text.person("song"))) {
                return text.arguments().get(0).equals("lina") ? "李娜" : "宋档";
            }
            return words.get(language.getLanguage()).getProperty(text.key(), text.key());
        }

        @Override
        public Optional<String> find(String key, Locale language) {
            return Optional.ofNullable(words.get(language.getLanguage()).getProperty(key));
        }
    }
}
