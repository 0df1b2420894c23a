package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A jar read to its end: every entry was unpacked within limits and held against the signature, if there is one.
 *
 * @param digest SHA-256 of the file, lower-case hex
 * @param names every entry, also those of jars inside
 * @param files what is looked into: classes by name, also those of jars inside, components, scripts
 */
public record JarContent(String digest, Map<String, String> headers, Optional<Signer> signer, Set<String> names, Map<String, byte[]> files) {

    /** As large as a file that a form takes in. */
    public static final long LARGEST = 25L * 1024 * 1024;

    private static final int MOST_ENTRIES = 20_000;

    /** @throws Unfit with the reason, for people */
    public static JarContent read(Path file) throws IOException, Unfit {
        if (Files.size(file) > LARGEST) {
            throw new Unfit(Text.of("host.too-large"));
        }
        String digest = digest(file);
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            if (jar.size() > MOST_ENTRIES) {
                throw new Unfit(Text.of("host.bomb"));
            }
            Reading reading = new Reading(new Allowance());
            for (JarEntry entry : Collections.list(jar.entries())) {
                reading.take(jar, entry);
            }
            Manifest manifest = Optional.ofNullable(jar.getManifest()).orElseThrow(() -> new Unfit(Text.of("host.no-bundle")));
            return new JarContent(digest, headers(manifest), reading.signer(manifest), reading.names, reading.files);
        } catch (SecurityException broken) {
            throw new Unfit(Text.of("host.tampered"));
        } catch (ZipException | EOFException | IllegalArgumentException notWhole) {
            throw new Unfit(Text.of("host.not-whole"));
        }
    }

    /** However large it is. */
    public static String digest(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream counted = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            counted.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(counted.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Map<String, String> headers(Manifest manifest) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** One pass over the entries. */
    private static final class Reading {

        private final Allowance allowance;
        private final Set<String> names = new HashSet<>();
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private final Map<String, Optional<Signer>> signers = new TreeMap<>();

        Reading(Allowance allowance) {
            this.allowance = allowance;
        }

        void take(JarFile jar, JarEntry entry) throws IOException, Unfit {
            String name = entry.getName();
            checked(name);
            try (InputStream stream = jar.getInputStream(entry)) {
                byte[] content = allowance.read(stream, entry.getCompressedSize());
                if (name.endsWith(".jar")) {
                    inner(name, content);
                } else if (isLookedInto(name)) {
                    files.put(name, content);
                }
            }
            if (!entry.isDirectory() && !isSignature(name)) {
                signers.put(name, signer(entry));
            }
        }

        private void checked(String name) throws Unfit {
            if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
                throw new Unfit(Text.of("host.leads-out", name));
            } else if (!names.add(name)) {
                throw new Unfit(Text.of("host.twice", name));
            }
        }

        /** A library on the bundle's class path: its classes are the bundle's, too. */
        private void inner(String jar, byte[] content) throws IOException, Unfit {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    String name = jar + "!/" + entry.getName();
                    checked(name);
                    byte[] unpacked = allowance.read(zip, content.length);
                    if (name.endsWith(".class")) {
                        files.put(name, unpacked);
                    }
                }
            }
        }

        private static boolean isLookedInto(String name) {
            return name.endsWith(".class") || name.endsWith(".xml") || name.endsWith(".sql");
        }

        private static boolean isSignature(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            return upper.matches("META-INF/([^/]*\\.(SF|RSA|DSA|EC)|SIG-[^/]*|MANIFEST\\.MF)");
        }

        private static Optional<Signer> signer(JarEntry entry) {
            CodeSigner[] signers = entry.getCodeSigners();
            return signers == null
                    ? Optional.empty()
                    : Optional.of(Signer.of((X509Certificate) signers[0].getSignerCertPath().getCertificates().get(0)));
        }

        /** Signed is what one key has signed from its first to its last entry. */
        Optional<Signer> signer(Manifest manifest) throws Unfit {
            boolean claimed = names.stream().anyMatch(name -> name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]*\\.SF"));
            if (!claimed) {
                return Optional.empty();
            }
            Set<Optional<Signer>> found = new HashSet<>(signers.values());
            boolean whole = names.containsAll(manifest.getEntries().keySet());
            if (!whole || found.size() != 1 || found.contains(Optional.<Signer>empty())) {
                throw new Unfit(Text.of("host.tampered"));
            }
            return found.iterator().next();
        }
    }
}
