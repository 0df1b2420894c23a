package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 3.2: submission, on PostgreSQL")
final class SubmissionOnPostgresqlTest extends SubmissionCases {

    SubmissionOnPostgresqlTest() {
        super(StoreHarness.postgresql());
    }
}
