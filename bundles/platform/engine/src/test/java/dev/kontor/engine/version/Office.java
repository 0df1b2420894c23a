package dev.kontor.engine.version;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.engine.SampleRules;
import dev.kontor.engine.parcel.ParcelKey;
import dev.kontor.store.StoreHarness;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The engine on a real database and a real folder; only the desk is a plain one. */
final class Office implements Desk, AutoCloseable {

    final StoreHarness store;
    final VersionShelf shelf;
    final FactsByHand facts;
    final RuleBook book;
    final VersionList list;
    final FolderDoor door;
    final SecondPerson second;
    final VersionHistory history;
    final List<String> journal = new CopyOnWriteArrayList<>();
    final List<Text> said = new CopyOnWriteArrayList<>();
    final Hands clock;
    final Tried tried = new Tried();
    /** What was sent, by digest. */
    final Map<String, byte[]> sent = new HashMap<>();
    private final Documents documents = (Documents) Proxy.newProxyInstance(Documents.class.getClassLoader(), new Class<?>[] {Documents.class},
            (proxy, method, arguments) -> new ByteArrayInputStream(sent.get(((Upload) arguments[0]).digest())));
    private final Map<String, CompanyCommand> commands = new HashMap<>();

    /** @param approvers who may activate */
    Office(StoreHarness store, VersionShelf shelf, Path folder, FactsByHand facts, String... approvers) {
        this(store, shelf, folder, facts, new Hands(), approvers);
    }

    Office(StoreHarness store, VersionShelf shelf, Path folder, FactsByHand facts, Hands clock, String... approvers) {
        this.clock = clock;
        this.store = store;
        this.shelf = shelf;
        this.facts = facts;
        Epoch epoch = new Epoch(store.unit("engine"), store.transactions());
        this.book = new RuleBook(facts, facts, () -> facts.tables, SampleRules.shipped(), shelf, this, epoch);
        ParcelKey key = new ParcelKey(store.unit("engine"));
        Policies policies = new Policies(store.unit("engine"));
        List<Person> people = new ArrayList<>();
        List.of(approvers).forEach(name -> people.add(person(name)));
        Accounts accounts = (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> people);
        this.second = new SecondPerson(accounts, book, policies, version -> VersionShelf.files(shelf, this, version));
        Trial trial = new Trial(second, () -> Optional.of(tried.replays()));
        this.list = new VersionList(book, shelf, this, clock, key, second, new VersionSteps(second, trial));
        epoch.catchUp(new Loading(book, list, shelf, this)::load);
        RuleOffice office = new RuleOffice(book, shelf, second, epoch, list, trial);
        PolicyOffice rulings = new PolicyOffice(policies, second, epoch);
        this.door = new FolderDoor(folder, book, list, epoch, new Delivery(store.unit("engine"), store.transactions()), this, clock, facts,
                () -> {});
        SetChanges changes = new SetChanges(office, clock);
        this.history = new VersionHistory(shelf, list);
        for (CompanyCommand command : List.of(new ActivateCandidate(office, door), new ActivateVersion(office),
                new ApproveVersion(office), new ClaimVersion(office), new RollBack(office), new UploadFile(changes),
                new RemoveFile(changes), new ChangeParameters(changes),
                new WithdrawVersion(office), new ActivateDue(office), new RulePolicy(rulings, second, office), new ConfirmPolicy(rulings), new NoteExport(office, key), new ImportParcel(office, rulings, () -> documents), new UploadFiles(changes, () -> documents),
                new TrustSigner(rulings, TrustSigner.Deed.TRUST), new TrustSigner(rulings, TrustSigner.Deed.CONFIRM),
                new TrustSigner(rulings, TrustSigner.Deed.END))) {
            commands.put(command.name(), command);
        }
        door.open();
    }

    static Person person(String name) {
        return new Person(new PersonId(name), name, Set.of(Role.RULE_ADMINISTRATOR), "en");
    }

    CompanyCommand command(String name) {
        return commands.get(name);
    }

    Answer run(String person, String command, Map<String, Object> values) {
        return submit(new Request(person(person), command, Optional.empty(), Optional.empty(), -1, new Values(values), ""));
    }

    static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about within a minute.");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    void untilReady() {
        until(() -> door.missing().isEmpty());
    }

    @Override
    public Answer submit(Request request) {
        CompanyCommand command = commands.get(request.command());
        if (request.actor().equals(FolderDoor.SYSTEM)) { // what the platform itself sends has to pass the form's check as well
            command.form(request.actor(), "").fields().stream()
                    .filter(field -> field.required() && !request.values().has(field.name()))
                    .findFirst()
                    .ifPresent(field -> {
                        throw Refused.at(field.name(), Text.of("form.required"));
                    });
        }
        return store.transactions().command(() -> command.run(new File(request.actor()), request.values()));
    }

    @Override
    public <R> R read(Supplier<R> reading) {
        return store.transactions().read(reading);
    }

    @Override
    public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
        throw Refused.because(Refused.Reason.NOT_FOUND, Text.plain(order.value()));
    }

    @Override
    public List<Offer> offers(OrderNumber order, Person person) {
        return List.of();
    }

    @Override
    public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
        throw Refused.because(Refused.Reason.NOT_FOUND, Text.plain(command));
    }

    @Override
    public Offer offer(String command, String subject, Person person) {
        throw Refused.because(Refused.Reason.NOT_FOUND, Text.plain(command));
    }

    @Override
    public List<Known> commands() {
        return List.of();
    }

    @Override
    public void close() throws Exception {
        door.close();
        book.close();
    }

    private final class File implements CompanyFile {

        private final Person actor;

        File(Person actor) {
            this.actor = actor;
        }

        @Override
        public Person actor() {
            return actor;
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public LocalDate today() {
            return clock.today();
        }

        @Override
        public OrderFile order(OrderNumber number) {
            throw new UnsupportedOperationException("no orders here");
        }

        @Override
        public Decision consult(Question question) {
            throw new UnsupportedOperationException("no rules here");
        }

        @Override
        public void plan(DepartmentId department, String matter, LocalDate on) {
            throw new UnsupportedOperationException("nothing is planned here");
        }

        @Override
        public void entrust(OrderNumber number, String matter) {
            throw new UnsupportedOperationException("no orders here");
        }

        @Override
        public void note(String kind, Text what, List<Change> changes) {
            journal.add(kind);
            said.add(what);
        }

        @Override
        public OrderFile open(Contract contract, CustomerId customer, PersonId representative, boolean judged) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OrderFile prepare(Contract intended, CustomerId customer, PersonId representative) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OrderFile takeOver(
                Contract contract, CustomerId customer, PersonId representative, OpenedOrder opened, Consumer<OrderFile> entering) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Text> taken(Collection<Contract> contracts, Collection<SerialNumber> machines) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Customer enrol(Customer customer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void lock(CustomerId customer) {}
    }
}
