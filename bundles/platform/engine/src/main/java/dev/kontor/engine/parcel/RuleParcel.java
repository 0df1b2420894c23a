package dev.kontor.engine.parcel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A rule set in one zip: its files below {@code files/}, a manifest that names set, version and digest, who packed it and
 * when, and an Ed25519 signature over the manifest. The digest ties the files to the manifest, the signature the manifest to
 * the key. Whether the key is trusted is for who opens it to say.
 *
 * @param signer fingerprint of the key: SHA-256 of its public half, lower-case hex
 */
public record RuleParcel(SetVersion version, String by, Instant at, String signer, RuleSetFiles files) {

    /** Its name tells a parcel from other archives. */
    public static final String MANIFEST = "kontor-rules.txt";

    private static final String SIGNATURE = "signature.txt";
    private static final String KEY = "signer.txt";
    private static final String FILES = "files/";
    private static final String FIRST_LINE = "kontor-rules 1";
    private static final String ALGORITHM = "Ed25519";
    private static final int LARGEST = RuleSetFiles.LARGEST_SET + 64 * 1024;

    /** Packs and signs. */
    public static byte[] pack(SetVersion version, String by, Instant at, RuleSetFiles files, KeyPair key) {
        byte[] manifest = "%s\nset %s\nnumber %d\ndigest %s\nby %s\nat %s\n"
                .formatted(FIRST_LINE, version.set(), version.number(), version.digest(), by, at)
                .getBytes(UTF_8);
        Map<String, byte[]> entries = new TreeMap<>();
        files.files().forEach((name, content) -> entries.put(FILES + name, content));
        entries.put(MANIFEST, manifest);
        entries.put(SIGNATURE, Base64.getEncoder().encode(signed(manifest, key)));
        entries.put(KEY, Base64.getEncoder().encode(key.getPublic().getEncoded()));
        return RuleSetFiles.zip(entries);
    }

    private static byte[] signed(byte[] manifest, KeyPair key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(manifest);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    public static String fingerprint(PublicKey key) {
        return RuleSetFiles.digest(key.getEncoded());
    }

    /** @throws Spoiled when anything of it is not as it was packed */
    public static RuleParcel open(byte[] zip) throws Spoiled {
        Map<String, byte[]> entries = entries(zip);
        byte[] manifest = entry(entries, MANIFEST);
        PublicKey key = verified(manifest, entry(entries, SIGNATURE), entry(entries, KEY));
        Map<String, String> said = lines(manifest);
        TreeMap<String, byte[]> content = new TreeMap<>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(FILES)) {
                content.put(name.substring(FILES.length()), bytes);
            }
        });
        RuleSetFiles files = new RuleSetFiles(said.getOrDefault("set", ""), content);
        if (!files.digest().equals(said.get("digest"))) {
            throw new Spoiled("engine.parcel-altered");
        }
        try {
            return new RuleParcel(new SetVersion(files.set(), Integer.parseInt(said.getOrDefault("number", "")), files.digest()),
                    said.getOrDefault("by", ""), Instant.parse(said.getOrDefault("at", "")), fingerprint(key), files);
        } catch (NumberFormatException | java.time.DateTimeException unlike) {
            throw new Spoiled("engine.parcel-none");
        }
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) throws Spoiled {
        if (!entries.containsKey(name)) {
            throw new Spoiled("engine.parcel-none");
        }
        return entries.get(name);
    }

    private static PublicKey verified(byte[] manifest, byte[] signature, byte[] key) throws Spoiled {
        try {
            PublicKey signer = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(signer);
            check.update(manifest);
            if (!check.verify(Base64.getDecoder().decode(signature))) {
                throw new Spoiled("engine.parcel-altered");
            }
            return signer;
        } catch (GeneralSecurityException | IllegalArgumentException noKeyOrSignature) {
            throw new Spoiled("engine.parcel-altered");
        }
    }

    private static Map<String, String> lines(byte[] manifest) throws Spoiled {
        String text = new String(manifest, UTF_8);
        if (!text.startsWith(FIRST_LINE + "\n")) {
            throw new Spoiled("engine.parcel-none");
        }
        Map<String, String> said = new TreeMap<>();
        text.lines().skip(1).map(line -> line.split(" ", 2)).filter(cells -> cells.length == 2).forEach(cells -> said.put(cells[0], cells[1]));
        return said;
    }

    /** What is larger than any set, leads elsewhere or stands there twice is not unpacked. */
    private static Map<String, byte[]> entries(byte[] zip) throws Spoiled {
        Map<String, byte[]> entries = new TreeMap<>();
        int room = LARGEST;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (!name.matches("(" + FILES + ")?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*") || name.matches("(.*/)?\\.\\.?(/.*)?")) {
                    throw new Spoiled("engine.parcel-path", name);
                }
                byte[] content = in.readNBytes(room + 1);
                room -= content.length;
                if (room < 0 || entries.size() > RuleSetFiles.MOST_FILES + 3) {
                    throw new Spoiled("engine.parcel-too-large", LARGEST / 1024);
                }
                if (entries.put(name, content) != null) {
                    throw new Spoiled("engine.parcel-twice", name);
                }
            }
        } catch (IOException | IllegalArgumentException noArchive) {
            throw new Spoiled("engine.parcel-none");
        }
        return entries;
    }
}
