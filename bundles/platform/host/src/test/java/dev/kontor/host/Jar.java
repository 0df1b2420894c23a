package dev.kontor.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;

/** A partner's jar, compiled and packed as a test says it. */
public final class Jar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<JavaFileObject> sources = new ArrayList<>();

    public static Jar named(String name, String version) {
        return new Jar().header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", name).header("Bundle-Version", version);
    }

    public static Jar plain() {
        return new Jar();
    }

    public Jar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Jar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Jar file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** @param name of the class, with its package */
    public Jar source(String name, String code) {
        sources.add(new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        });
        return this;
    }

    /** A component that offers one service. */
    public Jar component(String type, String service, String... properties) {
        StringBuilder xml = new StringBuilder("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + type + "\">");
        for (String property : properties) {
            xml.append("<property ").append(property).append("/>");
        }
        xml.append("<service><provide interface=\"").append(service).append("\"/></service><implementation class=\"").append(type).append("\"/>");
        String path = "OSGI-INF/" + type + ".xml";
        headers.merge("Service-Component", path, (one, other) -> one + "," + other);
        return file(path, xml.append("</scr:component>").toString());
    }

    public Path in(Path folder) throws IOException {
        Path jar = Files.createTempFile(folder, "partner", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            compiled().forEach((name, content) -> write(out, name, content));
            files.forEach((name, content) -> write(out, name, content));
        }
        return jar;
    }

    public byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(in(folder));
    }

    public static Path sign(Path jar, Signing with) throws Exception {
        Path signed = jar.resolveSibling("signed-" + jar.getFileName());
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(with.key(), with.path()).build().sign(zip, out);
        }
        return signed;
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    private static void write(JarOutputStream out, String name, byte[] content) {
        try {
            out.putNextEntry(new JarEntry(name));
            out.write(content);
            out.closeEntry();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> compiled() throws IOException {
        Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
        if (!sources.isEmpty()) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
                    JavaFileManager files = new InMemory(standard, classes)) {
                List<String> options = List.of("-proc:none", "--release", "17", "-classpath", System.getProperty("java.class.path"));
                if (!compiler.getTask(null, files, null, options, null, sources).call()) {
                    throw new IllegalStateException("The sources of a test do not compile.");
                }
            }
        }
        Map<String, byte[]> packed = new LinkedHashMap<>();
        classes.forEach((name, content) -> packed.put(name.replace('.', '/') + ".class", content.toByteArray()));
        return packed;
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, any -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
