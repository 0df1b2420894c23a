package dev.kontor.itest;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A contract reviewed before signing, on the embedded Derby")
class ContractLifeOnDerbyIT extends ContractLife {

    ContractLifeOnDerbyIT() {
        super(Archive.unpack("contract-derby").played());
    }
}
