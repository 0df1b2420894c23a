package dev.kontor.testkit.exam;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemPackage;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.ops4j.pax.exam.Option;

/**
 * A feature file of an unpacked distribution as options for Pax Exam: bundles, framework properties and configurations as they ship.
 *
 * <p>Configurations are written into {@code etc/}, from where the File Install that ships takes them.
 */
public record FeatureFile(Path home, String file) {

    List<Option> options() throws IOException {
        Files.createDirectories(home.resolve("deploy"));
        JsonNode feature = new ObjectMapper().readTree(home.resolve("lib").resolve(file).toFile());
        Map<String, String> variables = variables(feature.path("variables"));
        List<Option> options = new ArrayList<>();
        for (JsonNode entry : feature.path("bundles")) {
            Path jar = jar(entry.path("id").asText());
            var option = bundle(jar.toUri().toString()).startLevel(entry.path("start-order").asInt());
            options.add(isFragment(jar) ? option.noStart() : option);
        }
        feature.path("framework-properties").fields().forEachRemaining(property -> {
            String value = filled(property.getValue().asText(), variables);
            // Pax Exam adds packages of its own to this one, so it is no plain property here
            options.add(property.getKey().equals("org.osgi.framework.system.packages.extra")
                    ? systemPackage(value)
                    : frameworkProperty(property.getKey()).value(value));
        });
        for (var configurations = feature.path("configurations").fields(); configurations.hasNext(); ) {
            var configuration = configurations.next();
            write(configuration.getKey(), configuration.getValue(), variables);
        }
        options.add(systemProperty("kontor.data").value(home.resolve("data").toString()));
        options.add(systemProperty("derby.stream.error.file").value(home.resolve("data").resolve("derby.log").toString()));
        options.add(systemProperty("derby.system.home").value(home.resolve("etc").toString()));
        return options;
    }

    private Map<String, String> variables(JsonNode defaults) {
        Map<String, String> variables = new HashMap<>();
        defaults.fields().forEachRemaining(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        variables.put("http.port", "" + freePort());
        variables.put("data.dir", home.resolve("data").toString());
        variables.put("etc.dir", home.resolve("etc").toString());
        variables.put("rules.dir", home.resolve("rules").toString());
        variables.put("rules.shipped", home.resolve("lib/rules").toString());
        variables.put("deploy.dir", home.resolve("deploy").toString());
        variables.put("kontor.demo", "true");
        return variables;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar(String id) {
        String[] part = id.split(":");
        return home.resolve("lib/repository").resolve(part[0].replace('.', '/'))
                .resolve(part[1]).resolve(part[2]).resolve(part[1] + "-" + part[2] + ".jar");
    }

    private static boolean isFragment(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
        }
    }

    private static String filled(String words, Map<String, String> variables) {
        String result = words;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            result = result.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        return result;
    }

    /** In Felix' typed form: strings, arrays of strings, and {@code name:Type} as the feature model spells types. */
    private void write(String pid, JsonNode values, Map<String, String> variables) throws IOException {
        StringBuilder lines = new StringBuilder();
        values.fields().forEachRemaining(entry -> {
            if (entry.getKey().startsWith(":")) {
                return; // a note of the feature tool, not a value
            }
            String name = entry.getKey().replaceFirst(":.*", "");
            String value = entry.getValue().isArray()
                    ? "[" + String.join(",", strings(entry.getValue(), variables)) + "]"
                    : quoted(entry.getValue().asText(), variables);
            lines.append(name).append('=').append(value).append('\n');
        });
        // File Install knows one of a factory by a hyphen, the feature model by a tilde
        Files.writeString(home.resolve("etc").resolve(pid.replace('~', '-') + ".config"), lines);
    }

    private static List<String> strings(JsonNode array, Map<String, String> variables) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(quoted(entry.asText(), variables)));
        return strings;
    }

    private static String quoted(String words, Map<String, String> variables) {
        return "\"" + filled(words, variables).replace("\\", "\\\\").replace("\"", "\\\"").replace("=", "\\=") + "\"";
    }
}
