package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 3.2: submission, on Derby")
final class SubmissionOnDerbyTest extends SubmissionCases {

    SubmissionOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
