package dev.kontor.host.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.text.Text;
import dev.kontor.host.Company;
import dev.kontor.host.Jar;
import dev.kontor.host.Lift;
import dev.kontor.host.Signing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is known of a partner's jar before any of it runs")
class InspectorTest {

    @TempDir
    Path folder;

    private Inspection inspect(Path jar) throws IOException {
        return Inspector.inspect(jar, jar.getFileName().toString(), Company.around());
    }

    private List<String> refusals(Path jar) throws IOException {
        return inspect(jar).refusals().stream().map(Text::key).toList();
    }

    @Test
    void aDepartmentsIdMayStandInAFieldOfAnotherClass() throws IOException {
        Inspection seen = inspect(Jar.named("dev.acme.lift", "1.0.0")
                .header("Import-Package", "dev.kontor.api.department;version=\"[1.0,2)\"")
                .source("dev.acme.lift.Names", """
                        package dev.acme.lift;
                        import dev.kontor.api.department.DepartmentId;
                        final class Names {
                            static final DepartmentId ASKED = new DepartmentId("review");
                            static final DepartmentId OURS = new DepartmentId("lift-doors");
                        }
                        """)
                .source("dev.acme.lift.LiftDepartment", """
                        package dev.acme.lift;
                        import dev.kontor.api.department.*;
                        public abstract class LiftDepartment implements Department {
                            public DepartmentId id() { return Names.OURS; }
                        }
                        """)
                .in(folder));

        assertThat(seen.departments()).containsExactly("lift-doors");
        assertThat(seen.refusals()).isEmpty();
    }

    @Test
    void aFittingJarIsToldWithWhatItWouldDo() throws IOException {
        Inspection seen = inspect(Lift.jar("1.2.0")
                .header("Kontor-Unit", "lift")
                .header("Export-Package", "dev.acme.lift.facts;version=\"1.0.0\"")
                .file("META-INF/persistence.xml", "<persistence/>")
                .file("db/migration/V1__lift.sql", "create table ${unit}_door (id integer not null, kernel_version integer);")
                .file("db/migration/V2__more.sql", "alter table lift_door drop column kernel_version")
                .in(folder));

        assertThat(seen.refusals()).isEmpty();
        assertThat(seen.name()).isEqualTo("dev.acme.lift");
        assertThat(seen.version()).isEqualTo("1.2.0");
        assertThat(seen.signer()).isEmpty();
        assertThat(seen.api()).containsExactly("[1.0,2)");
        assertThat(seen.departments()).containsExactly("lift");
        assertThat(seen.offers()).containsExactly("lift/doors");
        assertThat(seen.registers()).containsExactly(new Component("dev.acme.lift.LiftPage", List.of("dev.kontor.api.page.Page"), 0));
        assertThat(seen.facts()).containsExactly("dev.acme.lift.facts");
        assertThat(seen.migrations()).containsExactly(new Script("V1__lift.sql", false), new Script("V2__more.sql", true));
        assertThat(seen.warnings()).containsExactly(Text.of("host.script-shrinks", "V2__more.sql"));
        assertThat(seen.refreshed()).as("who imports its facts is wired anew").containsExactly("dev.acme.crane");
        assertThat(seen.reaches()).isEmpty();
    }

    @Test
    void theNextVersionDoesNotCollideWithTheOneThatRuns() throws IOException {
        Surroundings with = Company.around(new Surroundings.Neighbour(
                "dev.acme.lift", true, Company.exported("1.0.0", "dev.acme.lift.facts"), java.util.Set.of(), "lift"));
        Path next = Lift.jar("1.1.0").header("Export-Package", "dev.acme.lift.facts").header("Kontor-Unit", "lift")
                .file("META-INF/persistence.xml", "<persistence/>").in(folder);

        assertThat(Inspector.inspect(next, "lift.jar", with).refusals()).isEmpty();
    }

    @Test
    void classesForLibrariesOfThePlatformAreRefusedAndThoseForItselfAreNot() throws IOException {
        assertThat(refusals(Lift.jar("1.0.0").file("META-INF/services/jakarta.ws.rs.ext.Providers", "dev.acme.lift.LiftPage").in(folder)))
                .containsExactly("host.service-file");
        assertThat(refusals(Lift.jar("1.0.0").file("META-INF/services/dev.acme.lift.LiftPage", "dev.acme.lift.LiftPage").in(folder)))
                .isEmpty();
    }

    static Stream<Arguments> manifests() {
        String imports = "Import-Package";
        return Stream.of(
                Arguments.of("DynamicImport-Package", "*", "host.dynamic-import"),
                Arguments.of("Fragment-Host", "dev.kontor.kernel", "host.fragment"),
                Arguments.of("Require-Bundle", "dev.kontor.kernel", "host.requires-bundle"),
                Arguments.of("Bundle-NativeCode", "lib/lift.so", "host.native-code"),
                Arguments.of("Bundle-SymbolicName", "dev.kontor.kernel", "host.name-of-ours"),
                Arguments.of("Bundle-SymbolicName", "org.apache.felix.framework", "host.name-of-ours"),
                Arguments.of("Bundle-SymbolicName", "dev.kontor.kernel.better", "host.name-of-ours"),
                Arguments.of("Export-Package", "dev.kontor.api.page", "host.package-of-ours"),
                Arguments.of("Export-Package", "dev.kontor.kernel.desk", "host.package-of-ours"),
                Arguments.of("Export-Package", "dev.acme.crane.facts", "host.package-of-ours"),
                Arguments.of(imports, "dev.acme.unknown", "host.import-unknown"),
                Arguments.of(imports, "dev.kontor.store", "host.import-inside"),
                Arguments.of(imports, "org.osgi.framework.wiring", "host.import-inside"),
                Arguments.of(imports, "dev.kontor.api.page;version=\"[2.0,3)\"", "host.import-range"),
                Arguments.of(imports, "dev.kontor.api.page;version=\"[0.9,1.0)\"", "host.import-range"),
                Arguments.of(imports, "dev.kontor.api.page;version=\"[1,\"", "host.range-unreadable"),
                Arguments.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=21))\"", "host.java-too-old"),
                Arguments.of("Require-Capability", "acme.crane;filter:=\"(height=9)\"", "host.capability-unknown"),
                Arguments.of("Kontor-Unit", "kernel", "host.unit-of-ours"),
                Arguments.of("Kontor-Unit", "kernel_two", "host.unit-of-ours"),
                Arguments.of("Kontor-Unit", "Lift; drop", "host.unit-of-ours"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("manifests")
    void aManifestThatReachesTooFarIsRefused(String header, String value, String why) throws IOException {
        assertThat(refusals(Lift.jar("1.0.0").header(header, value).in(folder))).contains(why);
    }

    @Test
    void whatIsOptionalOrItsOwnOrAnotherPartnersMayBeImported() throws IOException {
        assertThat(refusals(Lift.jar("1.0.0")
                        .header("Export-Package", "dev.acme.lift.facts")
                        .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\",osgi.service;effective:=active;filter:=\"(a=b)\"")
                        .header("Import-Package", "dev.acme.nowhere;resolution:=optional,dev.acme.lift.facts,dev.acme.crane.facts;version=\"[2,3)\"")
                        .in(folder)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "new java.io.File(\"a\").delete();|FILES",
        "java.nio.file.Files.delete(java.nio.file.Path.of(\"a\"));|FILES",
        "new java.net.Socket(\"a\", 1);|NETWORK",
        "java.net.http.HttpClient.newHttpClient();|NETWORK",
        "new ProcessBuilder(\"a\").start();|PROCESSES",
        "Class.forName(\"a\");|REFLECTION",
        "getClass().getDeclaredMethods()[0].setAccessible(true);|REFLECTION",
        "new Thread(this::toString).start();|THREADS",
        "java.util.concurrent.Executors.newCachedThreadPool();|THREADS",
        "java.util.concurrent.CompletableFuture.runAsync(() -> {});|THREADS",
        "java.util.Locale.setDefault(java.util.Locale.CHINA);|LOCALE",
        "java.util.TimeZone.setDefault(null);|TIME_ZONE",
        "System.setProperty(\"a\", \"b\");|PROCESS_WIDE",
        "new java.io.ObjectInputStream(null).readObject();|SERIALIZED",
        "new ClassLoader() {};|CLASS_LOADERS"
    })
    void whatTheCodeReachesIsReportedWithItsPlace(String statement, Reach reach) throws IOException {
        Inspection seen = inspect(Lift.doing(statement).in(folder));

        assertThat(seen.refusals()).isEmpty();
        assertThat(seen.reaches()).containsKey(reach);
        assertThat(seen.reaches().get(reach).some()).anyMatch(place -> place.startsWith("dev.acme.lift.Doing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "System.exit(1);|EXIT",
        "Runtime.getRuntime().halt(1);|EXIT",
        "java.util.stream.IntStream.of(1).forEach(System::exit);|EXIT",
        "System.loadLibrary(\"lift\");|NATIVE",
        "} native int lift(); void more() {|NATIVE"
    })
    void whatNoProcessSurvivesIsRefused(String statement, Reach reach) throws IOException {
        assertThat(inspect(Lift.doing(statement).in(folder)).refusals())
                .contains(Text.of("host.reach-refused", CodeCheck.reach(reach),
                        statement.contains("native") ? "dev.acme.lift.Doing.lift" : "dev.acme.lift.Doing.work", 1));
    }

    @Test
    void aLibraryInsideAndAVersionForALaterJavaAreLookedIntoToo() throws IOException {
        byte[] library = Jar.plain().source("dev.acme.lib.Bad", "package dev.acme.lib; class Bad { void end() { System.exit(3); } }").bytes(folder);
        assertThat(refusals(Lift.jar("1.0.0").file("lib/bad.jar", library).header("Bundle-ClassPath", ".,lib/bad.jar").in(folder)))
                .containsExactly("host.reach-refused");
        byte[] hidden = classOf(library);
        assertThat(refusals(Lift.jar("1.0.0").file("META-INF/versions/17/dev/acme/lib/Bad.class", hidden).in(folder)))
                .containsExactly("host.reach-refused");
    }

    private static byte[] classOf(byte[] library) throws IOException {
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(library))) {
            while (!zip.getNextEntry().getName().endsWith("Bad.class")) {
                zip.closeEntry();
            }
            return zip.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"libs/lift.so,host.native-code", "lift.dll,host.native-code", "dev/acme/lift/Odd.class,host.class-unreadable"})
    void filesThatNoReaderVouchesForAreRefused(String file, String why) throws IOException {
        assertThat(refusals(Lift.jar("1.0.0").file(file, new byte[] {1, 2, 3}).in(folder))).containsExactly(why);
    }

    @Test
    void aClassForANewerJavaThanAnyKnownIsRefused() throws IOException {
        byte[] jar = Jar.plain().source("dev.acme.lib.Bad", "package dev.acme.lib; class Bad { }").bytes(folder);
        byte[] newer = classOf(jar);
        newer[7] = (byte) 200;
        assertThat(refusals(Lift.jar("1.0.0").file("dev/acme/lib/Bad.class", newer).in(folder))).containsExactly("host.class-unreadable");
    }

    @Test
    void idsAndPathsOfOthersAreRefused() throws IOException {
        Jar finance = Lift.jar("1.0.0").source("dev.acme.lift.Finance", """
                package dev.acme.lift;
                import dev.kontor.api.department.*;
                abstract class Finance implements Department {
                    private static final DepartmentId ID = new DepartmentId("finance");
                    public DepartmentId id() { return ID; }
                }
                """);
        assertThat(inspect(finance.in(folder)).refusals()).containsExactly(Text.of("host.id-of-ours", "finance", "dev.kontor.finance"));

        Jar command = Lift.jar("1.0.0").source("dev.acme.lift.Limit", """
                package dev.acme.lift;
                abstract class Limit implements dev.kontor.api.command.CompanyCommand {
                    public String name() { return "finance/set-credit-limit"; }
                }
                """);
        assertThat(inspect(command.in(folder)).refusals())
                .containsExactly(Text.of("host.id-of-ours", "finance/set-credit-limit", "dev.kontor.finance"));

        assertThat(refusals(Jar.named("dev.acme.lift", "1.0.0").source("dev.acme.lift.LiftPage", Lift.PAGE.replace("lift/doors", "production/doors"))
                .in(folder))).containsExactly("host.path-of-others");
    }

    @ParameterizedTest
    @CsvSource({"documents,true", "do,true", "health,true", "legal,true", "bundles,true", "roles,true", "document-office,false"})
    void aNameThatThePlatformKeepsForItselfIsNoDepartments(String id, boolean refused) throws IOException {
        Jar jar = Lift.jar("1.0.0").source("dev.acme.lift.Other", """
                package dev.acme.lift;
                import dev.kontor.api.department.*;
                abstract class Other implements Department {
                    public DepartmentId id() { return new DepartmentId("%s"); }
                }
                """.formatted(id));

        assertThat(inspect(jar.in(folder)).refusals())
                .isEqualTo(refused ? List.of(Text.of("host.id-reserved", id)) : List.of());
    }

    @Test
    void aBundlesNameOpensNoAddressOfThePlatform() throws IOException {
        Jar jar = Jar.named("dev.acme.documents", "1.0.0").source("dev.acme.lift.LiftPage", Lift.PAGE.replace("lift/doors", "documents/doors"));

        assertThat(inspect(jar.in(folder)).refusals()).containsExactly(Text.of("host.path-of-others", "documents/doors", ""));
    }

    @Test
    void aServletOrFilterThatWouldStandBeforeEverybodysPagesIsRefused() throws IOException {
        Surroundings web = Company.around(
                new Surroundings.Neighbour("org.apache.felix.http.servlet-api", false, Company.exported("3.1.0", "javax.servlet"), java.util.Set.of(), ""),
                new Surroundings.Neighbour("java", false, Company.exported("0.0.0", "javax.xml.stream"), java.util.Set.of(), ""));
        Jar jar = Jar.named("dev.acme.lift", "1.0.0").source("dev.acme.lift.Filter", "package dev.acme.lift; public class Filter { }");

        assertThat(Inspector.inspect(jar.header("Import-Package", "javax.xml.stream").in(folder), "lift.jar", web).refusals()).isEmpty();
        assertThat(Inspector.inspect(jar.header("Import-Package", "javax.servlet").component("dev.acme.lift.Filter", "javax.servlet.Filter").in(folder),
                        "lift.jar", web).refusals())
                .containsExactlyInAnyOrder(
                        Text.of("host.import-inside", "javax.servlet"), Text.of("host.service-kind", "dev.acme.lift.Filter", "javax.servlet.Filter"));
    }

    @Test
    void aServiceIsOfTheApiOrOfATypeOfItsOwn() throws IOException {
        Jar jar = Lift.jar("1.0.0").source("dev.acme.lift.Shaft", "package dev.acme.lift; public class Shaft { public interface Door { } }");

        assertThat(refusals(jar.component("dev.acme.lift.Shaft", "dev.acme.lift.Shaft$Door").in(folder))).isEmpty();
        assertThat(refusals(jar.component("dev.acme.lift.Shaft", "dev.acme.crane.Door").in(folder))).containsExactly("host.service-kind");
    }

    @ParameterizedTest
    @CsvSource({"1,host.ranking", "0,", "-5,"})
    void aServiceMayNotClaimToBeAskedBeforeOthers(String ranking, String why) throws IOException {
        Jar jar = Lift.jar("1.0.0").component("dev.acme.lift.LiftPage", "dev.kontor.api.page.Page",
                "name=\"service.ranking\" type=\"Integer\" value=\"" + ranking + "\"");
        assertThat(refusals(jar.in(folder))).isEqualTo(why == null ? List.of() : List.of(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "create table kernel_order (id integer)|kernel_order",
        "create table door (id integer)|door",
        "insert into lift_door select number from kernel_order|kernel_order",
        "/* fine */ update kernel_account set name = 'x'|kernel_account",
        "create index lift_i on kernel_task (kind)|kernel_task",
        "create table lift_door (o varchar(17) references kernel_order)|kernel_order",
        "delete from schema_of_kernel|schema_of_kernel"
    })
    void aScriptTouchesItsOwnTablesAlone(String sql, String table) throws IOException {
        assertThat(inspect(unit(sql, "V1__x.sql")).refusals()).containsExactly(Text.of("host.table-of-others", "V1__x.sql", table, "lift"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "create table lift_door (kernel_order varchar(17), note varchar(99)) -- kernel_task",
        "insert into ${unit}_door values ('from kernel_order')",
        "create table lift_x (id integer references lift_door on delete cascade on update restrict)"
    })
    void whatOnlySoundsLikeATableOfOthersIsNone(String sql) throws IOException {
        assertThat(refusals(unit(sql, "V1__x.sql"))).isEmpty();
    }

    @Test
    void aScriptIsNamedAsMigrationsAre() throws IOException {
        assertThat(refusals(unit("create table lift_door (id integer)", "lift.sql"))).containsExactly("host.script-name");
    }

    private Path unit(String sql, String name) throws IOException {
        return Lift.jar("1.0.0").header("Kontor-Unit", "lift").file("META-INF/persistence.xml", "<persistence/>")
                .file("db/migration/" + name, sql).in(folder);
    }

    @Test
    void aSignatureNamesItsKeyAndTheKeyStaysWhenTheJarChanges() throws Exception {
        Signing acme = Signing.of("Acme", folder);
        Inspection one = inspect(Jar.sign(Lift.jar("1.0.0").in(folder), acme));
        Inspection two = inspect(Jar.sign(Lift.jar("1.1.0").in(folder), acme));
        Inspection other = inspect(Jar.sign(Lift.jar("1.1.0").in(folder), Signing.of("Other", folder)));

        assertThat(one.refusals()).isEmpty();
        assertThat(one.signer()).map(Signer::name).contains("CN=Acme");
        assertThat(one.signer()).isEqualTo(two.signer()).isNotEqualTo(other.signer());
        assertThat(one.digest()).isNotEqualTo(two.digest());
    }

    @Test
    void whatWasChangedAfterItWasSignedIsRefused() throws Exception {
        Path signed = Jar.sign(Lift.jar("1.0.0").file("a.txt", "ten doors").file("b.txt", "b").in(folder), Signing.of("Acme", folder));

        assertThat(refusals(rewritten(signed, "a.txt", "two doors"))).as("changed").containsExactly("host.tampered");
        assertThat(refusals(rewritten(signed, "a.txt", ""))).as("taken out").containsExactly("host.tampered");
        assertThat(refusals(rewritten(signed, "c.txt", "more"))).as("put in").containsExactly("host.tampered");
        assertThat(refusals(rewritten(signed, "d.txt", ""))).as("packed anew").isEmpty();
    }

    /** Packed anew with one entry changed, put in, or taken out. */
    private Path rewritten(Path jar, String name, String content) throws IOException {
        Path other = Files.createTempFile(folder, "other", ".jar");
        try (var zip = new java.util.zip.ZipFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(out);
                }
            }
            if (!content.isEmpty()) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return other;
    }

    @Test
    void halfAJarIsRefusedAtWhateverByteItEnds() throws IOException {
        byte[] whole = Lift.jar("1.0.0").bytes(folder);
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, length));
            assertThat(refusals(half)).as("%d bytes", length).containsExactly("host.not-whole");
        }
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        assertThat(refusals(Jar.plain().in(folder))).containsExactly("host.no-bundle");
        assertThat(refusals(Lift.jar("one").in(folder))).containsExactly("host.no-bundle");
        assertThat(refusals(Lift.jar("1.0.0").header("Bundle-ManifestVersion", "1").in(folder))).containsExactly("host.no-bundle");
        assertThat(refusals(Files.writeString(folder.resolve("words.jar"), "I am no jar."))).containsExactly("host.not-whole");
    }

    @Test
    void whatGrowsBeyondMeasureIsRefusedBeforeItFillsTheMemory() throws IOException {
        assertThat(refusals(Lift.jar("1.0.0").file("zeros", new byte[20 * 1024 * 1024]).in(folder))).containsExactly("host.bomb");
        byte[] inner = Jar.plain().file("zeros", new byte[20 * 1024 * 1024]).bytes(folder);
        assertThat(refusals(Lift.jar("1.0.0").file("lib/zeros.jar", inner).in(folder))).containsExactly("host.bomb");
    }

    @ParameterizedTest
    @CsvSource({"../outside.txt", "/etc/outside.txt", "a/../../outside.txt", "a\\b.txt"})
    void aPathThatLeadsOutIsRefused(String path) throws IOException {
        assertThat(refusals(Lift.jar("1.0.0").file(path, "x").in(folder))).containsExactly("host.leads-out");
    }

    @Test
    void aFileLargerThanTheDoorIsRefused() throws IOException {
        Path large = folder.resolve("large.jar");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(JarContent.LARGEST + 1);
        }
        assertThat(refusals(large)).containsExactly("host.too-large");
    }
}
