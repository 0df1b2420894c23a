package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In the assembled distribution, whose departments' bundles are stopped while it works and started again. */
@DisplayName("Whichever department is stopped, its orders wait and all others go on (K-3)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppedDepartmentIT {

    private Platform platform;
    private Company company;
    private Works works;

    @BeforeAll
    void begin() throws IOException {
        Archive archive = Archive.unpack("stopped").staffed();
        addSwitch(archive);
        platform = new Platform(archive, "--demo").start();
        company = new Company(platform);
        works = new Works(company);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    /** The platform's feature with one bundle more. */
    private static void addSwitch(Archive archive) throws IOException {
        Path jar = archive.home().resolve("lib/repository/dev/kontor/itest/switch/1/switch-1.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "dev.kontor.itest.switch");
        attributes.putValue("Bundle-Activator", Switch.class.getName());
        attributes.putValue("Import-Package", "org.osgi.framework");
        String entry = Switch.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = StoppedDepartmentIT.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
        Path feature = archive.home().resolve("lib").resolve(Store.DERBY.featureFile());
        ObjectNode json = (ObjectNode) Rest.JSON.readTree(Files.readString(feature));
        json.withArray("bundles").addObject().put("id", "dev.kontor.itest:switch:1").put("start-order", "12");
        Files.writeString(feature, json.toString());
    }

    private void turn(String how, String department) throws IOException {
        Path data = platform.archive().data();
        Path done = data.resolve(Switch.DONE);
        Files.deleteIfExists(done);
        Path beside = Files.writeString(data.resolve("switch.part"), how + " dev.kontor." + department);
        Files.move(beside, data.resolve(Switch.ASKED), StandardCopyOption.ATOMIC_MOVE);
        company.until(department + ": " + how, () -> Files.exists(done));
    }

    @Test
    @DisplayName("R-4.13: legal is stopped in the middle of a round: its opinion stays owed, the others give theirs, and it clears once legal is back")
    void aRoundWaitsForAStoppedDepartment() throws IOException {
        String order = company.passedFor(500_000);

        turn("stop", "legal");

        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        assertThat(company.legal(order, "acceptable").status()).as("nobody opines for legal, and nothing is accepted in part").isNotEqualTo(200);
        assertThat(company.milestones(order)).doesNotContain("review.cleared");
        assertThat(company.reviews(order)).singleElement().asString().contains("Legal");
        othersGoOn();

        turn("start", "legal");
        company.until("legal's form is offered", () -> company.as("wu").get("commands/review/opine?order=" + order).status() == 200);
        company.legal(order, "acceptable").expect(200);
        assertThat(company.milestones(order)).contains("review.cleared");
    }

    @Test
    @DisplayName("R-0.1: each department that an order comes to is stopped just then: the order waits for it by name, and is carried to the archive")
    void anOrderWaitsForEachDepartmentOnItsWay() throws IOException {
        String order = company.passedFor(500_000);
        company.production(order, "no-objection").expect(200);
        company.finance(order).expect(200);
        turn("stop", "production");
        company.legal(order, "acceptable").expect(200);
        waitsFor(order, "production");
        works.planned(order);
        works.paid(order, "150000.00").expect(200);
        works.released(order).expect(200);

        turn("stop", "logistics");
        works.finished(order);
        waitsFor(order, "logistics");
        works.prepared(order);
        works.paid(order, "300000.00").expect(200);
        works.shipped(order).expect(200);
        works.arrived(order);
        works.checked(order);

        turn("stop", "finance");
        works.signed(order).expect(200);
        String asked = othersGoOn();
        assertThat(company.submit(asked).status()).as("finance's rules are asked, and nothing passes without their answer").isEqualTo(503);
        waitsFor(order, "finance");
        company.submit(asked).expect(200);
        works.invoiced(order);

        turn("stop", "archive");
        works.settled(order);
        waitsFor(order, "archive");
        works.filed(order).expect(200);
        assertThat(company.milestones(order)).doesNotHaveDuplicates().contains("finance.completed", "archive.filed");
        assertThat(company.as("auditor").get("journal/verification").expect(200).body().path("faults")).isEmpty();
    }

    /** While the department is away; it is back when this returns. */
    private void waitsFor(String order, String department) throws IOException {
        JsonNode waiting = company.as("auditor").get("orders/" + order + "/waiting").expect(200).body();
        assertThat(waiting).as("%s waits for %s", order, department)
                .anySatisfy(each -> assertThat(each.toString()).containsIgnoringCase(department).contains("does not run"));
        othersGoOn();
        turn("start", department);
        company.handled(order);
    }

    /** Answers a new order with everything typed. */
    private String othersGoOn() {
        assertThat(company.as("lina").get("tasks").status()).isEqualTo(200);
        return company.entered(300_000, company.customer());
    }
}
