package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
@DisplayName("kontor bundle, verb by verb over the assembled distribution: what it says in English and Chinese, and how it ends")
class BundleVerbsIT {

    private static final String ENGLISH = "en_US.UTF-8";
    private static final String CHINESE = "zh_CN.UTF-8";
    private static final String NAME = "dev.acme.lift";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int UNREACHABLE = 3;

    private static Platform platform;
    private static Bundles bundles;
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        platform = new Platform(Archive.unpack("bundle-verbs").staffed(), "--demo").start();
        bundles = Bundles.of(platform);
        folder = Files.createDirectories(platform.archive().home().resolveSibling("from-the-partner"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static String said(int code, String language, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bundle";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Archive.Ended ended = platform.archive().kontorIn(language, all);
        assertThat(ended.code()).as("kontor %s: %s", String.join(" ", all), ended.words()).isEqualTo(code);
        return ended.words();
    }

    private static byte[] lift(String version) throws IOException {
        return PartnerJar.lift(platform.archive(), version).bytes();
    }

    private static String file(String name, byte[] jar) throws IOException {
        return Files.write(folder.resolve(name), jar).toString();
    }

    private static String listed(byte[] jar) {
        return Bundles.digest(jar).substring(0, 16);
    }

    @Test
    @Order(1)
    void aJarWithoutSignatureIsHandedInShownAndApprovedByItsDigest() throws IOException {
        byte[] jar = lift("1.0.0");
        assertThat(said(DONE, ENGLISH, "install", file("lift-1.0.0.jar", jar))).contains("waits for approval").contains(Bundles.digest(jar));
        assertThat(said(DONE, ENGLISH, "list")).contains(NAME, "1.0.0", listed(jar), "waits for approval");
        assertThat(said(DONE, CHINESE, "list")).contains(listed(jar), "等待批准");
        assertThat(said(DONE, ENGLISH, "show", listed(jar))).contains("Api it wants: [1.0,2)", "The jar is not signed");
        assertThat(said(DONE, CHINESE, "show", Bundles.digest(jar))).contains("要求的 api 版本");
        assertThat(said(FAILED, ENGLISH, "approve", NAME)).contains("Ask the partner for its SHA-256");
        assertThat(said(FAILED, CHINESE, "approve", NAME, "0000000000000000")).contains("该文件未签名");
        assertThat(said(DONE, ENGLISH, "approve", NAME, listed(jar))).contains("is approved");
        bundles.becomes(jar, "runs");
    }

    @Test
    @Order(2)
    void whatCannotBeDoneSaysWhy() throws IOException {
        String next = file("lift-1.1.0.jar", lift("1.1.0"));
        assertThat(said(FAILED, ENGLISH, "install", next)).contains("runs already. Use Update");
        assertThat(said(FAILED, CHINESE, "install", next)).contains("请用“更新插件”");
        assertThat(said(FAILED, ENGLISH, "install", folder.resolve("nothing.jar").toString())).contains("There is no file");
        assertThat(said(FAILED, ENGLISH, "show", "0000000000000000")).contains("There is no bundle 0000000000000000");
        assertThat(said(MISUSED, ENGLISH, "remove", NAME)).contains("kontor bundle decline BUNDLE REASON");
        assertThat(said(MISUSED, CHINESE, "fly")).contains("kontor bundle install 文件");
    }

    @Test
    @Order(3)
    void anUpdateIsDeclinedOrTakesThePlaceAndWhatIsRemovedKeepsItsData() throws IOException {
        byte[] declined = lift("1.1.0");
        said(DONE, ENGLISH, "update", file("lift-1.1.0.jar", declined));
        assertThat(said(DONE, CHINESE, "decline", listed(declined), "不需要")).contains("1.1.0");
        bundles.becomes(declined, "declined");
        byte[] next = lift("1.2.0");
        said(DONE, ENGLISH, "update", file("lift-1.2.0.jar", next));
        said(DONE, ENGLISH, "approve", NAME, Bundles.digest(next));
        bundles.becomes(next, "runs");
        bundles.becomes(lift("1.0.0"), "replaced");
        assertThat(said(DONE, ENGLISH, "remove", NAME, "sold")).contains("Its data stays.");
        bundles.becomes(next, "removed");
    }

    @Test
    @Order(4)
    void aKeyIsComparedOnceAndCountsForAllThatItSigns() throws Exception {
        PartnerKey key = PartnerKey.of("Acme", folder);
        byte[] first = key.signed(lift("2.0.0"));
        String file = file("lift-2.0.0.jar", first);
        Matcher signer = Pattern.compile("Signed by: CN=Acme, key ([0-9a-f]{64})").matcher(said(DONE, ENGLISH, "inspect", file));
        assertThat(signer.find()).isTrue();
        said(DONE, ENGLISH, "install", file);
        assertThat(said(FAILED, ENGLISH, "approve", NAME, listed(first))).contains("Compare the key of CN=Acme");
        said(DONE, ENGLISH, "approve", NAME, signer.group(1).substring(0, 16));
        bundles.becomes(first, "runs");

        byte[] second = key.signed(lift("2.1.0"));
        said(DONE, ENGLISH, "update", file("lift-2.1.0.jar", second));
        said(DONE, ENGLISH, "approve", NAME);
        bundles.becomes(second, "runs");

        byte[] stranger = PartnerKey.of("Stranger", folder).signed(lift("2.2.0"));
        said(DONE, ENGLISH, "update", file("lift-2.2.0.jar", stranger));
        assertThat(said(FAILED, CHINESE, "approve", NAME)).contains("CN=Stranger", "密钥");
    }

    @Test
    @Order(5)
    void aJarThatWasChangedAfterItWasSignedIsNotTakenIn() throws Exception {
        byte[] tampered = PartnerJar.tampered(PartnerKey.of("Late", folder).signed(lift("3.0.0")), "OSGI-INF/page.xml");
        String file = file("lift-3.0.0.jar", tampered);
        assertThat(said(FAILED, ENGLISH, "inspect", file)).contains("was changed after it was signed");
        assertThat(said(FAILED, CHINESE, "inspect", file)).contains("签名后被改动过");
        assertThat(said(FAILED, ENGLISH, "update", file)).contains("was changed after it was signed");
        assertThat(said(FAILED, CHINESE, "update", file)).contains("签名后被改动过");
        assertThat(said(DONE, ENGLISH, "list")).doesNotContain("3.0.0");
    }

    @Test
    @Order(6)
    void withoutAPlatformThatRunsNothingIsDone() {
        platform.stop();
        assertThat(said(UNREACHABLE, ENGLISH, "list")).contains("kontor");
        assertThat(said(UNREACHABLE, CHINESE, "remove", NAME, "sold")).contains("kontor");
    }
}
