package dev.kontor.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A partner's bundle with one page in everybody's menu, and one fault. */
record BadBundle(String name, Map<Place, String> code, Map<String, String> headers, boolean changed) {

    /** Where the fault is. */
    enum Place { FIELDS, ACTIVATE, DEACTIVATE, TITLE, MENU, SHOW }

    private static final String SOURCE = """
            package dev.acme.$ID;
            import dev.kontor.api.page.*;
            import dev.kontor.api.people.Role;
            import dev.kontor.api.text.Text;
            import java.util.*;
            import org.osgi.framework.*;
            public final class BadPage implements Page {
                private BundleContext context;
                $FIELDS
                void activate(BundleContext given) throws Exception { context = given; $ACTIVATE }
                void deactivate() throws Exception { $DEACTIVATE }
                public String path() { return "$ID/page"; }
                public Text title() { $TITLE return Text.plain("Bad"); }
                public Optional<Page.Place> place() { $MENU return Optional.of(new Page.Place("work", "alert-triangle", 99)); }
                public Set<Role> roles() { return Set.of(); }
                public View show(Query query) { try { $SHOW } catch (Exception thrown) { throw new IllegalStateException(thrown); } return said("here"); }
                private static View said(String words) { return View.of(Text.plain("Bad"), new Block.Note(Cell.Tone.INFO, Text.plain(words))); }
                private static boolean yes() { return System.nanoTime() != 0; }
            }
            """;

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="dev.acme.$ID.BadPage" activate="activate" deactivate="deactivate">
              <service><provide interface="dev.kontor.api.page.Page"/></service>
              <implementation class="dev.acme.$ID.BadPage"/>
            </scr:component>
            """;

    static BadBundle of(String name, Place place, String code) {
        return new BadBundle(name, Map.of(place, code), Map.of(), false);
    }

    static BadBundle with(String name, String header, String value) {
        return new BadBundle(name, Map.of(), Map.of(header, value), false);
    }

    /** Its own: what one of them did is not remembered of the next. */
    private String id() {
        return "bad" + Integer.toHexString(name.hashCode());
    }

    String symbolicName() {
        return "dev.acme." + id();
    }

    String page() {
        return id() + "/page";
    }

    /** And another piece of code. */
    BadBundle and(Place place, String more) {
        Map<Place, String> all = new TreeMap<>(code);
        all.put(place, more);
        return new BadBundle(name, all, headers, changed);
    }

    /** Signed, and changed on the way. */
    BadBundle tampered() {
        return new BadBundle(name, code, headers, true);
    }

    /**
     * The jar.
     *
     * @param repository the bundles whose api it is compiled against
     */
    byte[] jar(Path repository, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-SymbolicName", symbolicName());
        all.put("Bundle-Version", version);
        all.put("Service-Component", "OSGI-INF/page.xml");
        all.put("Import-Package", "dev.kontor.api.page;version=\"[1.0,2)\",dev.kontor.api.people;version=\"[1.0,2)\","
                + "dev.kontor.api.text;version=\"[1.0,2)\",org.osgi.framework;version=\"[1.8,2)\"");
        all.putAll(headers);
        all.forEach(attributes::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            out.putNextEntry(new JarEntry(JarFile.MANIFEST_NAME));
            manifest.write(out);
            Map<String, byte[]> files = classes(repository);
            files.put("OSGI-INF/page.xml", COMPONENT.replace("$ID", id()).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return changed ? Tampering.with(bytes.toByteArray()) : bytes.toByteArray();
    }

    private Map<String, byte[]> classes(Path repository) throws IOException {
        Path folder = Instance.folder();
        String source = SOURCE.replace("$ID", id());
        for (Place place : Place.values()) {
            source = source.replace("$" + place, code.getOrDefault(place, ""));
        }
        Path file = Files.writeString(folder.resolve("BadPage.java"), source);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "17", "-cp", classPath(repository), "-d", folder.toString(), file.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IOException("The bundle %s does not compile.".formatted(name));
        }
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.put(folder.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        return classes;
    }

    private static String classPath(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.map(Path::toString)
                    .filter(jar -> jar.endsWith(".jar") && (jar.contains("dev.kontor.api") || jar.contains("felix.framework")))
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}
