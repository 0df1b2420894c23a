package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-0.5: from nothing to an installed department, by the partner's guide")
class PartnerIT {

    private static final String DEPARTMENT = "customs-desk";

    @Test
    void aDepartmentMadeFromTheArchetypeIsBuiltOfflineAndWorksInARunningCompany() throws IOException {
        Archive archive = Archive.unpack("partner").staffed();
        PartnerProject project = PartnerProject.generate(archive, DEPARTMENT);
        Path bundle = project.verify();
        try (Platform platform = new Platform(archive, "--demo").start()) {
            Company company = new Company(platform);
            company.as("lina").get("pages/customs-desk/statements").expect(404);

            copy(project.folder().resolve("rules"), archive.rules());
            byte[] jar = Files.readAllBytes(bundle);
            Bundles bundles = Bundles.of(platform);
            bundles.drop("customs-desk.jar", jar);
            bundles.becomes(jar, "waits for approval");
            bundles.approve(jar);

            company.until("the page of the department", () -> company.as("lina").get("pages/customs-desk/statements").status() == 200);
            company.until("its rules decide", () -> !company.as("rules").get("rules/customs-desk/statement").body()
                    .path("set").path("active").path("version").path("digest").asText().isEmpty());
            company.as("system").command("roster/approve", Map.of("values", Map.of("name", DEPARTMENT))).expect(200);

            String large = company.cleared(500_000);
            String small = company.cleared(99_999);
            company.until("the statement is owed", () -> isOwed(company, large));
            company.handled(small);
            assertThat(isOwed(company, small)).isFalse();
        }
    }

    private static boolean isOwed(Company company, String order) {
        return company.tasks(order).stream().anyMatch(task -> task.contains("Give a statement"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
