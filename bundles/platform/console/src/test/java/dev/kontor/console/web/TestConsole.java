package dev.kontor.console.web;

import dev.kontor.api.customer.Customers;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.department.Roster;
import dev.kontor.api.event.Notifications;
import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.page.Page;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.time.Clock;
import dev.kontor.console.FakeCompany;
import dev.kontor.console.FakeContext;
import dev.kontor.console.health.HealthServlet;
import dev.kontor.console.health.Readiness;
import dev.kontor.console.live.Browsers;
import dev.kontor.console.pages.PagesOfTests;
import dev.kontor.console.text.Messages;
import dev.kontor.testkit.OpenWall;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.osgi.framework.BundleContext;

/** The console over a made-up company on a real server. {@code main} keeps it running for a look at the pages. */
public final class TestConsole implements AutoCloseable {

    public final FakeCompany company = new FakeCompany();
    public final Browsers browsers;
    final Console console;
    private final Server server;

    public TestConsole(int port) throws Exception {
        this(port, Map.of());
    }

    TestConsole(int port, Map<String, String> properties, ReadyCheck... checks) throws Exception {
        FakeContext fake = new FakeContext()
                .with(Accounts.class, company)
                .with(Clock.class, company.clock())
                .with(Customers.class, company.customers())
                .with(EquipmentModels.class, company.models())
                .with(Notifications.class, company.notifications())
                .with(Roster.class, company.roster());
        properties.forEach(fake::with);
        List.of(checks).forEach(check -> fake.with(ReadyCheck.class, check));
        PagesOfTests.of(company).forEach(page -> fake.with(Page.class, page));
        bundles().forEach(fake::withWords);
        BundleContext context = fake.context();
        Assets assets = new Assets();
        Views views = new Views();
        Messages messages = new Messages(context);
        Readiness readiness = new Readiness(context, new OpenWall());
        browsers = new Browsers(context);
        Gate gate = new Gate(readiness, messages, assets, views);
        Navigation navigation = new Navigation(context, browsers, new OpenWall());
        Flashes flashes = new Flashes();
        PageDrawing drawing = new PageDrawing(context, company.desk(), views, navigation, flashes);
        Parcels parcels = new Parcels();
        parcels.rules = company.rules();
        console = new Console(context, company, company.desk(), new OpenWall(), company.clock(), readiness, gate, messages, assets,
                new SignIn(company, views), navigation, drawing, new CommandForms(company.desk(), company.documents(), flashes, drawing),
                new Downloads(company.documents(), navigation, company.desk()), parcels, new Uploads(company.documents(), messages),
                new Exports(company.desk(), new OpenWall(), navigation, company.clock(), new Papers(context, company.documents())), new Suggestions(context, company));
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        ServletHolder front = new ServletHolder(console);
        front.getRegistration().setMultipartConfig(new MultipartConfigElement("", 27_000_000, 60_000_000, 65_536));
        handler.addServlet(front, "/*");
        ServletHolder events = new ServletHolder(new EventServlet(context, company, browsers));
        events.setAsyncSupported(true);
        handler.addServlet(events, "/events");
        handler.addServlet(new ServletHolder(new AssetServlet(assets)), "/assets/*");
        handler.addServlet(new ServletHolder(new HealthServlet(readiness, messages)), "/health/*");
        server.setHandler(handler);
        server.start();
    }

    /** The folders of every bundle here that brings words. */
    static List<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("../.."), 6)) {
            return folders.filter(path -> path.endsWith("src/main/resources")).filter(path -> Files.isDirectory(path.resolve("i18n"))).sorted().toList();
        }
    }

    public String address() {
        return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        browsers.close();
    }

    public static void main(String[] arguments) throws Exception {
        TestConsole console = new TestConsole(Integer.parseInt(arguments[0]));
        System.out.println(console.address());
        Thread.currentThread().join();
    }
}
