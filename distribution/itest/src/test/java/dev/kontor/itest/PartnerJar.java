package dev.kontor.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The lift department of a partner: a page that tells what it sees, and from its second version on a table of doors. */
final class PartnerJar {

    private static final String PAGE = """
            package dev.acme.lift;
            import dev.kontor.api.page.*;
            import dev.kontor.api.people.Role;
            import dev.kontor.api.text.Text;
            import java.util.*;
            import org.osgi.framework.*;
            public final class LiftPage implements Page {
                private BundleContext context;
                void activate(BundleContext given) throws Exception { context = given; $ACTIVATE }
                private static int asked;
                private static final List<Object> KEPT = new ArrayList<>();
                public String path() { $PATH }
                public Text title() { return Text.plain("Doors"); }
                public Optional<Page.Place> place() { return Optional.of(new Page.Place("work", "door", 99)); }
                public Set<Role> roles() { return Set.of(); }
                public View show(Query query) {
                    $SHOW
                    context.registerService(LiftPage.class, this, new Hashtable<>(Map.of(
                            "osgi.http.whiteboard.resource.pattern", "/lift-plans/*", "osgi.http.whiteboard.resource.prefix", "/OSGI-INF")));
                    try {
                        StringBuilder said = new StringBuilder("version " + context.getBundle().getVersion() + " doors " + doors() + " services");
                        for (ServiceReference<?> each : context.getAllServiceReferences(null, null)) {
                            said.append(' ').append(String.join(",", (String[]) each.getProperty("objectClass")));
                        }
                        said.append(" bundles");
                        for (Bundle each : context.getBundles()) { said.append(' ').append(each.getSymbolicName()); }
                        return View.of(Text.plain("Doors"), new Block.Note(Cell.Tone.INFO, Text.plain(said + " end")));
                    } catch (InvalidSyntaxException noFilter) {
                        throw new IllegalStateException(noFilter);
                    }
                }
                private long doors() {
                    ServiceReference<?>[] units = context.getBundle().getRegisteredServices();
                    for (ServiceReference<?> each : units) {
                        if ("lift".equals(each.getProperty("osgi.unit.name")) && context.getService(each) instanceof jakarta.persistence.EntityManager rows) {
                            return ((Number) rows.createNativeQuery("select count(*) from lift_door").getSingleResult()).longValue();
                        }
                    }
                    return 0;
                }
            }
            """;

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="dev.acme.lift.LiftPage" activate="activate">
              <service><provide interface="dev.kontor.api.page.Page"/></service>
              <implementation class="dev.acme.lift.LiftPage"/>
            </scr:component>
            """;

    private static final String UNIT = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
              <persistence-unit name="lift" transaction-type="JTA">
                <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <shared-cache-mode>NONE</shared-cache-mode>
              </persistence-unit>
            </persistence>
            """;

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** @param archive whose api it is compiled against */
    static PartnerJar lift(Archive archive, String version) throws IOException {
        return lift(archive, version, "");
    }

    /** Its page does not come to an end when it is made. */
    static PartnerJar stuck(Archive archive, String version) throws IOException {
        return lift(archive, version, "Thread.sleep(Long.MAX_VALUE);");
    }

    /** It would hand its files to everybody, without sign-in. */
    static PartnerJar open(Archive archive, String version) throws IOException {
        return lift(archive, version, "show(null);");
    }

    /** Its page lies where another department's do, which no constant tells. */
    static PartnerJar elsewhere(Archive archive, String version) throws IOException {
        return lift(archive, version, "", "return String.join(\"/\", \"production\", \"doors\");");
    }

    /** It says for a while where its page lies, and later does not come to an end when it is asked. */
    static PartnerJar fallingSilent(Archive archive, String version) throws IOException {
        return lift(archive, version, "", """
                if (++asked > 20) {
                    try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException ending) { throw new IllegalStateException(ending); }
                }
                return "lift/doors";""");
    }

    private static PartnerJar lift(Archive archive, String version, String activate) throws IOException {
        return lift(archive, version, activate, "return \"lift/doors\";");
    }

    /** What it does when its page is made, and when that is asked for. */
    static PartnerJar doing(Archive archive, String version, String activate, String show) throws IOException {
        return lift(archive, version, activate, "return \"lift/doors\";", show);
    }

    private static PartnerJar lift(Archive archive, String version, String activate, String path) throws IOException {
        return lift(archive, version, activate, path, "");
    }

    private static PartnerJar lift(Archive archive, String version, String activate, String path, String show) throws IOException {
        PartnerJar jar = new PartnerJar();
        jar.headers.put("Bundle-ManifestVersion", "2");
        jar.headers.put("Bundle-SymbolicName", "dev.acme.lift");
        jar.headers.put("Bundle-Version", version);
        jar.headers.put("Service-Component", "OSGI-INF/page.xml");
        jar.headers.put("Import-Package", "dev.kontor.api.page;version=\"[1.0,2)\",dev.kontor.api.people;version=\"[1.0,2)\","
                + "dev.kontor.api.text;version=\"[1.0,2)\",org.osgi.framework;version=\"[1.8,2)\",jakarta.persistence;version=\"[3.2,4)\"");
        jar.files.put("OSGI-INF/page.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
        String page = PAGE.replace("$ACTIVATE", activate).replace("$PATH", path).replace("$SHOW", show);
        jar.files.putAll(PartnerCode.compiled(archive, Map.of("LiftPage", page)));
        return jar;
    }

    /** With a department beside the page, a task of it and the form for that. */
    static PartnerJar department(Archive archive, String version) throws IOException {
        PartnerJar jar = lift(archive, version);
        Map<String, String> services = Map.of("LiftDepartment", "dev.kontor.api.department.Department", "Measure", "dev.kontor.api.command.OrderCommand");
        services.forEach((type, service) -> {
            String file = "OSGI-INF/" + type + ".xml";
            jar.headers.merge("Service-Component", file, (one, other) -> one + "," + other);
            jar.text(file, PartnerCode.component("dev.acme.lift." + type, service));
        });
        for (String name : List.of("command", "department", "desk", "form", "order", "task")) {
            jar.headers.merge("Import-Package", "dev.kontor.api.%s;version=\"[1.0,2)\"".formatted(name), (one, other) -> one + "," + other);
        }
        jar.text("i18n/messages.properties", PartnerCode.WORDS);
        jar.text("i18n/messages_zh.properties", PartnerCode.WORDS_ZH);
        jar.files.putAll(PartnerCode.compiled(archive, Map.of("LiftDepartment", PartnerCode.DEPARTMENT, "Measure", PartnerCode.COMMAND)));
        return jar;
    }

    private void text(String name, String words) {
        files.put(name, words.getBytes(StandardCharsets.UTF_8));
    }

    PartnerJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** With its tables, by the scripts named in order: V1, V2. */
    PartnerJar scripts(String... sql) {
        headers.put("Kontor-Unit", "lift");
        files.put("META-INF/persistence.xml", UNIT.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < sql.length; i++) {
            files.put("db/migration/V" + (i + 1) + "__lift.sql", sql[i].getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** The same bytes each time. */
    byte[] bytes() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            out.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(out);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(entry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Somebody adds a line to one of its files on the way. */
    static byte[] tampered(byte[] jar, String file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                if (entry.getName().equals(file)) {
                    out.write('\n');
                }
            }
        }
        return bytes.toByteArray();
    }

    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }
}
