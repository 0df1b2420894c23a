package dev.kontor.engine.parcel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.SampleRules;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A parcel is opened with suspicion")
class RuleParcelTest {

    private static final RuleSetFiles JOINT = SampleRules.joint();
    private static final KeyPair KEY = key();

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] packed() {
        return RuleParcel.pack(new SetVersion(JOINT.set(), 3, JOINT.digest()), "rules", Instant.parse("2026-03-02T01:00:00Z"), JOINT, KEY);
    }

    private static Map<String, byte[]> entries() throws IOException {
        return new TreeMap<>(RuleSetFiles.unzip(packed(), 10_000_000));
    }

    private static String refused(byte[] zip) {
        return catchThrowableOfType(Spoiled.class, () -> RuleParcel.open(zip)).words().key();
    }

    @Test
    void what_was_packed_comes_out_with_its_manifest() throws Spoiled {
        RuleParcel parcel = RuleParcel.open(packed());
        assertThat(parcel.version()).isEqualTo(new SetVersion(JOINT.set(), 3, JOINT.digest()));
        assertThat(parcel.by()).isEqualTo("rules");
        assertThat(parcel.at()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(parcel.signer()).isEqualTo(RuleParcel.fingerprint(KEY.getPublic())).hasSize(64);
        assertThat(parcel.files().texts()).isEqualTo(JOINT.texts());
    }

    @Test
    void a_changed_number_an_added_and_a_missing_file_are_noticed() throws IOException {
        Map<String, byte[]> changed = entries();
        changed.put("files/parameters.csv", new String(changed.get("files/parameters.csv"), UTF_8).replace("2000000", "9000000").getBytes(UTF_8));
        assertThat(refused(RuleSetFiles.zip(changed))).isEqualTo("engine.parcel-altered");
        Map<String, byte[]> added = entries();
        added.put("files/more.drl", new byte[] {'x'});
        assertThat(refused(RuleSetFiles.zip(added))).isEqualTo("engine.parcel-altered");
        Map<String, byte[]> missing = entries();
        missing.remove("files/joint.drl");
        assertThat(refused(RuleSetFiles.zip(missing))).isEqualTo("engine.parcel-altered");
    }

    @Test
    void a_changed_manifest_and_somebody_elses_signature_or_key_are_noticed() throws IOException {
        Map<String, byte[]> manifest = entries();
        manifest.put(RuleParcel.MANIFEST, new String(manifest.get(RuleParcel.MANIFEST), UTF_8).replace("by rules", "by other").getBytes(UTF_8));
        assertThat(refused(RuleSetFiles.zip(manifest))).isEqualTo("engine.parcel-altered");
        Map<String, byte[]> key = entries();
        key.put("signer.txt", java.util.Base64.getEncoder().encode(key().getPublic().getEncoded()));
        assertThat(refused(RuleSetFiles.zip(key))).isEqualTo("engine.parcel-altered");
        Map<String, byte[]> garbage = entries();
        garbage.put("signature.txt", "%%%".getBytes(UTF_8));
        assertThat(refused(RuleSetFiles.zip(garbage))).isEqualTo("engine.parcel-altered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"files/../../evil.drl", "/etc/passwd", "../evil", "files/..", "files\\\\evil", "files/a b.drl", "files/"})
    void what_leads_elsewhere_is_not_unpacked(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(name, new byte[] {'x'});
        assertThat(refused(RuleSetFiles.zip(entries))).isEqualTo("engine.parcel-path");
    }

    @Test
    void a_name_that_stands_there_twice_is_refused() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("files/joint.dr1", entries.get("files/joint.drl"));
        String zip = new String(RuleSetFiles.zip(entries), java.nio.charset.StandardCharsets.ISO_8859_1).replace("files/joint.dr1", "files/joint.drl");
        assertThat(refused(zip.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))).isEqualTo("engine.parcel-twice");
    }

    @Test
    void what_unpacks_to_more_than_a_set_may_hold_is_given_up_at_the_limit() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("files/zeros.drl"));
            for (int i = 0; i < 256; i++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        assertThat(bomb.size()).isLessThan(1024 * 1024);
        assertThat(refused(bomb.toByteArray())).isEqualTo("engine.parcel-too-large");
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            many.put("files/" + i, new byte[0]);
        }
        assertThat(refused(RuleSetFiles.zip(many))).isEqualTo("engine.parcel-too-large");
    }

    @Test
    void what_is_no_parcel_is_said_to_be_none() throws IOException {
        assertThat(refused("no zip at all".getBytes(UTF_8))).isEqualTo("engine.parcel-none");
        Map<String, byte[]> headless = entries();
        headless.remove(RuleParcel.MANIFEST);
        assertThat(refused(RuleSetFiles.zip(headless))).isEqualTo("engine.parcel-none");
        byte[] cut = java.util.Arrays.copyOf(packed(), 400);
        assertThat(catchThrowableOfType(Spoiled.class, () -> RuleParcel.open(cut))).isNotNull();
    }
}
