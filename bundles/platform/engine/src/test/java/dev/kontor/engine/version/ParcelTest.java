package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.document.Upload;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.engine.parcel.RuleParcel;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule set moves from one platform to another as a signed file")
class ParcelTest extends Room {

    private static final String TYPE = "application/vnd.kontor.rules+zip";

    private void send(String person, byte[] parcel) {
        office.sent.put("d1", parcel);
        office.run(person, "rules/import", Map.of("file", new Upload("joint.zip", TYPE, parcel.length, "d1"), "reason", "from the test system"));
    }

    /** The sample set at another limit, as another company's platform packs it. */
    private byte[] packed(java.security.KeyPair key, long amount) throws Exception {
        var files = office.list.files(SET, set().active().orElseThrow().version().digest()).orElseThrow();
        var next = dev.kontor.engine.set.RuleSetFiles.of(SET, files).with(Map.of("parameters.csv",
                largeFrom(files.get("parameters.csv"), amount).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return RuleParcel.pack(new dev.kontor.api.rule.SetVersion(SET, 7, next.digest()), "tester", java.time.Instant.parse("2026-03-02T01:00:00Z"), next, key);
    }

    private static java.security.KeyPair key() throws Exception {
        return java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void an_export_is_signed_with_the_companys_own_key_and_noted() throws Exception {
        open("rules");
        String digest = set().active().orElseThrow().version().digest();
        RuleParcel first = RuleParcel.open(office.list.export(SET, digest, Office.person("rules")));
        assertThat(first.version().digest()).isEqualTo(digest);
        assertThat(office.journal).contains("rules.exported");
        office.close();
        open("rules");
        RuleParcel second = RuleParcel.open(office.list.export(SET, digest, Office.person("rules")));
        assertThat(second.signer()).isEqualTo(first.signer());
        assertThatThrownBy(() -> office.list.export(SET, "0".repeat(64), Office.person("rules"))).hasMessageContaining("no-such-version");
    }

    @Test
    void only_what_a_trusted_signer_signed_becomes_a_proposal_and_its_origin_is_told() throws Exception {
        open("rules");
        java.security.KeyPair key = key();
        String signer = RuleParcel.fingerprint(key.getPublic());
        byte[] parcel = packed(key, 3_000_000);
        assertThatThrownBy(() -> send("rules", parcel)).hasMessageContaining("signer-unknown").hasMessageContaining(signer);
        office.run("rules", "rules/trust", Map.of("signer", signer, "reason", "read out by telephone"));
        assertThat(office.list.signers()).singleElement().satisfies(known -> {
            assertThat(known.fingerprint()).isEqualTo(signer);
            assertThat(known.trusted()).isTrue();
            assertThat(known.by().value()).isEqualTo("rules");
            assertThat(known.approvedBy()).isEmpty();
        });
        send("rules", parcel);
        RuleSets.Version candidate = set().candidate().orElseThrow();
        assertThat(candidate.state()).isEqualTo("proposed");
        assertThat(candidate.origin()).contains("#7", "tester", signer.substring(0, 16));
        assertThat(isLarge(2_000_000)).isTrue();
        assertThatThrownBy(() -> send("rules", parcel)).hasMessageContaining("known-already");
        office.run("rules", "rules/distrust", Map.of("signer", signer, "reason", "they lost their key"));
        assertThat(office.list.signers()).singleElement().satisfies(known -> assertThat(known.trusted() || known.asked()).isFalse());
        byte[] other = packed(key, 4_000_000);
        assertThatThrownBy(() -> send("rules", other)).hasMessageContaining("signer-unknown");
    }

    @Test
    void to_trust_a_signer_takes_a_second_person_where_there_is_one() throws Exception {
        open("rules", "other");
        java.security.KeyPair key = key();
        Map<String, Object> signer = Map.of("signer", RuleParcel.fingerprint(key.getPublic()), "reason", "x");
        office.run("rules", "rules/trust", signer);
        byte[] parcel = packed(key, 3_000_000);
        assertThatThrownBy(() -> send("rules", parcel)).hasMessageContaining("signer-unknown");
        assertThatThrownBy(() -> office.run("rules", "rules/confirm-trust", signer)).hasMessageContaining("second-person");
        assertThat(office.list.signers()).singleElement().satisfies(known -> assertThat(known.asked() && !known.trusted()).isTrue());
        office.run("other", "rules/confirm-trust", signer);
        assertThat(office.list.signers()).singleElement().satisfies(known -> {
            assertThat(known.trusted() && !known.asked()).isTrue();
            assertThat(known.by().value()).isEqualTo("rules");
            assertThat(known.approvedBy()).hasValueSatisfying(second -> assertThat(second.value()).isEqualTo("other"));
        });
        send("rules", parcel);
        assertThat(set().candidate()).isPresent();
    }
}
