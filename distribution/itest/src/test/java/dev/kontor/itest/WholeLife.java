package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Regulation 5 to 10 over REST: a cleared order until its volume is filed, and the gates on its way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeLife extends StuckReviews {

    WholeLife(Archive archive) {
        super(archive);
    }

    @Test
    @DisplayName("R-0.1, R-3.2 to R-11.3: one order goes from the need to the archive, through every chapter, and its records are one thread")
    void anOrderIsCarriedOutToTheArchive() throws IOException {
        Chapters chapters = new Chapters(company, works);
        String order = chapters.registeredOutOfANeed();
        chapters.cleared(order);
        works.planned(order);
        chapters.bought(order);
        works.paid(order, "150000.00").expect(200);
        works.released(order).expect(200);
        List<String> machines = works.machines(order);
        works.brought(order);
        works.signed(order).expect(200);
        chapters.served(order);
        works.invoiced(order);
        works.settled(order);
        works.filed(order).expect(200);
        chapters.lookedBack(order);
        String treatment = chapters.answeredFor(order);

        assertThat(company.milestones(order)).contains(
                "production.started", "production.finished", "logistics.dispatched", "logistics.arrived", "logistics.delivered",
                "finance.collected", "finance.completed", "finance.settled", "archive.filed");
        List<String> kinds = company.as("auditor").get("orders/" + order + "/documents").expect(200).body().findValuesAsText("kind");
        assertThat(kinds).contains(
                "entry.contract", "entry.order", "review.opinions", "production.plan", "production.inspection",
                "logistics.delivery-note", "logistics.acceptance", "finance.receipt");
        assertThat(company.as("auditor").get("journal/verification").expect(200).body().path("faults")).isEmpty();
        thePackageProvesItself(order);
        chapters.areOneThread(order, machines, treatment);
    }

    /** by the command that ships. */
    private void thePackageProvesItself(String order) throws IOException {
        Keeping keeping = new Keeping(company);
        byte[] zip = keeping.packed(order, keeping.volume(order));
        Path file = Files.write(platform.archive().home().resolve("volume.zip"), zip);
        zip[zip.length / 2] ^= 1;
        Path altered = Files.write(platform.archive().home().resolve("altered.zip"), zip);

        String signer = keeping.signer();
        assertThat(verified(file, "--signer", signer)).isEqualTo(0);
        assertThat(verified(file)).as("whoever signed it").isEqualTo(3);
        assertThat(verified(file, "--signer", "0".repeat(64))).isEqualTo(1);
        assertThat(verified(altered, "--signer", signer)).isEqualTo(1);
    }

    private int verified(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("archive", "verify", file.toString()));
        arguments.addAll(List.of(more));
        return platform.archive().kontor(arguments.toArray(String[]::new)).code();
    }

    @Test
    @DisplayName("R-7.1: nothing is produced before what is due before it is paid")
    void productionWaitsForThePrepaymentAndStartsWithIt() {
        String order = company.cleared(500_000);
        works.planned(order);
        works.released(order).expect(409);

        works.paid(order, "149999.99").expect(200);
        works.released(order).expect(409);

        works.paid(order, "0.01").expect(200);
        works.released(order).expect(200);
        assertThat(company.milestones(order)).contains("production.started");
    }

    @Test
    @DisplayName("R-5.14: machines numbered at one instant carry numbers of their own")
    void ofPlansReleasedAtOneInstantEachHasItsSerialNumbers() throws Exception {
        List<String> orders = List.of(company.cleared(500_000), company.cleared(500_000), company.cleared(500_000));
        for (String order : orders) {
            works.planned(order);
            works.paid(order, "150000.00").expect(200);
        }

        assertThat(atOnce(orders, works::released)).extracting(Rest.Got::status).containsOnly(200);

        assertThat(orders.stream().flatMap(order -> works.machines(order).stream()).distinct()).hasSize(3);
    }

    @Test
    @DisplayName("R-5.11 to R-5.13: a value out of its limit does not pass, and the next step is refused")
    void aMachineOutOfItsLimitIsNotFinished() {
        String order = started();
        works.presented(order, "final").expect(422);
        works.presented(order, "incoming").expect(422);
        works.received(order);
        works.presented(order, "incoming").expect(200);

        works.inspected(order, "0.021").expect(200);

        works.presented(order, "in-process").expect(422);
        works.reported(order, works.steps(order)).expect(422);
        assertThat(company.milestones(order)).doesNotContain("production.finished");
        assertThat(company.tasks(order)).anyMatch(task -> task.contains("nonconformity"));
    }

    @Test
    @DisplayName("R-5.4, R-5.11: a machine whose steps are not done is not finished, whatever its inspections say")
    void theFinalInspectionWaitsForTheLastStep() {
        String order = started();
        works.received(order);
        for (String kind : List.of("incoming", "in-process")) {
            works.presented(order, kind).expect(200);
            works.inspected(order, "0.02").expect(200);
        }

        assertThat(works.presented(order, "final").expect(422).response().body()).contains("Mill the bed, Assemble");

        works.reported(order, works.steps(order)).expect(200);
        works.presented(order, "final").expect(200);
    }

    @Test
    @DisplayName("R-6.1, R-7.1: nothing leaves before what is due before dispatch is paid")
    void dispatchWaitsForThePaymentBeforeIt() {
        String order = started();
        works.finished(order);
        works.prepared(order);

        works.shipped(order).expect(409);

        assertThat(company.milestones(order)).doesNotContain("logistics.dispatched");
        works.paid(order, "300000.00").expect(200);
        works.shipped(order).expect(200);
        assertThat(company.milestones(order)).contains("logistics.dispatched");
    }

    @Test
    @DisplayName("R-6.10: delivered only when the customer has signed")
    void anOrderIsDeliveredByTheCustomersSignatureAlone() {
        String order = started();
        works.finished(order);
        works.paid(order, "300000.00").expect(200);
        works.prepared(order);
        works.shipped(order).expect(200);
        works.arrived(order);
        works.signed(order).expect(409);
        works.checked(order);
        company.as("lina").command("logistics/sign-report", order, Map.of("signatory", "Anke")).expect(422);
        assertThat(company.milestones(order)).doesNotContain("logistics.delivered");

        works.signed(order).expect(200);
        assertThat(company.milestones(order)).contains("logistics.delivered");
    }

    @Test
    @DisplayName("R-4.15: a cleared order is cancelled by its signed agreement, nothing of it goes on, and its advance is repaid")
    void aCancelledOrderGoesOnNoMore() {
        String order = started();
        company.as("gao").command("review/cancel", order, Map.of(
                        "reason", "The customer closes its works.", "agreement", company.as("gao").upload("end.pdf", "%PDF-1.4\n%%EOF\n".getBytes())))
                .expect(200);

        assertThat(company.milestones(order)).contains("review.terminated").doesNotContain("review.cleared");
        company.handled(order);
        assertThat(company.tasks(order)).filteredOn(task -> !Company.isFiling(task)).singleElement().asString().contains("receipt");
        works.does("tang", "finance/allocate", order, Map.of("to", "repaid", "reason", "The order was cancelled.")).expect(200);
        assertThat(company.tasks(order)).as("what there is of papers is filed").allMatch(Company::isFiling);
        company.as("qian").get("commands/production/present?order=" + order).expect(409);
    }

    /** Planned, paid for and released. */
    private String started() {
        String order = company.cleared(500_000);
        works.planned(order);
        works.paid(order, "150000.00").expect(200);
        works.released(order).expect(200);
        return order;
    }
}
