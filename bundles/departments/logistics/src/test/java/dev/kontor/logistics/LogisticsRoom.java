package dev.kontor.logistics;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.Delivery;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.acceptance.Accepting;
import dev.kontor.logistics.acceptance.CheckItems;
import dev.kontor.logistics.acceptance.Deeming;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.SignElectronically;
import dev.kontor.logistics.acceptance.SignOnScreen;
import dev.kontor.logistics.acceptance.SignReport;
import dev.kontor.logistics.carrier.Carriers;
import dev.kontor.logistics.carrier.RegisterCarrier;
import dev.kontor.logistics.dispatch.DispatchShipment;
import dev.kontor.logistics.dispatch.Gate;
import dev.kontor.logistics.dispatch.Holding;
import dev.kontor.logistics.dispatch.PlanShipment;
import dev.kontor.logistics.dispatch.PrepareShipment;
import dev.kontor.logistics.dispatch.Readiness;
import dev.kontor.logistics.dispatch.ReleaseShipment;
import dev.kontor.logistics.evidence.Drawings;
import dev.kontor.logistics.evidence.ElectronicSignatures;
import dev.kontor.logistics.evidence.Providers;
import dev.kontor.logistics.evidence.SignerTask;
import dev.kontor.logistics.evidence.Signers;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.incident.Telling;
import dev.kontor.logistics.preacceptance.PreAcceptances;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.track.ArriveShipment;
import dev.kontor.logistics.track.CloseIncident;
import dev.kontor.logistics.track.Losses;
import dev.kontor.logistics.track.RecordTelling;
import dev.kontor.logistics.track.ReportIncident;
import dev.kontor.signatures.CmsSignatures;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeCustomers;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Logistics with its rows in a real database and the company's rules. */
public final class LogisticsRoom implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    public static final Upload PHOTO = new Upload("photo.jpg", "image/jpeg", 3, "a".repeat(64));

    private static final List<Path> FOLDERS = List.of(Path.of("..", "..", "..", "rules"), Path.of("src", "test", "rules"));
    private static final RuleBook RULES = RuleBook.of(
            FOLDERS, "logistics/work", "logistics/release", "logistics/dispatch", "logistics/acceptance", "logistics/deadlines");

    public final StoreHarness store;
    public final Shipments shipments;
    public final Carriers carriers;
    public final Incidents incidents;
    public final Acceptances acceptances;
    public final PreAcceptances preAcceptances;
    public final Readiness readiness;
    public final Gate gate;
    public final Holding holding;
    public final FakePrinter printer = new FakePrinter();
    public final Papers papers = new Papers(printer);
    public final Providers providers;
    public final FakeCustomers customers = new FakeCustomers().with("C-0001", "Huadong Machinery", "CN").with("C-0002", "Oriental", "CN");
    public final Signers signers;
    public final FakeAccounts accounts = new FakeAccounts().with("zhao", Role.SALES_HEAD);
    public final SignerTask signerTask;
    public final Deeming deeming;
    public final LogisticsDepartment department;
    public final FakeOrderFile file;
    public final StillClock clock;
    private final RuleBook rules = RULES.copy();

    public LogisticsRoom(Dialect dialect, Order order) {
        store = StoreHarness.on(dialect);
        EntityManager unit = store.unit("logistics");
        shipments = new Shipments(unit);
        carriers = new Carriers(unit);
        incidents = new Incidents(unit);
        acceptances = new Acceptances(unit, shipments, incidents, printer);
        preAcceptances = new PreAcceptances(unit);
        readiness = new Readiness(shipments);
        gate = new Gate(shipments, preAcceptances);
        holding = new Holding(shipments, gate);
        providers = new Providers(unit);
        signers = new Signers(unit, customers);
        clock = new StillClock(() -> now());
        deeming = new Deeming(shipments, acceptances, incidents, new WeekdayCalendar(), clock);
        signerTask = new SignerTask(signers, shipments, accounts);
        department = new LogisticsDepartment(readiness, holding, acceptances, shipments, deeming, signerTask);
        file = new FakeOrderFile(order, rules).with(department);
        file.reach(MilestoneName.REVIEW_CLEARED);
        carrier();
    }

    /** Two machines on one line, each with a technical parameter and an accessory. */
    public static Order twoMachines(boolean partialAllowed) {
        return ordered(1, 2, partialAllowed);
    }

    public static Order ordered(int revision, int quantity, boolean partialAllowed) {
        Order plain = anOrder().revised(revision).signedOn(DAY).build();
        OrderLine line = plain.lines().get(0);
        OrderLine two = new OrderLine(1, line.model(), line.name(), BigDecimal.valueOf(quantity), line.unit(), line.unitPrice(),
                line.taxRate(), line.parameters(), List.of("tool kit"));
        return new Order(plain.number(), revision, plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                List.of(two), plain.payment(), new Delivery(plain.delivery().date(), plain.delivery().place(), partialAllowed),
                plain.terms(), plain.representative(), plain.channel(), plain.more());
    }

    /** The same order whose contract says this besides, by the name among the order's further fields. */
    public static Order saying(Order plain, String name, String words) {
        Map<String, String> more = new HashMap<>(plain.more());
        more.put(name, words);
        return new Order(plain.number(), plain.revision(), plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                plain.lines(), plain.payment(), plain.delivery(), plain.terms(), plain.representative(), plain.channel(), more);
    }

    /** The same order whose contract lists these acceptances beside that on arrival. */
    public static Order listing(Order plain, String acceptances, Acceptance delivery) {
        Map<String, String> more = new HashMap<>(plain.more());
        more.put(Order.ACCEPTANCES, acceptances);
        more.put(Order.DELIVERED_ON, delivery.word());
        return new Order(plain.number(), plain.revision(), plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                plain.lines(), plain.payment(), plain.delivery(), plain.terms(), plain.representative(), plain.channel(), more);
    }

    private void carrier() {
        FakeCompanyFile company = new FakeCompanyFile(DAY, rules).as("lu", Role.LOGISTICS_CLERK);
        command(() -> new RegisterCarrier(carriers).run(company, new Values(Map.of(
                "name", "Sinotrans", "modes", List.of("road"), "contact", "Li", "phone", "021-1", "active", "yes"))));
    }

    /** The only carrier may not be chosen any more. */
    public void withoutCarrier() {
        FakeCompanyFile company = new FakeCompanyFile(DAY, rules).as("lu", Role.LOGISTICS_CLERK);
        command(() -> {
            RegisterCarrier register = new RegisterCarrier(carriers);
            Map<String, Object> now = new HashMap<>(register.initial(company.actor(), carriers.active().get(0).id()).all());
            now.put("active", "no");
            return register.run(company, new Values(now));
        });
    }

    /** A set attached to one of our points decides too from now on. */
    public void attach(String set) {
        rules.activate(FOLDERS, set);
    }

    public SerialNumber finished(String serial) {
        SerialNumber machine = enrolled(serial);
        file.reach(machine, MilestoneName.PRODUCTION_FINISHED, file.today());
        return machine;
    }

    public SerialNumber enrolled(String serial) {
        SerialNumber machine = SerialNumber.of(serial);
        file.enrol(machine, 1, BigDecimal.ONE);
        return machine;
    }

    public <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public <R> R read(Supplier<R> work) {
        return store.transactions().read(work);
    }

    /** As a person would: the form is drawn, then handed in; the task is the first open one of the command's kind. */
    public Answer run(OrderCommand command, Map<String, Object> values) {
        Optional<Task> task = command.task().map(kind -> file.openTasks(kind).stream().findFirst().orElseThrow(
                () -> new AssertionError("No open task " + kind + " among " + file.openTasks())));
        return run(command, task, values);
    }

    public Answer run(OrderCommand command, Optional<Task> task, Map<String, Object> values) {
        return command(() -> {
            assertThat(command.offered(file, task)).as(command.name() + " is offered").isTrue();
            Map<String, Object> filled = new HashMap<>(command.initial(file, task).all());
            filled.putAll(values);
            List<String> fields = command.form(file, task).fields().stream().map(Field::name).toList();
            assertThat(fields).containsAll(filled.keySet());
            return command.run(file, task, new Values(filled));
        });
    }

    public Refused refused(OrderCommand command, Map<String, Object> values) {
        Refused refused = catchThrowableOfType(Refused.class, () -> run(command, values));
        assertThat(refused).as("a refusal of " + command.name()).isNotNull();
        return refused;
    }

    public List<String> gaps(OrderCommand command, Map<String, Object> values) {
        return refused(command, values).gaps().stream().map(Refused.Gap::field).toList();
    }

    public void look() {
        command(() -> {
            file.arrive(department, MilestoneName.REVIEW_CLEARED.value());
            return true;
        });
    }

    /** Time goes on; what was planned until then is attended to. */
    public void goOnTo(LocalDate day) {
        command(() -> {
            file.goOnTo(day);
            return true;
        });
    }

    public LogisticsRoom clerk() {
        file.as("lu", Role.LOGISTICS_CLERK);
        return this;
    }

    public LogisticsRoom representative() {
        file.as("lina", Role.SALES_REP);
        return this;
    }

    public Answer plan(String... serials) {
        clerk();
        return run(plan(), planned(serials));
    }

    public PlanShipment plan() {
        return new PlanShipment(shipments, carriers, readiness);
    }

    public Map<String, Object> planned(String... serials) {
        String carrier = read(() -> carriers.active().get(0).id());
        return Map.of("machines", List.of(serials), "mode", "road", "carrier", carrier, "reason", "near");
    }

    public void prepare() {
        clerk().run(new PrepareShipment(shipments), Map.of("contract-number", "T-1", "contract", PHOTO, "duties", "yes",
                "packing", "1: machine, 3 t\n2: tools", "insured", "yes", "insurance", "P-1"));
    }

    public ReleaseShipment release() {
        return new ReleaseShipment(shipments, gate, holding);
    }

    public DispatchShipment dispatch() {
        return new DispatchShipment(shipments, holding, incidents, printer);
    }

    public static Map<String, Object> leaving(LocalDate day) {
        return Map.of("dispatched-on", day.toString(), "waybill", "W-77", "expected-on", day.plusDays(3).toString());
    }

    /** From finished machines to goods on the way. */
    public void send(String... serials) {
        plan(serials);
        prepare();
        run(release(), Map.of());
        run(dispatch(), leaving(file.today()));
    }

    public ArriveShipment arrive() {
        return new ArriveShipment(shipments, acceptances, incidents, deeming);
    }

    public CloseIncident closing() {
        return new CloseIncident(incidents, new Losses(shipments, acceptances, readiness), acceptances);
    }

    /** Somebody tells of it, and carrier, sales and customer are told. */
    public void incident(String kind) {
        clerk().run(new ReportIncident(shipments, incidents, acceptances), Map.of("kind", kind, "words", "the lorry turned over"));
        for (String party : Telling.PARTIES) {
            run(new RecordTelling(incidents), Map.of("party", party, "whom", "Li", "means", "phone", "words", "sorry"));
        }
    }

    public void arriveToday() {
        clerk().run(arrive(), Map.of("received-by", "Wang", "receipt", PHOTO));
    }

    /** Every item is right. */
    public void checkAll() {
        Map<String, Object> right = new HashMap<>();
        Task owed = file.openTasks(Duties.ACCEPT).get(0);
        read(() -> acceptances.items(shipments.about(owed), Duties.acceptance(owed))).forEach(item -> right.put("item-" + item.position(), Item.RIGHT));
        representative().run(new CheckItems(shipments, acceptances), right);
    }

    public SignReport sign() {
        return new SignReport(accepting());
    }

    public Accepting accepting() {
        return new Accepting(shipments, acceptances, incidents);
    }

    public SignElectronically signElectronically() {
        return new SignElectronically(accepting(), providers, new ElectronicSignatures(providers, signers, papers, new CmsSignatures(), clock));
    }

    public SignOnScreen signOnScreen() {
        return new SignOnScreen(accepting(), shipments, acceptances, new Drawings(papers, new CmsSignatures()));
    }

    private Instant now() {
        return file.now();
    }

    public static Map<String, Object> signed(LocalDate day) {
        return Map.of("report", PHOTO, "signed-on", day.toString(), "signatory", "Wang Wei", "authority", "PoA 3", "seal", "acceptance",
                "original-at", "cabinet 4");
    }

    public Shipment shipment(int number) {
        return read(() -> shipments.find(file.number(), number).orElseThrow());
    }

    @Override
    public void close() {
        store.close();
    }
}
