package dev.kontor.itest;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A contract reviewed before signing, on PostgreSQL")
class ContractLifeOnPostgresqlIT extends ContractLife {

    ContractLifeOnPostgresqlIT() {
        super(chosen());
    }

    private static Archive chosen() {
        Archive archive = Archive.unpack("contract-postgresql");
        Postgres.choose(archive, "contract");
        return archive;
    }
}
