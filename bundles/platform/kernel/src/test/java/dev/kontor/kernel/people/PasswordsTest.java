package dev.kontor.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsSaltedAndFitsItsPasswordAlone() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
        assertThat(hash).hasSizeLessThan(300).doesNotContain("correct");
        assertThat(passwords.matches("correct horse", hash)).contains(true);
        assertThat(passwords.matches("Correct horse", hash)).contains(false);
        assertThat(passwords.matches("", hash)).contains(false);
        assertThat(passwords.matches("correct horse", "")).as("no account").contains(false);
    }

    @Test
    void manyAtOnceWaitForOneAnotherOrAreToldToComeAgain() {
        String hash = passwords.hash("x");
        List<Optional<Boolean>> answers =
                IntStream.range(0, 20).parallel().mapToObj(i -> passwords.matches("x", hash)).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.orElse(true)).isTrue());
    }

    @Test
    void aRequestsDigestCoversNoPassword() {
        Values values = new Values(Map.of("person", "lina", "password", "a", "current", "b", "again", "c"));
        assertThat(Passwords.leftOut("accounts/reset", values).all()).containsOnlyKeys("person");
        assertThat(Passwords.leftOut("entry/enter", values)).isEqualTo(values);
    }
}
