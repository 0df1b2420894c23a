import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Lists what the archive is made of: a CycloneDX bill of materials and a text of the licences. It looks at the jars that
 * are packed, and into them for the jars they embed, and fails for a part whose licence nobody knows.
 *
 * <p>Arguments: folder to write to, repository of the bundles, class path of launcher and commands, local Maven repository,
 * file of licences and parts that are found in no other way, version.
 */
public final class Parts {

    private record Part(String group, String name, String version, String sha256, List<String> licences, String within) {
        String purl() {
            String base = group.equals("npm") ? "pkg:npm/" : "pkg:maven/" + group + "/";
            return base + name + "@" + version;
        }
    }

    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[\\w.\\-]*)\\.jar");
    private static final Pattern LICENCE = Pattern.compile("<license>.*?</license>", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);

    private final Map<String, Part> parts = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final Path repository;
    private final Properties extra = new Properties();

    private Parts(Path repository, Path extra) throws IOException {
        this.repository = repository;
        this.extra.load(new StringReader(Files.readString(extra)));
    }

    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectories(Path.of(arguments[0]));
        Parts parts = new Parts(Path.of(arguments[3]), Path.of(arguments[4]));
        try (Stream<Path> jars = Files.walk(Path.of(arguments[1]))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                parts.jar(jar, Path.of(arguments[1]));
            }
        }
        for (String jar : arguments[2].split(Pattern.quote(System.getProperty("path.separator")))) {
            if (jar.endsWith(".jar") && jar.startsWith(arguments[3])) {
                parts.jar(Path.of(jar), Path.of(arguments[3]));
            }
        }
        parts.others();
        if (!parts.unknown.isEmpty()) {
            throw new IllegalStateException("No licence is known of %s: add it to %s.".formatted(parts.unknown, arguments[4]));
        }
        Files.writeString(target.resolve("sbom.cdx.json"), parts.bill(arguments[5]));
        Files.writeString(target.resolve("THIRD-PARTY.txt"), parts.text());
    }

    private void jar(Path jar, Path root) throws Exception {
        Path folder = root.relativize(jar.getParent());
        String version = folder.getFileName().toString();
        String name = folder.getParent().getFileName().toString();
        String group = folder.getParent().getParent().toString().replace('/', '.').replace('\\', '.');
        take(group, name, version, Files.readAllBytes(jar), "");
    }

    private void take(String group, String name, String version, byte[] bytes, String within) throws Exception {
        String bundleLicence = "";
        String label = name + " " + version;
        Map<String, Properties> inside = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                    bundleLicence = Optional.ofNullable(new Manifest(unclosed(zip)).getMainAttributes().getValue("Bundle-License"))
                            .orElse("");
                } else if (entry.getName().endsWith("/pom.properties")) {
                    Properties properties = new Properties();
                    properties.load(unclosed(zip));
                    inside.put(properties.getProperty("artifactId", ""), properties);
                } else if (entry.getName().endsWith(".jar")) {
                    nested(entry.getName(), zip.readAllBytes(), label);
                }
            }
        }
        if (!group.equals("dev.kontor") || !within.isEmpty()) {
            add(group, name, version, sha256(bytes), bundleLicence, within);
        }
        for (Properties other : inside.values()) { // classes of other jars, unpacked into this one
            if (!other.getProperty("artifactId").equals(name) && !other.getProperty("groupId").equals("dev.kontor")) {
                add(other.getProperty("groupId"), other.getProperty("artifactId"), other.getProperty("version"), "", "", label);
            }
        }
    }

    private void nested(String path, byte[] bytes, String within) throws Exception {
        Optional<Properties> pom = Optional.empty();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("/pom.properties") && pom.isEmpty()) {
                    Properties properties = new Properties();
                    properties.load(unclosed(zip));
                    pom = Optional.of(properties);
                }
            }
        }
        Matcher file = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
        if (pom.isPresent() && file.matches() && pom.get().getProperty("artifactId").equals(file.group(1))) {
            take(pom.get().getProperty("groupId"), file.group(1), file.group(2), bytes, within);
        } else if (pom.isPresent() && !file.matches()) {
            take(pom.get().getProperty("groupId"), pom.get().getProperty("artifactId"), pom.get().getProperty("version"), bytes, within);
        } else if (file.matches()) {
            take(group(file.group(1), file.group(2)), file.group(1), file.group(2), bytes, within);
        } else {
            unknown.add(path + " in " + within);
        }
    }

    /** A jar that does not say its group is looked for in the local repository. */
    private String group(String name, String version) throws IOException {
        try (Stream<Path> found = Files.find(repository, 9, (path, attributes) -> path.endsWith(Path.of(name, version)))) {
            return found.findFirst()
                    .map(path -> repository.relativize(path.getParent().getParent()).toString().replace('/', '.'))
                    .orElse("unknown");
        }
    }

    private void add(String group, String name, String version, String sha256, String bundleLicence, String within)
            throws IOException {
        List<String> licences = spdx(bundleLicence);
        if (licences.isEmpty()) {
            licences = spdx(ofPom(group, name, version, 0));
        }
        if (licences.isEmpty()) {
            licences = spdx(extra.getProperty(group, ""));
        }
        if (licences.isEmpty()) {
            unknown.add(group + ":" + name + ":" + version);
        }
        Part part = new Part(group, name, version, sha256, licences, within);
        parts.merge(part.purl(), part, (known, again) -> known.sha256().isEmpty() ? again : known);
    }

    /** The licences of a pom or of the nearest of its parents. */
    private String ofPom(String group, String name, String version, int depth) throws IOException {
        Path pom = repository.resolve(group.replace('.', '/')).resolve(name).resolve(version).resolve(name + "-" + version + ".pom");
        if (depth > 6 || !Files.exists(pom)) {
            return "";
        }
        String text = Files.readString(pom);
        String found = LICENCE.matcher(text).results().map(result -> result.group()).collect(Collectors.joining(","));
        Matcher parent = PARENT.matcher(text);
        if (!found.isEmpty() || !parent.find()) {
            return found;
        }
        return ofPom(tag(parent.group(1), "groupId"), tag(parent.group(1), "artifactId"), tag(parent.group(1), "version"), depth + 1);
    }

    private static String tag(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** What is no jar of its own: unpacked classes, and styles and scripts. */
    private void others() {
        extra.stringPropertyNames().stream().filter(key -> key.startsWith("part.")).forEach(key -> {
            String[] name = key.substring("part.".length()).split("/");
            String[] said = extra.getProperty(key).split(",");
            Part part = new Part(name[0], name[1], said[0], "", List.of(said[1]), said[2]);
            parts.put(part.purl(), part);
        });
    }

    /** The names of SPDX for what manifests and poms say in many ways. */
    private static List<String> spdx(String said) {
        String low = said.toLowerCase(Locale.ROOT);
        Map<String, String> names = new TreeMap<>();
        mark(names, low, "Apache-2.0", "apache");
        mark(names, low, "EPL-2.0", "epl-2.0", "epl 2.0", "eclipse public license 2.0", "eclipse public license v. 2", "eclipse public license - v 2",
                "eclipse public license v2", "epl-v20");
        mark(names, low, "EPL-1.0", "epl-1.0", "eclipse public license - v 1.0", "epl-v10");
        mark(names, low, "BSD-3-Clause", "bsd-3", "edl-v10", "edl 1.0", "eclipse distribution license", "bsd 3", "asm.ow2.io", "3-clause");
        mark(names, low, "BSD-2-Clause", "bsd-2", "bsd 2");
        mark(names, low, "MIT", "mit license", "opensource.org/licenses/mit", "licenses/mit", "<name>mit", "the mit");
        mark(names, low, "MPL-1.1", "mpl-1.1", "mpl 1.1");
        mark(names, low, "MPL-2.0", "mpl-2.0", "mpl 2.0");
        mark(names, low, "LGPL-2.1", "lgpl");
        mark(names, low, "CC0-1.0", "cc0", "public domain");
        if (low.equals("mit")) {
            names.put("MIT", "");
        }
        return List.copyOf(names.keySet());
    }

    private static void mark(Map<String, String> names, String said, String name, String... signs) {
        if (Stream.of(signs).anyMatch(said::contains)) {
            names.put(name, "");
        }
    }

    private String bill(String version) {
        String components = parts.values().stream().map(Parts::component).collect(Collectors.joining(",\n"));
        return """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {"component": {"type": "application", "name": "kontor", "version": "%s",
                    "licenses": [{"license": {"id": "Apache-2.0"}}]}},
                  "components": [
                %s
                  ]
                }
                """.formatted(version, components);
    }

    private static String component(Part part) {
        String licences = part.licences().stream()
                .map("{\"license\": {\"id\": \"%s\"}}"::formatted)
                .collect(Collectors.joining(", "));
        String hash = part.sha256().isEmpty()
                ? ""
                : ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"%s\"}]".formatted(part.sha256());
        String within = part.within().isEmpty()
                ? ""
                : ", \"properties\": [{\"name\": \"kontor:within\", \"value\": \"%s\"}]".formatted(part.within());
        return "    {\"type\": \"library\", \"bom-ref\": \"%1$s\", \"group\": \"%2$s\", \"name\": \"%3$s\", \"version\": \"%4$s\", \"purl\": \"%1$s\", \"licenses\": [%5$s]%6$s%7$s}"
                .formatted(part.purl(), part.group(), part.name(), part.version(), licences, hash, within);
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                Kontor is licensed under Apache-2.0 and brings these parts of others. Where several licences stand, the part's
                own manifest or pom names them all.

                """);
        parts.values().forEach(part -> text.append("%-28s %s:%s:%s%s%n".formatted(
                String.join(", ", part.licences()),
                part.group(),
                part.name(),
                part.version(),
                part.within().isEmpty() ? "" : " (within " + part.within() + ")")));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static InputStream unclosed(ZipInputStream zip) throws IOException {
        return new ByteArrayInputStream(zip.readAllBytes());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
