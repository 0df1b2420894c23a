package dev.kontor.samples.exportlicence;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.samples.exportlicence.facts.Destination;
import dev.kontor.samples.exportlicence.facts.LicencesFiled;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears of every cleared order and asks the rules whether it may be shipped without a licence; tells them what they ask for. */
@Component
public final class ExportLicence implements Department, FactSource {

    static final ConsultationPoint POINT = new ConsultationPoint("export-licence/licence");
    static final DocumentKind LICENCE = new DocumentKind("export-licence.licence");
    private static final Set<String> LISTED = Set.of("定位精度", "positioning accuracy", "联动轴数", "simultaneous axes");

    private final Customers customers;

    @Activate
    public ExportLicence(@Reference Customers customers) {
        this.customers = customers;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("export-licence");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(Arrival.on(MilestoneName.REVIEW_CLEARED, this::ask));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    private void ask(OrderFile file) {
        file.consult(Question.at(POINT));
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        ask(file); // the licence is filed, so its hold is lifted
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(Destination.class, LicencesFiled.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        int filed = (int) file.documents().stream().filter(each -> each.kind().equals(LICENCE)).count();
        return file.order().map(order -> List.of(destination(order), new LicencesFiled(filed))).orElse(List.of());
    }

    private Destination destination(Order order) {
        String country = customers.customer(order.customer()).map(Customer::country).orElse("").strip();
        int listed = (int) order.lines().stream()
                .flatMap(line -> line.parameters().stream())
                .filter(parameter -> LISTED.contains(parameter.name().strip().toLowerCase(Locale.ROOT)))
                .count();
        return new Destination(country, !country.isEmpty() && !country.equals("CN"), listed);
    }
}
