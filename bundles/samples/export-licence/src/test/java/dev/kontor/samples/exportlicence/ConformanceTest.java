package dev.kontor.samples.exportlicence;

import static dev.kontor.testkit.AnOrder.anOrder;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.FakeCustomers;
import dev.kontor.testkit.conformance.Conforms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class ConformanceTest implements Conforms {

    static final FakeCustomers CUSTOMERS = new FakeCustomers().with("C-0001", "Hafen Maschinen", "DE").with("C-0002", "华东机械", "CN");
    static final TechnicalParameter LISTED = new TechnicalParameter("定位精度", "0.004", "mm");

    @Override
    public List<Object> services(StoreHarness store) {
        return List.of(new ExportLicence(CUSTOMERS), new LicenceOpinion(), new GrantLicence());
    }

    /** It is made before the distribution, whose own tests inspect the jar. */
    @Override
    public Optional<Path> distribution() {
        return Optional.empty();
    }

    @Override
    public Order order() {
        return anOrder().withParameters(LISTED).build();
    }
}
