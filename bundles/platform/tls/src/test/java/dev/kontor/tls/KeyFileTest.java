package dev.kontor.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.tls.KeyFile.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The keystore and its password file")
class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void openTogetherAndSayWhenTheCertificateIsGood() throws Exception {
        TlsSettings made = new Keytool(folder).made("localhost", "-1d", 30, 0);

        KeyFile key = KeyFile.open(made.keystore(), made.passwordFile());

        assertThat(Duration.between(key.from(), key.until())).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongAndShownNowhere() throws Exception {
        TlsSettings made = new Keytool(folder).made("localhost", "-1d", 30, 0);
        Path wrong = new Keytool(folder).password("let me in", "rw-------");

        assertThatExceptionOfType(KeyFile.Unusable.class)
                .isThrownBy(() -> KeyFile.open(made.keystore(), wrong))
                .withMessageNotContaining("let me in")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.PASSWORD_WRONG));
    }

    @Test
    void aPasswordThatOthersCanReadIsRefused() throws Exception {
        TlsSettings made = new Keytool(folder).made("localhost", "-1d", 30, 0);

        assertFault(made.keystore(), new Keytool(folder).password(Keytool.PASSWORD, "rw-r-----"), Fault.PASSWORD_NOT_SECRET);
        assertFault(made.keystore(), new Keytool(folder).password(Keytool.PASSWORD, "rw----r--"), Fault.PASSWORD_NOT_SECRET);
    }

    @Test
    void eachFileThatIsNotWhatItShouldBeIsToldApart() throws Exception {
        TlsSettings made = new Keytool(folder).made("localhost", "-1d", 30, 0);
        Path pem = Files.writeString(folder.resolve("chain.pem"), "-----BEGIN CERTIFICATE-----\n");

        assertFault(folder.resolve("nowhere.p12"), made.passwordFile(), Fault.KEYSTORE_UNREADABLE);
        assertFault(folder, made.passwordFile(), Fault.KEYSTORE_UNREADABLE);
        assertFault(pem, made.passwordFile(), Fault.NO_KEYSTORE);
        assertFault(new Keytool(folder).withoutKey(made.keystore()), made.passwordFile(), Fault.NO_KEY);
        assertFault(made.keystore(), folder.resolve("nowhere"), Fault.PASSWORD_UNREADABLE);
    }

    private static void assertFault(Path keystore, Path password, Fault fault) {
        assertThatExceptionOfType(KeyFile.Unusable.class)
                .isThrownBy(() -> KeyFile.open(keystore, password))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
