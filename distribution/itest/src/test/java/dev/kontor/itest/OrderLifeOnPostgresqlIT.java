package dev.kontor.itest;

import org.junit.jupiter.api.DisplayName;

@DisplayName("An order's life on PostgreSQL")
class OrderLifeOnPostgresqlIT extends OrderLife {

    OrderLifeOnPostgresqlIT() {
        super(chosen());
    }

    private static Archive chosen() {
        Archive archive = Archive.unpack("life-postgresql").withoutHistory();
        Postgres.choose(archive, "life");
        return archive;
    }
}
