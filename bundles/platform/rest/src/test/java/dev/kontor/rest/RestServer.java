package dev.kontor.rest;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.testkit.OpenWall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** All resources served over HTTP on a free port. */
final class RestServer implements AutoCloseable {

    static final List<Class<?>> RESOURCES = List.of(
            OrderResource.class,
            TaskResource.class,
            DocumentResource.class,
            CommandResource.class,
            ReplayResource.class,
            RuleResource.class,
            JournalResource.class,
            PageResource.class,
            DecisionResource.class,
            TokenResource.class,
            BackupResource.class,
            DescriptionResource.class);

    final OneOrderCompany company = new OneOrderCompany();
    final KnownTokens tokens = new KnownTokens();
    final Office office = new Office("", false);
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server(0);

    RestServer() throws Exception {
        JERSEY.setLevel(Level.SEVERE); // it warns of every resource at each start
        office.desk = company;
        office.wall = new OpenWall();
        office.comers = new Comers(List.of(), List.of());
        office.orders = company;
        office.accounts = tokens;
        office.roster = roster();
        Words words = new Words(office);
        Json json = new Json(words);
        Problems problems = new Problems(json, words);
        Door door = new Door(office, json, problems);
        ResourceConfig config = new ResourceConfig();
        config.register(new OrderResource(door, office, json));
        config.register(new DecisionResource(door, office));
        config.register(new TaskResource(door, office));
        config.register(new DocumentResource(door, office));
        config.register(new CommandResource(door, office, json));
        config.register(new ReplayResource(door, office));
        config.register(new RuleResource(door, office));
        config.register(new JournalResource(door, office));
        config.register(new PageResource(door, office));
        config.register(new TokenResource(door, office));
        config.register(new BackupResource(door, office));
        config.register(new DescriptionResource(door, office, json));
        config.register(new DocsResource(door));
        config.register(new UnexpectedProblem(office, problems));
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new ServletContainer(config)), "/api/*");
        server.setHandler(context);
        server.start();
    }

    /** Review runs, legal does not. */
    private static Roster roster() {
        return new Roster() {
            @Override
            public List<Member> members() {
                return Stream.of("review", "legal").map(name -> new Member("department", name, Instant.EPOCH, name.equals("review"))).toList();
            }

            @Override
            public int waitingFor(DepartmentId department) {
                return 0;
            }
        };
    }

    HttpRequest.Builder to(String path) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + path));
    }

    HttpRequest.Builder asLina(String path) {
        return to("v1/" + path).header("Authorization", "Bearer lina");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
