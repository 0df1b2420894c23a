package dev.kontor.itest;

import org.junit.jupiter.api.DisplayName;

@DisplayName("An order's life on the embedded Derby")
class OrderLifeOnDerbyIT extends OrderLife {

    OrderLifeOnDerbyIT() {
        super(Archive.unpack("life-derby").staffed());
    }
}
